package dev.rubedo.jackson;

import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes the loaded attributes of an entity. Thread-safe. */
final class EntitySerializer extends StdSerializer<ManagedEntity> {

    private final RubedoJacksonModule options;

    EntitySerializer(RubedoJacksonModule options) {
        super(ManagedEntity.class);
        this.options = options;
    }

    @Override
    public void serialize(ManagedEntity entity, JsonGenerator out, SerializationContext context) {
        var path = EntityWritingPath.of(context);
        if (path.contains(entity)) {
            repeated(entity, path, out, context);
            return;
        }
        var state = InstanceState.of(entity);
        if (state.isExpired() && !options.writesExpired()) {
            throw DatabindException.from(out,
                    entity + " is expired, as objects are after a commit, so its JSON would "
                            + "be almost empty. Write it before the commit, refresh it, open the session with "
                            + "expireOnCommit(false), or call writeExpired() of RubedoJacksonModule.builder().");
        }
        path.enter(entity);
        try {
            out.writeStartObject(entity);
            writeAttributes(state, path, out, context);
            out.writeEndObject();
        } finally {
            path.leave(entity);
        }
    }

    private void repeated(ManagedEntity entity, EntityWritingPath path, JsonGenerator out,
            SerializationContext context) {
        if (options.repeated() == Repeated.FAIL) {
            throw DatabindException.from(out, path + " is a cycle: it contains " + entity
                    + " again. Map the objects to records, omit(...) one of the attributes, or choose Repeated.KEY.");
        }
        var state = InstanceState.of(entity);
        var values = state.values();
        out.writeStartObject(entity);
        for (int key : state.definition().primaryKey()) {
            String name = state.definition().attribute(key).name();
            if (values.containsKey(name) && !options.omits(state.definition().type(), name)) {
                write(name, values.get(name), out, context);
            }
        }
        out.writeEndObject();
    }

    private void writeAttributes(InstanceState state, EntityWritingPath path, JsonGenerator out,
            SerializationContext context) {
        var definition = state.definition();
        Map<String, @Nullable Object> values = state.values();
        Map<String, String> recordOf = recordOf(definition);
        List<String> missing = new ArrayList<>();
        Map<String, Map<String, @Nullable Object>> records = new LinkedHashMap<>();
        for (AttributeDefinition attribute : definition.attributes()) {
            String name = attribute.name();
            if (options.omits(definition.type(), name)) {
                continue;
            }
            boolean isLoaded = values.containsKey(name);
            if (!isLoaded && options.unloaded() != Unloaded.NULL) {
                missing.add(name);
                continue;
            }
            Object value = isLoaded ? values.get(name) : null;
            if (isLoaded && value == null && attribute instanceof RelationshipDefinition relationship
                    && relationship.isToMany()) {
                // a collection of a new object that nobody has touched
                value = relationship.mapKey() == null ? List.of() : Map.of();
            }
            String record = recordOf.get(name);
            if (record == null) {
                if (!isLeftOut(value, path)) {
                    write(name, value, out, context);
                }
            } else {
                records.computeIfAbsent(record, any -> new LinkedHashMap<>())
                        .put(translated(component(record, name), context), value);
            }
        }
        records.forEach((record, components) -> write(record, components, out, context));
        if (!missing.isEmpty() && options.unloaded() == Unloaded.FAIL) {
            throw DatabindException.from(out, state.object() + " is to be written, but " + missing + " are not loaded. "
                    + "Fetch them with the query, omit(...) them, or choose Unloaded.OMIT.");
        }
    }

    private boolean isLeftOut(@Nullable Object value, EntityWritingPath path) {
        return options.repeated() == Repeated.OMIT && value instanceof ManagedEntity entity && path.contains(entity);
    }

    private static Map<String, String> recordOf(EntityDefinition<?> definition) {
        if (definition.records().isEmpty()) {
            return Map.of();
        }
        Map<String, String> records = new HashMap<>();
        definition.records().forEach((record, attributes) -> attributes
                .forEach(attribute -> records.put(attribute, record)));
        return records;
    }

    /** Returns the name of a component: {@code x} of the attribute {@code pointX} of the record {@code point}. */
    private static String component(String record, String attribute) {
        if (attribute.startsWith(record) && attribute.length() > record.length()) {
            String rest = attribute.substring(record.length());
            return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
        }
        return attribute;
    }

    private void write(String name, @Nullable Object value, JsonGenerator out, SerializationContext context) {
        out.writeName(translated(name, context));
        if (value instanceof RelatedCollection collection) {
            new RelatedCollectionSerializer(options).serialize(collection, out, context);
        } else {
            context.writeValue(out, value);
        }
    }

    private static String translated(String name, SerializationContext context) {
        var strategy = context.getConfig().getPropertyNamingStrategy();
        return strategy == null ? name : strategy.nameForGetterMethod(context.getConfig(), null, name);
    }
}
