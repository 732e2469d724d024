package dev.rubedo.processor;

import dev.rubedo.processor.JoinConditions.Declared;
import dev.rubedo.processor.Link.Broken;
import dev.rubedo.processor.Link.ByCondition;
import dev.rubedo.processor.Link.ByForeignKey;
import dev.rubedo.processor.RelationshipAttribute.JoinTableNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the link of each relationship: which foreign key or join table it uses, and which side has the key. What is
 * specified takes precedence; the rest is inferred from the foreign keys that both entities declare, as in SQLAlchemy.
 * A to-one relationship without any creates an implicit one. Confined to one thread at a time.
 */
final class LinkResolver {

    private final EntityModels models;
    private final ForeignKeys foreignKeys;
    private final JoinTableColumns joinTables;
    /** The relationships being resolved, to stop mutual recursion. */
    private final Set<RelationshipAttribute> asked = Collections.newSetFromMap(new IdentityHashMap<>());

    LinkResolver(EntityModels models) {
        this.models = models;
        this.foreignKeys = new ForeignKeys(models);
        this.joinTables = new JoinTableColumns(models, this::synthetic);
    }

    /** Returns the link of a relationship to its target. */
    Link of(EntityModel entity, RelationshipAttribute relationship) {
        if (models.joinConditions().of(entity, relationship).filter(Declared::isStandalone).isPresent()) {
            return new ByCondition();
        }
        EntityModel target = models.model(relationship.target());
        Optional<RelationshipAttribute> reverse = reverse(entity, relationship);
        boolean first = asked.add(relationship);
        try {
            return relationship.toMany() ? toMany(entity, relationship, target, reverse)
                    : toOne(entity, relationship, target, reverse);
        } finally {
            if (first) {
                asked.remove(relationship);
            }
        }
    }

    /** Returns the inverse side of a relationship: the one that {@code backPopulates} names, if it refers back. */
    Optional<RelationshipAttribute> reverse(EntityModel entity, RelationshipAttribute relationship) {
        EntityModel target = models.model(relationship.target());
        return relationship.backPopulates().flatMap(target::relationship)
                .filter(other -> models.model(other.target()).isSame(entity) && other != relationship);
    }

    /** Returns the attributes that a foreign key references in the entity on its far side. */
    List<String> referenced(ByForeignKey link, EntityModel farSide) {
        return foreignKeys.referenced(link.key(), farSide);
    }

    /** Returns the implicit foreign keys of an entity's relationships, in order, the inherited ones first. */
    List<ColumnAttribute> synthetic(EntityModel entity) {
        EntityModel parent = entity.parent();
        var made = new ArrayList<ColumnAttribute>(parent == null ? List.of() : synthetic(parent));
        made.addAll(ownSynthetic(entity));
        return made;
    }

    /** Returns the implicit foreign keys of the relationships that an entity does not inherit, in order. */
    List<ColumnAttribute> ownSynthetic(EntityModel entity) {
        var made = new ArrayList<ColumnAttribute>();
        for (RelationshipAttribute relationship : entity.ownRelationships()) {
            if (!relationship.isViewOnly() && of(entity, relationship) instanceof ByForeignKey link
                    && link.owning()) {
                link.key().stream().filter(ColumnAttribute::synthetic).forEach(made::add);
            }
        }
        return made;
    }

    private Link toMany(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            Optional<RelationshipAttribute> reverse) {
        JoinTableNames table = relationship.joinTable() != null ? relationship.joinTable()
                : reverse.map(RelationshipAttribute::joinTable).map(JoinTableNames::inverse).orElse(null);
        if (table != null) {
            return joinTables.link(entity, relationship, target, table);
        }
        if (reverse.isPresent() && reverse.get().toMany()) {
            return !isFirst(entity, relationship, target, reverse.get()) ? new Broken(null)
                    : broken(relationship, "backPopulates",
                            "Both \"" + path(entity, relationship) + "\" and \"" + path(target, reverse.get())
                                    + "\" are collections, so they need a join table. Add joinTable = \""
                                    + entity.table() + "_"
                                    + target.table() + "\" to one of them.");
        }
        if (reverse.isPresent() && relationship.foreignKey().isEmpty()) {
            return of(target, reverse.get()) instanceof ByForeignKey link && link.owning()
                    ? new ByForeignKey(false, link.key())
                    : new Broken(null);
        }
        return inverse(entity, relationship, target);
    }

    /**
     * Resolves a relationship whose foreign key is on the other side: one that the target declares, or an implicit one
     * of its relationships.
     */
    private Link inverse(EntityModel entity, RelationshipAttribute relationship, EntityModel target) {
        List<List<ColumnAttribute>> keys = foreignKeysOf(target, entity);
        if (!relationship.foreignKey().isEmpty()) {
            Optional<List<ColumnAttribute>> chosen = keys.stream()
                    .filter(key -> ForeignKeys.names(key).equals(relationship.foreignKey())).findFirst();
            return chosen.<Link>map(key -> new ByForeignKey(false, key))
                    .orElseGet(() -> unknownKey(entity, relationship, target, target, keys));
        }
        if (keys.size() == 1) {
            return new ByForeignKey(false, keys.get(0));
        }
        if (keys.size() > 1) {
            return ambiguous(entity, relationship, target, keys);
        }
        return foreignKeys.hasUnknownTable(target) ? new Broken(null)
                : broken(relationship, "",
                        "No foreign key of \"" + target.name() + "\" refers to \"" + entity.name() + "\", so \""
                                + path(entity, relationship) + "\" cannot be loaded. Add @Relationship " + entity.name()
                                + " "
                                + Names.decapitalized(entity.name()) + "() to \"" + target.name()
                                + "\", or a joinTable if many lead to many.");
    }

    /**
     * Returns the foreign keys from one entity to another: first the declared ones, then the implicit ones of its
     * relationships.
     */
    private List<List<ColumnAttribute>> foreignKeysOf(EntityModel from, EntityModel to) {
        List<List<ColumnAttribute>> keys = new ArrayList<>(foreignKeys.declared(from, to));
        for (RelationshipAttribute other : from.relationships()) {
            if (!other.toMany() && !other.isViewOnly() && !asked.contains(other)
                    && models.model(other.target()).isSame(to)
                    && of(from, other) instanceof ByForeignKey link
                    && link.owning() && !keys.contains(link.key())) {
                keys.add(link.key());
            }
        }
        return keys;
    }

    private Link toOne(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            Optional<RelationshipAttribute> reverse) {
        if (relationship.isViewOnly() && relationship.remoteSide().isEmpty()) {
            return viewOfOne(entity, relationship, target);
        }
        if (entity.isSame(target) && !relationship.remoteSide().isEmpty()) {
            return selfByRemoteSide(entity, relationship, target);
        }
        if (entity.isSame(target) && reverse.isPresent() && !reverse.get().toMany()) {
            return selfOneToOne(entity, relationship, target, reverse.get());
        }
        if (entity.isSame(target) || (reverse.isPresent() && reverse.get().toMany())) {
            return owning(entity, relationship, target);
        }
        boolean own = !foreignKeys.candidates(entity, relationship, target).isEmpty();
        boolean others = !reverse.map(other -> foreignKeys.candidates(target, other, entity))
                .orElseGet(() -> foreignKeys.declared(target, entity)).isEmpty();
        if (!relationship.foreignKey().isEmpty()) {
            return entity.attributeNames().containsAll(relationship.foreignKey()) || !others
                    ? owning(entity, relationship, target)
                    : inverse(entity, relationship, target);
        }
        if (reverse.isEmpty()) {
            return own || !others ? owning(entity, relationship, target) : inverse(entity, relationship, target);
        }
        return oneToOne(entity, relationship, target, reverse.get(), own, others);
    }

    /** Resolves a read-only to-one relationship, which creates no foreign key but uses that of another one. */
    private Link viewOfOne(EntityModel entity, RelationshipAttribute relationship, EntityModel target) {
        List<List<ColumnAttribute>> own = foreignKeysOf(entity, target);
        List<List<ColumnAttribute>> others = entity.isSame(target) ? List.of() : foreignKeysOf(target, entity);
        if (!relationship.foreignKey().isEmpty()) {
            Optional<Link> chosen = chosen(relationship, own, true).or(() -> chosen(relationship, others, false));
            return chosen.orElseGet(() -> unknownKey(entity, relationship, entity, target, own));
        }
        boolean owning = !own.isEmpty();
        List<List<ColumnAttribute>> keys = owning ? own : others;
        return switch (keys.size()) {
            case 0 -> broken(relationship, "", "No foreign key connects \"" + entity.name() + "\" and \""
                    + target.name() + "\", and \"" + path(entity, relationship)
                    + "\" creates none because it is viewOnly. Declare one, or relate the rows by a standalone"
                    + " @JoinCondition.");
            case 1 -> new ByForeignKey(owning, keys.get(0));
            default -> ambiguous(entity, relationship, owning ? entity : target, keys);
        };
    }

    private static Optional<Link> chosen(RelationshipAttribute relationship, List<List<ColumnAttribute>> keys,
            boolean owning) {
        return keys.stream().filter(key -> ForeignKeys.names(key).equals(relationship.foreignKey())).findFirst()
                .map(key -> new ByForeignKey(owning, key));
    }

    /** Resolves a self-reference that specifies its far side: the referenced attribute, or the foreign key. */
    private Link selfByRemoteSide(EntityModel entity, RelationshipAttribute relationship, EntityModel target) {
        List<String> far = relationship.remoteSide();
        Link owning = owning(entity, relationship, target);
        if (far.equals(ForeignKeys.names(target.primaryKey()))
                || (owning instanceof ByForeignKey link && far.equals(foreignKeys.referenced(link.key(), target)))) {
            return owning;
        }
        return foreignKeysOf(target, entity).stream().filter(key -> ForeignKeys.names(key).equals(far)).findFirst()
                .<Link>map(key -> new ByForeignKey(false, key))
                .orElseGet(() -> broken(relationship, "remoteSide", "The far side of \"" + path(entity, relationship)
                        + "\" is neither the primary key nor a foreign key of \"" + entity.name() + "\" to itself, but "
                        + String.join(", ", far) + ". If it refers to a parent, write remoteSide = \""
                        + foreignKeys.firstKeyName(target) + "\" or leave it out."));
    }

    private Link oneToOne(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            RelationshipAttribute reverse,
            boolean own, boolean others) {
        if (own != others) {
            return own ? owning(entity, relationship, target) : inverse(entity, relationship, target);
        }
        if (!reverse.foreignKey().isEmpty()) {
            return target.attributeNames().containsAll(reverse.foreignKey()) ? inverse(entity, relationship, target)
                    : owning(entity, relationship, target);
        }
        boolean required = !relationship.accessor().nullable();
        if (!own && required == reverse.accessor().nullable()) {
            return required ? owning(entity, relationship, target) : inverse(entity, relationship, target);
        }
        if (!isFirst(entity, relationship, target, reverse)) {
            return new Broken(null);
        }
        return broken(relationship, "",
                "It is not clear which side of the one-to-one \"" + path(entity, relationship) + "\" and \""
                        + path(target, reverse) + "\" has the foreign key. Declare it there, as in @ForeignKey(\""
                        + target.qualifiedTable() + "."
                        + foreignKeys.firstKeyColumn(target) + "\"), or make the side without it @Nullable.");
    }

    /**
     * Of two to-one relationships with the same foreign key, the one with the name of the key owns it: {@code next}
     * owns {@code nextId}.
     */
    private Link selfOneToOne(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            RelationshipAttribute reverse) {
        if (!reverse.remoteSide().isEmpty()) {
            return ForeignKeys.names(entity.primaryKey()).equals(reverse.remoteSide()) ? inverseOf(target, reverse)
                    : owning(entity, relationship, target);
        }
        List<List<ColumnAttribute>> keys = foreignKeys.declared(entity, target);
        if (keys.size() == 1) {
            List<String> names = ForeignKeys.names(keys.get(0));
            if (names.equals(foreignKeys.syntheticNames(relationship, target))) {
                return owning(entity, relationship, target);
            }
            if (names.equals(foreignKeys.syntheticNames(reverse, target))) {
                return inverseOf(target, reverse);
            }
        }
        if (!isFirst(entity, relationship, target, reverse)) {
            return new Broken(null);
        }
        return broken(relationship, "",
                "It is not clear which of \"" + path(entity, relationship) + "\" and \"" + path(target, reverse)
                        + "\" has the foreign key. Specify for the one that has it remoteSide = \""
                        + foreignKeys.firstKeyName(target)
                        + "\".");
    }

    private Link inverseOf(EntityModel target, RelationshipAttribute reverse) {
        return owning(target, reverse, target) instanceof ByForeignKey link ? new ByForeignKey(false, link.key())
                : new Broken(null);
    }

    /** Resolves a relationship whose foreign key is on this side: a declared one, or the implicit one. */
    private Link owning(EntityModel entity, RelationshipAttribute relationship, EntityModel target) {
        if (!relationship.foreignKey().isEmpty()) {
            List<List<ColumnAttribute>> keys = foreignKeys.declared(entity, target);
            return keys.stream().filter(key -> ForeignKeys.names(key).equals(relationship.foreignKey())).findFirst()
                    .<Link>map(key -> new ByForeignKey(true, key))
                    .orElseGet(() -> unknownKey(entity, relationship, entity, target, keys));
        }
        List<List<ColumnAttribute>> keys = foreignKeys.candidates(entity, relationship, target);
        return switch (keys.size()) {
            case 0 -> new ByForeignKey(true, foreignKeys.synthetic(relationship, target));
            case 1 -> new ByForeignKey(true, keys.get(0));
            default -> ambiguous(entity, relationship, entity, keys);
        };
    }

    private static Link ambiguous(EntityModel entity, RelationshipAttribute relationship, EntityModel side,
            List<List<ColumnAttribute>> keys) {
        List<String> names = keys.stream().map(key -> String.join(" and ", ForeignKeys.names(key))).toList();
        return broken(relationship, "", "Relationship \"" + path(entity, relationship) + "\" matches " + keys.size()
                + " foreign keys of \"" + side.name() + "\": " + String.join(", ", names)
                + ". Choose one: foreignKey = \"" + names.get(0)
                + "\".");
    }

    private static Link unknownKey(EntityModel entity, RelationshipAttribute relationship, EntityModel side,
            EntityModel other,
            List<List<ColumnAttribute>> keys) {
        List<String> names = keys.stream().map(key -> String.join(" and ", ForeignKeys.names(key))).toList();
        String given = String.join(" and ", relationship.foreignKey());
        EntityModel refersTo = side.isSame(other) ? entity : other;
        boolean plain = names.isEmpty() && side.attributeNames().containsAll(relationship.foreignKey());
        return broken(relationship, "foreignKey", "\"" + given + "\" is not a foreign key of \"" + side.name()
                + "\" to \""
                + refersTo.name() + "\"."
                + (plain ? " If that attribute is meant, mark it: @ForeignKey(\"" + refersTo.qualifiedTable() + "."
                        + refersTo.primaryKey().stream().map(ColumnAttribute::column).findFirst().orElse("id") + "\")."
                        : Names.suggestion(given, names)));
    }

    /**
     * Returns which of two sides reports errors that concern both: the first by name, or by order in the same entity.
     */
    static boolean isFirst(EntityModel entity, RelationshipAttribute relationship, EntityModel target,
            RelationshipAttribute reverse) {
        if (entity.isSame(target)) {
            return entity.attributeNames().indexOf(relationship.name()) <= entity.attributeNames()
                    .indexOf(reverse.name());
        }
        return entity.element().getQualifiedName().toString()
                .compareTo(target.element().getQualifiedName().toString()) <= 0;
    }

    private static Broken broken(RelationshipAttribute relationship, String value, String message) {
        return new Broken(value.isEmpty() ? Problem.at(relationship.element(), relationship.annotation(), message)
                : Problem.at(relationship.element(), relationship.annotation(), value, message));
    }

    private static String path(EntityModel entity, RelationshipAttribute relationship) {
        return entity.name() + "." + relationship.name();
    }
}
