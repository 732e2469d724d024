package dev.rubedo.orm.model;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.LinkDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition.Numbering;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.orm.model.RelationshipProperty.Order;
import dev.rubedo.schema.MetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Resolves the relationships of definitions to those of a model. Checks that everything a definition names exists, and
 * that both sides of a relationship agree. The processor has already chosen the foreign key of each relationship.
 * Confined to one thread at a time.
 */
final class RelationshipResolver {

    private static final Set<Class<?>> POSITIONS = Set.of(Integer.class, Long.class, Short.class);

    private final List<Mapper<?>> mappers;
    private final Map<EntityDefinition<?>, Mapper<?>> byDefinition;
    private final JoinTables joinTables;
    private final Map<AttributeDefinition, RelationshipProperty> resolved = new LinkedHashMap<>();

    RelationshipResolver(MetaData metadata, List<Mapper<?>> mappers, Map<EntityDefinition<?>, Mapper<?>> byDefinition, ModelNames names) {
        this.mappers = mappers;
        this.byDefinition = byDefinition;
        this.joinTables = new JoinTables(metadata, names);
    }

    void resolve() {
        for (Mapper<?> mapper : mappers) {
            mapper.foreignKeys(foreignKeys(mapper));
        }
        for (Mapper<?> mapper : mappers) {
            forEach(mapper, index -> check(mapper, index));
        }
        for (Mapper<?> mapper : mappers) {
            forEach(mapper, index -> property(mapper, index));
        }
        for (Mapper<?> mapper : mappers) {
            List<RelationshipProperty> properties = new ArrayList<>();
            forEach(mapper, index -> {
                RelationshipProperty property = property(mapper, index);
                int inverse = mapper.definition().inverse(index);
                if (inverse >= 0) {
                    RelationshipProperty other = property(property.target(), inverse);
                    checkPair(property, other);
                    property.inverse(other);
                }
                properties.add(property);
            });
            mapper.relationships(properties);
        }
        checkSharedForeignKeys();
    }

    private static void forEach(Mapper<?> mapper, IntConsumer action) {
        List<AttributeDefinition> attributes = mapper.definition().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i) instanceof RelationshipDefinition) {
                action.accept(i);
            }
        }
    }

    private static RelationshipDefinition definition(Mapper<?> mapper, int index) {
        return (RelationshipDefinition) mapper.definition().attribute(index);
    }

    private static String name(Mapper<?> mapper, int index) {
        return "\"" + mapper.name() + "." + definition(mapper, index).name() + "\"";
    }

    private Mapper<?> target(Mapper<?> mapper, int index) {
        EntityDefinition<?> definition = definition(mapper, index).target();
        Mapper<?> target = byDefinition.get(definition);
        if (target == null) {
            throw new MappingException("Relationship " + name(mapper, index) + " refers to entity \"" + definition.name()
                    + "\", which is not in this model. Add its " + definition.name() + "_ to Model.of(...).");
        }
        return target;
    }

    /** Checks what does not depend on foreign keys. */
    private void check(Mapper<?> mapper, int index) {
        RelationshipDefinition definition = definition(mapper, index);
        Mapper<?> target = target(mapper, index);
        String back = definition.backPopulates();
        if (back == null) {
            return;
        }
        int inverse = target.definition().indexOf(back);
        if (inverse < 0) {
            throw new MappingException(
                    "Relationship " + name(mapper, index) + " has backPopulates = \"" + back + "\", but entity \""
                            + target.name() + "\" has no such attribute.");
        }
        if (!(target.definition().attribute(inverse) instanceof RelationshipDefinition other)) {
            throw new MappingException("Relationship " + name(mapper, index) + " has backPopulates = \"" + back
                    + "\", which is not a relationship of entity \"" + target.name() + "\".");
        }
        if (!mapper.definition().isA(other.target())) {
            throw new MappingException(
                    "Relationship " + name(mapper, index) + " has backPopulates = \"" + back + "\", but "
                            + name(target, inverse) + " refers to \"" + other.target().name() + "\" and not to \""
                            + mapper.name() + "\".");
        }
        if (!definition.name().equals(other.backPopulates())) {
            throw new MappingException(
                    "Relationship " + name(mapper, index) + " has backPopulates = \"" + back + "\", but "
                            + name(target, inverse) + " does not name it. Give it backPopulates = \""
                            + definition.name() + "\".");
        }
    }

    private static void checkPair(RelationshipProperty one, RelationshipProperty other) {
        boolean fits = Arrays.equals(one.local(), other.remote()) && Arrays.equals(one.remote(), other.local())
                && switch (one.kind()) {
                    case MANY_TO_ONE -> other.kind() == Kind.ONE_TO_MANY;
                    case ONE_TO_MANY -> other.kind() == Kind.MANY_TO_ONE;
                    case BY_CONDITION -> false;
                    case MANY_TO_MANY -> other.kind() == Kind.MANY_TO_MANY
                            && one.link().table() == other.link().table()
                            && one.link().ownerColumns().equals(other.link().targetColumns())
                            && one.link().targetColumns().equals(other.link().ownerColumns());
                };
        if (!fits) {
            throw new MappingException("Relationships \"" + one + "\" and \"" + other
                    + "\" name each other by backPopulates, but do not use the same foreign key or join table. Give"
                    + " both the same.");
        }
    }

    /**
     * Checks that no two relationships write the same foreign key without backPopulates: they would overwrite each
     * other.
     */
    private void checkSharedForeignKeys() {
        List<RelationshipProperty> all = List.copyOf(resolved.values());
        for (RelationshipProperty one : all) {
            if (one.kind() != Kind.MANY_TO_ONE || one.isViewOnly()) {
                continue;
            }
            for (RelationshipProperty other : all) {
                if (other.kind() == Kind.ONE_TO_MANY && !other.isViewOnly() && other.target() == one.owner()
                        && Arrays.equals(other.remote(), one.local())
                        && other.inverse() != one && !overlaps(other, one)) {
                    throw new MappingException("Relationships \"" + one + "\" and \"" + other
                            + "\" use the same foreign key and are not linked. Give both backPopulates.");
                }
            }
        }
    }

    private static boolean overlaps(RelationshipProperty one, RelationshipProperty other) {
        return one.definition().overlaps().contains(other.name())
                || other.definition().overlaps().contains(one.name());
    }

    private static RelationshipProperty byCondition(Mapper<?> mapper, int index, Mapper<?> target, List<Order> order) {
        if (!definition(mapper, index).isStandalone()) {
            throw new MappingException("Relationship " + name(mapper, index)
                    + " has no link. Define how it is joined to \"" + target.name()
                    + "\": foreignKey(...), inverseForeignKey(...) or joinTable(...).");
        }
        if (!definition(mapper, index).isViewOnly()) {
            throw new MappingException("Relationship " + name(mapper, index)
                    + " is joined by a condition alone, so it cannot be written. Make it viewOnly().");
        }
        return new RelationshipProperty(mapper, index, target, Kind.BY_CONDITION, mapper.primaryKey(),
                target.primaryKey(), null, order);
    }

    private List<ForeignKeyProperty> foreignKeys(Mapper<?> mapper) {
        List<ForeignKeyProperty> found = new ArrayList<>();
        for (ForeignKeys.Reference reference : ForeignKeys.of(mapper.definition(), byDefinition.keySet())) {
            Mapper<?> target = Objects.requireNonNull(byDefinition.get(reference.to()));
            found.add(new ForeignKeyProperty(reference.attributes(), target, reference.targets()));
        }
        return found;
    }

    private RelationshipProperty property(Mapper<?> of, int index) {
        // an inherited relationship belongs to the entity that declares it
        Mapper<?> mapper = of;
        while (mapper.parent() != null && index < mapper.parent().definition().attributes().size()) {
            mapper = mapper.parent();
        }
        RelationshipDefinition definition = definition(mapper, index);
        RelationshipProperty known = resolved.get(definition);
        if (known == null) {
            known = make(mapper, index, definition);
            resolved.put(definition, known);
        }
        return known;
    }

    private RelationshipProperty make(Mapper<?> mapper, int index, RelationshipDefinition definition) {
        Mapper<?> target = target(mapper, index);
        List<Order> order = orderBy(mapper, index, target);
        RelationshipProperty property = switch (definition.link()) {
            case LinkDefinition.ForeignKey link -> new RelationshipProperty(mapper, index, target, Kind.MANY_TO_ONE,
                    attributes(mapper, index, mapper, link.attributes(), link.referenced().size()),
                    attributes(mapper, index, target, link.referenced(), link.attributes().size()), null, order);
            case LinkDefinition.InverseForeignKey link -> new RelationshipProperty(mapper, index, target,
                    Kind.ONE_TO_MANY, attributes(mapper, index, mapper, link.referenced(), link.attributes().size()),
                    attributes(mapper, index, target, link.attributes(), link.referenced().size()), null, order);
            case LinkDefinition.JoinTable link -> new RelationshipProperty(mapper, index, target, Kind.MANY_TO_MANY,
                    mapper.primaryKey(), target.primaryKey(),
                    joinTables.link(name(mapper, index), link, mapper, target), order);
            case null -> byCondition(mapper, index, target, order);
        };
        checkKind(mapper, index, definition, property.kind());
        return property;
    }

    private static void checkKind(Mapper<?> mapper, int index, RelationshipDefinition definition, Kind kind) {
        if (definition.isToMany() && kind == Kind.MANY_TO_ONE) {
            throw new MappingException("Relationship " + name(mapper, index)
                    + " is a collection, but its foreign key is in its own table and refers to a single object. Give it"
                    + " inverseForeignKey(...).");
        }
        if (!definition.isToMany() && kind == Kind.MANY_TO_MANY) {
            throw new MappingException("Relationship " + name(mapper, index)
                    + " has a joinTable but is a to-one relationship. Declare it as a List or Set.");
        }
        if (definition.cascades(Cascade.DELETE_ORPHAN) && kind != Kind.ONE_TO_MANY && !definition.isSingleParent()) {
            throw new MappingException("Relationship " + name(mapper, index)
                    + " cascades DELETE_ORPHAN, but its targets may have several parents. Make it singleParent() if they"
                    + " never do.");
        }
        Numbering numbering = definition.numbering();
        if (numbering != null && (definition.collection() != CollectionKind.LIST || definition.isViewOnly())) {
            throw new MappingException("Relationship " + name(mapper, index)
                    + " is numbered, but is not a modifiable List. Remove numbered(...).");
        }
        if (numbering != null) {
            AttributeDefinition position = definition.target().indexOf(numbering.attribute()) < 0 ? null
                    : definition.target().attribute(definition.target().indexOf(numbering.attribute()));
            if (!(position instanceof ColumnDefinition column) || !POSITIONS.contains(column.type().javaType())) {
                throw new MappingException("Relationship " + name(mapper, index) + " is numbered by \""
                        + numbering.attribute() + "\", which is not an integer attribute of entity \""
                        + definition.target().name() + "\".");
            }
        }
        if ((definition.collection() == CollectionKind.MAP) != (definition.mapKey() != null)) {
            throw new MappingException("Relationship " + name(mapper, index) + (definition.mapKey() == null
                    ? " is a Map without a key. Give it mapKey(...)." : " has a mapKey, but is not a Map. Remove it."));
        }
        if (definition.isViewOnly() && (!definition.cascades().isEmpty() || definition.backPopulates() != null)) {
            throw new MappingException("Relationship " + name(mapper, index)
                    + " is view-only, so nothing cascades and the other side is not kept in sync. Remove cascade and"
                    + " backPopulates, or viewOnly.");
        }
    }

    private static int[] attributes(Mapper<?> mapper, int index, Mapper<?> side, List<String> names, int count) {
        int[] found = new int[names.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = side.definition().indexOf(names.get(i));
            if (found[i] < 0 || !(side.definition().attribute(found[i]) instanceof ColumnDefinition)) {
                throw new MappingException("Relationship " + name(mapper, index) + " uses \"" + names.get(i)
                        + "\", which is not a column attribute of entity \"" + side.name() + "\".");
            }
        }
        if (found.length == 0 || found.length != count) {
            throw new MappingException("Relationship " + name(mapper, index) + " uses " + count
                    + " attributes on one side and " + found.length
                    + " on the other. Name the attributes of the foreign key and the referenced attributes.");
        }
        return found;
    }

    private static List<Order> orderBy(Mapper<?> mapper, int index, Mapper<?> target) {
        String text = definition(mapper, index).orderBy();
        List<Order> order = new ArrayList<>();
        if (text.isBlank()) {
            return order;
        }
        for (String part : text.split(",")) {
            String[] words = part.trim().split("\\s+");
            int attribute = target.definition().indexOf(words[0]);
            boolean direction = words.length == 1 || words.length == 2 && (words[1].equalsIgnoreCase("asc")
                    || words[1].equalsIgnoreCase("desc"));
            if (attribute < 0 || !direction
                    || !(target.definition().attribute(attribute) instanceof ColumnDefinition)) {
                throw new MappingException(
                        "Relationship " + name(mapper, index) + " has orderBy = \"" + text + "\", but \"" + part.trim()
                                + "\" is not an attribute of entity \"" + target.name()
                                + "\", optionally followed by asc or desc.");
            }
            order.add(new Order(attribute, words.length == 2 && words[1].equalsIgnoreCase("desc")));
        }
        return order;
    }
}
