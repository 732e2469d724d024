package dev.rubedo.processor;

import dev.rubedo.mapping.Access;
import dev.rubedo.processor.ColumnAttribute.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Finds the foreign keys between two entities, and creates implicit ones. Confined to one thread at a time.
 */
final class ForeignKeys {

    private final EntityModels models;

    ForeignKeys(EntityModels models) {
        this.models = models;
    }

    /**
     * Returns the foreign keys that one entity declares to another: one column each. For a composite key, the n-th
     * reference to each of its columns forms the n-th foreign key, as the runtime groups them.
     */
    List<List<ColumnAttribute>> declared(EntityModel from, EntityModel to) {
        var rest = new ArrayList<ColumnAttribute>(
                from.columns().stream().filter(column -> refersTo(column, to)).toList());
        List<String> parts = to.primaryKey().stream().map(ColumnAttribute::column).toList();
        var found = new ArrayList<List<ColumnAttribute>>();
        while (parts.size() > 1) {
            List<ColumnAttribute> key = parts.stream()
                    .flatMap(part -> rest.stream().filter(column -> part.equals(target(column))).limit(1))
                    .toList();
            if (key.size() < parts.size()) {
                break;
            }
            rest.removeAll(key);
            found.add(key);
        }
        rest.forEach(column -> found.add(List.of(column)));
        return found;
    }

    private static boolean refersTo(ColumnAttribute column, EntityModel to) {
        return column.foreignKey() != null && column.foreignKey().table().equals(to.qualifiedTable());
    }

    private static String target(ColumnAttribute column) {
        return Objects.requireNonNull(column.foreignKey()).column();
    }

    /**
     * Returns the declared foreign keys that a to-one relationship may use: the one with the name of its implicit key,
     * if there is one; otherwise those that do not have such a name for another relationship.
     */
    List<List<ColumnAttribute>> candidates(EntityModel from, RelationshipAttribute relationship, EntityModel to) {
        List<List<ColumnAttribute>> keys = declared(from, to);
        List<String> own = syntheticNames(relationship, to);
        List<List<ColumnAttribute>> named = keys.stream().filter(key -> names(key).equals(own)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<List<String>> taken = from.relationships().stream()
                .filter(other -> !other.toMany() && models.model(other.target()).isSame(to))
                .map(other -> syntheticNames(other, to)).toList();
        return keys.stream().filter(key -> !taken.contains(names(key))).toList();
    }

    /** Returns the attributes that a foreign key references: the primary key, or others that it names. */
    List<String> referenced(List<ColumnAttribute> key, EntityModel target) {
        return key.stream().flatMap(part -> target.columns().stream()
                .filter(column -> column.column().equals(target(part))).map(ColumnAttribute::name).limit(1)).toList();
    }

    static List<String> names(List<ColumnAttribute> key) {
        return key.stream().map(ColumnAttribute::name).toList();
    }

    /**
     * Returns the implicit attributes of a to-one relationship without a declared foreign key: {@code userId} for
     * {@code user} and {@code id}.
     */
    List<ColumnAttribute> synthetic(RelationshipAttribute relationship, EntityModel target) {
        boolean oneToOne = relationship.backPopulates().flatMap(target::relationship).map(other -> !other.toMany())
                .orElse(false);
        boolean unique = oneToOne && target.primaryKey().size() == 1;
        var made = new ArrayList<ColumnAttribute>();
        for (ColumnAttribute key : target.primaryKey()) {
            String name = syntheticName(relationship, key);
            Accessor of = relationship.accessor();
            var accessor = new Accessor(name, of.method(), key.accessor().type(), key.accessor().value(), false,
                    of.nullable(), false,
                    Access.NONE);
            var options = new ColumnAttribute.Options(false, false, false, unique, false, ColumnValues.NONE,
                    Deferrals.NONE,
                    new ForeignKeyReference(target.qualifiedTable(), key.column(),
                            relationship.annotation().isTrue("updateCascade"), null));
            ColumnType type = key.type() == null ? null
                    : new ColumnType(key.java().box(), key.type().sql(), key.type().transfer(),
                            key.type().enumeration());
            made.add(new ColumnAttribute(accessor, Names.snakeCase(name), key.java().box(), type, options,
                    Role.FOREIGN_KEY));
        }
        return made;
    }

    List<String> syntheticNames(RelationshipAttribute relationship, EntityModel target) {
        return target.primaryKey().stream().map(key -> syntheticName(relationship, key)).toList();
    }

    /**
     * Returns the name of an implicit key. A key that already contains the name of its class, as in {@code filmId}, is
     * kept for the relationship {@code film}.
     */
    private static String syntheticName(RelationshipAttribute relationship, ColumnAttribute key) {
        String name = relationship.name();
        boolean named = key.name().length() > name.length() && key.name().startsWith(name)
                && Character.isUpperCase(key.name().charAt(name.length())) && !isSelfReference(relationship);
        return named ? key.name() : name + Names.capitalized(key.name());
    }

    private static boolean isSelfReference(RelationshipAttribute relationship) {
        return Environment.owner(Environment.owner(relationship.element())).equals(relationship.target());
    }

    /** Returns whether an entity has a foreign key to a table that no entity maps, which is reported there. */
    boolean hasUnknownTable(EntityModel entity) {
        return entity.columns().stream().map(ColumnAttribute::foreignKey).filter(Objects::nonNull)
                .anyMatch(reference -> models.find(reference.table(), entity).isEmpty());
    }

    String firstKeyColumn(EntityModel entity) {
        return entity.primaryKey().stream().map(ColumnAttribute::column).findFirst().orElse("id");
    }

    String firstKeyName(EntityModel entity) {
        return entity.primaryKey().stream().map(ColumnAttribute::name).collect(Collectors.joining(", "));
    }
}
