package dev.rubedo.orm.model;

import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of an entity diagram. Immutable.
 *
 * @param entities the entities, in the order of the model
 * @param edges the relationships and inheritance between them
 */
record DiagramContent(List<Entity> entities, List<Edge> edges) {

    /** An entity. Immutable. */
    record Entity(String id, String name, List<Attribute> attributes) {}

    /** A column or formula. Immutable. */
    record Attribute(String type, String name, List<String> keys, String remark) {}

    /** A line from one entity to another. Immutable. */
    record Edge(String from, End fromEnd, String to, End toEnd, String label) {}

    /** The multiplicity of an end of a line. Immutable. */
    enum End {
        ONE, ONE_OR_NONE, MANY
    }

    static DiagramContent of(List<Mapper<?>> mappers, boolean withAttributes) {
        Map<Mapper<?>, String> ids = ids(mappers);
        List<Entity> entities = new ArrayList<>();
        for (Mapper<?> mapper : mappers) {
            String id = String.valueOf(ids.get(mapper));
            boolean isPlain = id.equals(mapper.name());
            entities.add(new Entity(id, isPlain ? id : mapper.definition().type().getName(),
                    withAttributes ? attributes(mapper) : List.of()));
        }
        return new DiagramContent(entities, edges(mappers, ids));
    }

    /** Returns a unique name for each entity. */
    private static Map<Mapper<?>, String> ids(List<Mapper<?>> mappers) {
        Map<String, Integer> counts = new HashMap<>();
        mappers.forEach(mapper -> counts.merge(mapper.name(), 1, Integer::sum));
        Map<Mapper<?>, String> ids = new HashMap<>();
        mappers.forEach(mapper -> ids.put(mapper, Integer.valueOf(1).equals(counts.get(mapper.name()))
                ? mapper.name() : mapper.definition().type().getName().replace('.', '_')));
        return ids;
    }

    private static int inherited(Mapper<?> mapper) {
        return mapper.parent() == null ? 0 : mapper.parent().definition().attributes().size();
    }

    private static List<Attribute> attributes(Mapper<?> mapper) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = inherited(mapper); i < mapper.definition().attributes().size(); i++) {
            Attribute shown = attribute(mapper, i);
            if (shown != null) {
                attributes.add(shown);
            }
        }
        return attributes;
    }

    private static @Nullable Attribute attribute(Mapper<?> mapper, int index) {
        AttributeDefinition definition = mapper.definition().attribute(index);
        return switch (definition) {
            case ColumnDefinition column -> {
                List<String> keys = new ArrayList<>();
                if (column.isPrimaryKey()) {
                    keys.add("PK");
                }
                if (mapper.foreignKeys().stream()
                        .anyMatch(key -> Arrays.stream(key.attributes()).anyMatch(one -> one == index))) {
                    keys.add("FK");
                }
                if (column.isUnique()) {
                    keys.add("UK");
                }
                yield new Attribute(type(column.type().javaType()), column.name(), keys,
                        column.isVersion() ? "version" : column.isNullable() ? "nullable" : "");
            }
            case FormulaDefinition formula ->
                new Attribute(type(formula.type().javaType()), formula.name(), List.of(), "computed");
            case RelationshipDefinition relationship -> null;
        };
    }

    private static String type(Class<?> type) {
        return type.getSimpleName();
    }

    private static List<Edge> edges(List<Mapper<?>> mappers, Map<Mapper<?>, String> ids) {
        List<Edge> edges = new ArrayList<>();
        Set<RelationshipProperty> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Mapper<?> mapper : mappers) {
            Mapper<?> parent = mapper.parent();
            if (parent != null && ids.containsKey(parent)) {
                edges.add(new Edge(name(ids, mapper), End.ONE_OR_NONE, name(ids, parent), End.ONE, "is a"));
            }
            for (RelationshipProperty relationship : mapper.storedRelationships()) {
                if (relationship.index() >= inherited(mapper) && ids.containsKey(relationship.target())
                        && drawn.add(relationship)) {
                    if (relationship.inverse() != null) {
                        drawn.add(relationship.inverse());
                    }
                    edges.add(edge(relationship, ids));
                }
            }
        }
        return edges;
    }

    private static String name(Map<Mapper<?>, String> ids, Mapper<?> mapper) {
        return String.valueOf(ids.get(mapper));
    }

    /** Returns the line of a relationship, from the entity with the foreign key to the one that it refers to. */
    private static Edge edge(RelationshipProperty relationship, Map<Mapper<?>, String> ids) {
        RelationshipProperty inverse = relationship.inverse();
        String label = inverse == null ? relationship.name() : relationship.name() + " / " + inverse.name();
        String owner = name(ids, relationship.owner());
        String target = name(ids, relationship.target());
        return switch (relationship.kind()) {
            case MANY_TO_ONE -> new Edge(owner, inverse == null || inverse.isToMany() ? End.MANY : End.ONE_OR_NONE,
                    target, referenced(relationship.owner(), relationship.local()), label);
            case ONE_TO_MANY -> new Edge(target, relationship.isToMany() ? End.MANY : End.ONE_OR_NONE, owner,
                    referenced(relationship.target(), relationship.remote()), label);
            case MANY_TO_MANY -> new Edge(owner, End.MANY, target, End.MANY, label);
            case BY_CONDITION -> new Edge(owner, End.MANY, target, relationship.isToMany() ? End.MANY
                    : End.ONE_OR_NONE, label);
        };
    }

    private static End referenced(Mapper<?> mapper, int[] foreignKey) {
        return Arrays.stream(foreignKey).anyMatch(attribute -> mapper.columnDefinition(attribute).isNullable())
                ? End.ONE_OR_NONE : End.ONE;
    }
}
