package dev.rubedo.orm.mapper;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.mapper.RelationshipProperty.Kind;
import dev.rubedo.orm.mapper.RelationshipProperty.Link;
import dev.rubedo.orm.mapper.RelationshipProperty.Order;
import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
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
 * Finds for each relationship the foreign key that makes it: what is named explicitly, else the only one there is, else the one the
 * other side uses, else the one that is called like the relationship. Confined to one thread at a time.
 */
final class RelationshipResolver {

    /** A foreign key of an entity: its attributes and those they refer to. */
    private record Reference(Mapper<?> from, int[] attributes, Mapper<?> to, int[] targets) {}

    private record Choice(Kind kind, Reference reference) {}

    private final List<Mapper<?>> mappers;
    private final Map<EntityDefinition<?>, Mapper<?>> byDefinition;
    private final LinkTables linkTables;
    private final Map<Mapper<?>, List<Reference>> references = new LinkedHashMap<>();
    private final Map<AttributeDefinition, RelationshipProperty> resolved = new LinkedHashMap<>();

    RelationshipResolver(MetaData metadata, List<Mapper<?>> mappers, Map<EntityDefinition<?>, Mapper<?>> byDefinition) {
        this.mappers = mappers;
        this.byDefinition = byDefinition;
        this.linkTables = new LinkTables(metadata, mappers);
    }

    void resolve() {
        for (Mapper<?> mapper : mappers) {
            List<Reference> own = references(mapper);
            references.put(mapper, own);
            mapper.foreignKeys(
                    own.stream().map(one -> new ForeignKeyProperty(one.attributes, one.to, one.targets)).toList());
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
            throw new MappingException("Relationship " + name(mapper, index) + " leads to entity \"" + definition.name()
                    + "\", which is not in this model. Add its " + definition.name() + "_ to Model.of(...).");
        }
        return target;
    }

    /** What can be said without knowing any foreign key. */
    private void check(Mapper<?> mapper, int index) {
        RelationshipDefinition definition = definition(mapper, index);
        Mapper<?> target = target(mapper, index);
        Class<?> collection = definition.collection();
        if (collection != null && collection != List.class && collection != Set.class) {
            throw new MappingException("Relationship " + name(mapper, index) + " is a " + collection.getName()
                    + ". Declare it as java.util.List or java.util.Set.");
        }
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
        if (other.target() != mapper.definition()) {
            throw new MappingException(
                    "Relationship " + name(mapper, index) + " has backPopulates = \"" + back + "\", but "
                            + name(target, inverse) + " leads to \"" + other.target().name() + "\" and not to \""
                            + mapper.name() + "\".");
        }
        if (!definition.name().equals(other.backPopulates())) {
            throw new MappingException(
                    "Relationship " + name(mapper, index) + " has backPopulates = \"" + back + "\", but "
                            + name(target, inverse) + " does not name it back. Give it backPopulates = \""
                            + definition.name() + "\".");
        }
    }

    private static void checkPair(RelationshipProperty one, RelationshipProperty other) {
        boolean fits = switch (one.kind()) {
            case MANY_TO_ONE -> other.kind() == Kind.ONE_TO_MANY && Arrays.equals(one.local(), other.remote());
            case ONE_TO_MANY -> other.kind() == Kind.MANY_TO_ONE && Arrays.equals(one.remote(), other.local());
            case MANY_TO_MANY -> other.kind() == Kind.MANY_TO_MANY && one.link().table() == other.link().table();
        };
        if (!fits) {
            throw new MappingException("Relationships \"" + one + "\" and \"" + other
                    + "\" name each other by backPopulates, but are not made by the same foreign key. Say which by foreignKey.");
        }
    }

    /** Two relationships that write the same foreign key without knowing of each other would overwrite each other. */
    private void checkSharedForeignKeys() {
        List<RelationshipProperty> all = List.copyOf(resolved.values());
        for (RelationshipProperty one : all) {
            if (one.kind() != Kind.MANY_TO_ONE) {
                continue;
            }
            for (RelationshipProperty other : all) {
                if (other.kind() == Kind.ONE_TO_MANY && other.target() == one.owner()
                        && Arrays.equals(other.remote(), one.local())
                        && other.inverse() != one) {
                    throw new MappingException("Relationships \"" + one + "\" and \"" + other
                            + "\" are made by the same foreign key and do not know of each other. Give both backPopulates.");
                }
            }
        }
    }

    private List<Reference> references(Mapper<?> mapper) {
        List<Reference> found = new ArrayList<>();
        for (ForeignKeys.Reference reference : ForeignKeys.of(mapper.definition(), byDefinition.keySet())) {
            Mapper<?> target = Objects.requireNonNull(byDefinition.get(reference.to()));
            found.add(new Reference(mapper, reference.attributes(), target, reference.targets()));
        }
        return found;
    }

    private RelationshipProperty property(Mapper<?> mapper, int index) {
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
        RelationshipProperty property;
        if (definition.joinTable() != null) {
            if (!definition.isToMany()) {
                throw new MappingException("Relationship " + name(mapper, index)
                        + " has a joinTable but leads to one object. Declare it as"
                        + " a List or Set.");
            }
            Link link = linkTables.link(mapper, index, target);
            property = new RelationshipProperty(mapper, index, target, Kind.MANY_TO_MANY, mapper.primaryKey(),
                    target.primaryKey(), link,
                    order);
        } else {
            Choice choice = choose(mapper, index, definition, target);
            Reference reference = choice.reference;
            property = choice.kind == Kind.MANY_TO_ONE
                    ? new RelationshipProperty(mapper, index, target, Kind.MANY_TO_ONE, reference.attributes,
                            reference.targets, null, order)
                    : new RelationshipProperty(mapper, index, target, Kind.ONE_TO_MANY, reference.targets,
                            reference.attributes, null,
                            order);
        }
        if (definition.cascades(Cascade.DELETE_ORPHAN) && property.kind() != Kind.ONE_TO_MANY) {
            throw new MappingException("Relationship " + name(mapper, index)
                    + " cascades DELETE_ORPHAN, but its targets may have several parents. Only a one-to-many or one-to-one relationship can.");
        }
        return property;
    }

    private Choice choose(Mapper<?> mapper, int index, RelationshipDefinition definition, Mapper<?> target) {
        List<Choice> candidates = candidates(mapper, definition, target);
        candidates = named(mapper, index, definition, target, candidates);
        if (candidates.size() > 1 && definition.backPopulates() != null) {
            int inverse = mapper.definition().inverse(index);
            RelationshipDefinition other = definition(target, inverse);
            List<Choice> theirs = named(target, inverse, other, mapper, candidates(target, other, mapper));
            List<Choice> common = new ArrayList<>();
            for (Choice choice : candidates) {
                for (Choice their : theirs) {
                    if (their.kind != choice.kind && sameKey(their.reference, choice.reference)) {
                        common.add(choice);
                    }
                }
            }
            candidates = common.isEmpty() ? candidates : common;
            if (candidates.size() > 1) {
                List<Choice> calledLike = calledLike(other.name(), target, candidates);
                candidates = calledLike.size() == 1 ? calledLike : candidates;
            }
        }
        if (candidates.size() > 1) {
            List<Choice> calledLike = calledLike(definition.name(), mapper, candidates);
            candidates = calledLike.size() == 1 ? calledLike : candidates;
        }
        if (candidates.isEmpty()) {
            throw new MappingException(
                    "Relationship " + name(mapper, index) + " has no foreign key: neither does table \""
                            + (definition.isToMany() ? target : mapper).definition().table() + "\" refer to \""
                            + (definition.isToMany() ? mapper : target).definition().table() + "\""
                            + (definition.isToMany() ? ", nor is there a joinTable." : ", nor the other way round."));
        }
        if (candidates.size() > 1) {
            throw new MappingException("Relationship " + name(mapper, index) + " has several possible foreign keys: "
                    + describe(candidates)
                    + ". Say which by foreignKey.");
        }
        return candidates.get(0);
    }

    private static boolean sameKey(Reference one, Reference other) {
        return one.from == other.from && Arrays.equals(one.attributes, other.attributes);
    }

    private List<Choice> candidates(Mapper<?> mapper, RelationshipDefinition definition, Mapper<?> target) {
        List<Choice> found = new ArrayList<>();
        if (!definition.isToMany()) {
            for (Reference reference : Objects.requireNonNull(references.get(mapper))) {
                if (reference.to == target) {
                    found.add(new Choice(Kind.MANY_TO_ONE, reference));
                }
            }
        }
        boolean farSide = definition.isToMany() || target != mapper || !definition.remoteSide().isEmpty();
        if (farSide) {
            for (Reference reference : Objects.requireNonNull(references.get(target))) {
                if (reference.to == mapper) {
                    found.add(new Choice(Kind.ONE_TO_MANY, reference));
                }
            }
        }
        return found;
    }

    /** Keeps what foreignKey and remoteSide allow. */
    private List<Choice> named(Mapper<?> mapper, int index, RelationshipDefinition definition, Mapper<?> target,
            List<Choice> candidates) {
        List<Choice> kept = new ArrayList<>();
        for (Choice choice : candidates) {
            Reference reference = choice.reference;
            int[] far = choice.kind == Kind.MANY_TO_ONE ? reference.targets : reference.attributes;
            boolean fits = (definition.foreignKey().isEmpty()
                    || names(reference.from, reference.attributes).equals(definition.foreignKey()))
                    && (definition.remoteSide().isEmpty() || names(target, far).equals(definition.remoteSide()));
            if (fits) {
                kept.add(choice);
            }
        }
        if (kept.isEmpty() && !candidates.isEmpty()) {
            throw new MappingException("Relationship " + name(mapper, index) + " names "
                    + (definition.foreignKey().isEmpty() ? "remoteSide = " + definition.remoteSide()
                            : "foreignKey = " + definition.foreignKey())
                    + ", but the possible foreign keys are " + describe(candidates) + ".");
        }
        return kept;
    }

    private static List<Choice> calledLike(String relationship, Mapper<?> owner, List<Choice> candidates) {
        List<Choice> kept = new ArrayList<>();
        for (Choice choice : candidates) {
            boolean fits = choice.reference.from == owner
                    && names(owner, choice.reference.attributes).stream()
                            .allMatch(name -> name.startsWith(relationship));
            if (fits) {
                kept.add(choice);
            }
        }
        return kept;
    }

    private static List<String> names(Mapper<?> mapper, int[] attributes) {
        return Arrays.stream(attributes).mapToObj(attribute -> mapper.definition().attribute(attribute).name())
                .toList();
    }

    private static String describe(List<Choice> candidates) {
        return String.join(", ", candidates.stream()
                .map(choice -> "\"" + choice.reference.from.name() + "." + String.join("+", names(choice.reference.from,
                        choice.reference.attributes)) + "\"")
                .toList());
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
                                + "\", followed by nothing, asc or desc.");
            }
            order.add(new Order(attribute, words.length == 2 && words[1].equalsIgnoreCase("desc")));
        }
        return order;
    }
}
