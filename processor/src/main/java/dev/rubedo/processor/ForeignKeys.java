package dev.rubedo.processor;

import dev.rubedo.mapping.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the foreign keys between two entities, and makes those that nothing declares. Confined to one thread at a time. */
final class ForeignKeys {

    private final Catalog catalog;

    ForeignKeys(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the foreign keys that one entity declares to another: one column each, or all columns of a composite key together. */
    List<List<ColumnAttribute>> declared(EntityModel from, EntityModel to) {
        List<ColumnAttribute> columns = from.columns().stream()
                .filter(column -> column.foreignKey() != null
                        && column.foreignKey().table().equals(to.qualifiedTable()))
                .toList();
        List<String> keyColumns = to.primaryKey().stream().map(ColumnAttribute::column).toList();
        List<String> targets = columns.stream().map(column -> Objects.requireNonNull(column.foreignKey()).column())
                .toList();
        if (keyColumns.size() > 1 && targets.size() == keyColumns.size()
                && Set.copyOf(targets).equals(Set.copyOf(keyColumns))) {
            var ordered = new ArrayList<ColumnAttribute>();
            keyColumns.forEach(key -> ordered.add(columns.get(targets.indexOf(key))));
            return List.of(ordered);
        }
        return columns.stream().map(List::of).toList();
    }

    /** Returns the attributes that a to-one relationship without a declared foreign key makes: {@code userId} for {@code user} and {@code id}. */
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
            var options = new ColumnAttribute.Options(false, false, false, unique, false, "",
                    new ForeignKeyReference(target.qualifiedTable(), key.column(), "NO_ACTION", null));
            ColumnType type = key.type() == null ? null
                    : new ColumnType(key.java().box(), key.type().sql(), key.type().transfer(),
                            key.type().enumeration());
            made.add(new ColumnAttribute(accessor, Names.snakeCase(name), key.java().box(), type, options, true));
        }
        return made;
    }

    List<String> syntheticNames(RelationshipAttribute relationship, EntityModel target) {
        return target.primaryKey().stream().map(key -> syntheticName(relationship, key)).toList();
    }

    private static String syntheticName(RelationshipAttribute relationship, ColumnAttribute key) {
        return relationship.name() + Names.capitalized(key.name());
    }

    /** Tells whether an entity has a foreign key to a table that nobody maps, which is reported there. */
    boolean hasUnknownTable(EntityModel entity) {
        return entity.columns().stream().map(ColumnAttribute::foreignKey).filter(Objects::nonNull)
                .anyMatch(reference -> catalog.find(reference.table(), entity).isEmpty());
    }

    String firstKeyColumn(EntityModel entity) {
        return entity.primaryKey().stream().map(ColumnAttribute::column).findFirst().orElse("id");
    }

    String firstKeyName(EntityModel entity) {
        return entity.primaryKey().stream().map(ColumnAttribute::name).collect(Collectors.joining(", "));
    }
}
