package dev.rubedo.jackson;

import dev.rubedo.orm.state.RelatedCollection;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a collection of an entity if it is loaded. Thread-safe. */
final class RelatedCollectionSerializer extends StdSerializer<RelatedCollection> {

    private final RubedoJacksonModule options;

    RelatedCollectionSerializer(RubedoJacksonModule options) {
        super(RelatedCollection.class);
        this.options = options;
    }

    @Override
    public void serialize(RelatedCollection collection, JsonGenerator out, SerializationContext context) {
        if (!collection.isLoaded()) {
            if (options.unloaded() == Unloaded.FAIL) {
                throw DatabindException.from(out,
                        "A collection is to be written, but it is not loaded. Fetch it with the query, or choose Unloaded.NULL.");
            }
            out.writeNull();
        } else if (collection instanceof Map<?, ?> map) {
            out.writeStartObject(collection);
            map.forEach((key, value) -> {
                if (isWritten(value, context)) {
                    out.writeName(String.valueOf(key));
                    context.writeValue(out, value);
                }
            });
            out.writeEndObject();
        } else {
            out.writeStartArray(collection);
            for (Object element : (Collection<?>) collection) {
                if (isWritten(element, context)) {
                    context.writeValue(out, element);
                }
            }
            out.writeEndArray();
        }
    }

    private boolean isWritten(Object element, SerializationContext context) {
        return options.repeated() != Repeated.OMIT || !EntityWritingPath.of(context).contains(element);
    }
}
