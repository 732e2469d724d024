package dev.rubedo.jackson;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Refuses to read an entity. Thread-safe. */
final class EntityRefusal extends StdDeserializer<Object> {

    EntityRefusal(JavaType type) {
        super(type);
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) {
        throw DatabindException.from(in, "JSON is not read into the entity \"" + handledType().getSimpleName()
                + "\", because its sender would decide which attributes are set. Read a record, and set the attributes that"
                + " may be set.");
    }
}
