package dev.rubedo.schema;

import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.type.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a table once it is in use. Immutable.
 *
 * @param columns the columns
 * @param primaryKey the primary key; without columns if there is none
 * @param autoincrement the auto-increment column, or null
 * @param constraints all other constraints
 * @param indexes the indexes
 * @param options the options
 */
record FrozenTable(List<Column<?>> columns, PrimaryKey primaryKey, @Nullable Column<?> autoincrement,
        List<Constraint> constraints, List<Index> indexes, List<TableOption> options) {
    FrozenTable {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        options = List.copyOf(options);
    }

    static FrozenTable of(Table table, List<Column<?>> columns, List<TableItem> items) {
        var naming = table.metaData().namingConvention();
        var primaryKey = primaryKey(table, columns, items);
        var constraints = new ArrayList<Constraint>();
        var ofColumns = new ArrayList<Constraint>();
        var indexes = new ArrayList<Index>();
        var options = new ArrayList<TableOption>();
        for (var item : items) {
            switch (item) {
                case Column<?> column -> {
                    column.declaredChecks().forEach(check -> constraints.add(naming.apply(check, table)));
                    column.declaredForeignKeys().forEach(key -> ofColumns.add(key.attach(table)));
                    if (column.isIndexed()) {
                        var index = column.isUnique() ? Index.on(column).unique() : Index.on(column);
                        indexes.add(named(index.attach(table), table));
                    } else if (column.isUnique()) {
                        ofColumns.add(naming.apply(UniqueConstraint.on(column), table));
                    }
                }
                case PrimaryKey key -> {}
                case UniqueConstraint unique -> {
                    unique.columnNames().forEach(table::require);
                    constraints.add(naming.apply(unique, table));
                }
                case CheckConstraint check -> constraints.add(naming.apply(check, table));
                case ExclusionConstraint exclusion -> constraints.add(exclusion);
                case ForeignKey key -> constraints.add(key.attach(table));
                case Index index -> indexes.add(named(index.attach(table), table));
                case ViewDefinition view -> requireColumns(view, table, columns);
                case TableOption option -> options.add(option);
            }
        }
        constraints.addAll(ofColumns);
        return new FrozenTable(columns, naming.apply(primaryKey, table),
                autoincrement(primaryKey, columns, constraints),
                constraints, indexes, options);
    }

    private static void requireColumns(ViewDefinition view, Table table, List<Column<?>> columns) {
        var returned = view.queryColumns().stream().<String>map(ColumnReference::name).toList();
        var declared = columns.stream().<String>map(Column::name).toList();
        if (!returned.isEmpty() && !returned.equals(declared)) {
            throw new InvalidSchemaException("View \"" + table.label() + "\" declares the columns " + declared
                    + ", but its query returns " + returned + ". Name the columns of the query with as(...)");
        }
    }

    private static Index named(Index index, Table table) {
        if (!index.name().isEmpty()) {
            return index;
        }
        var columns = index.columns().stream().<String>map(Column::name).toList();
        if (columns.isEmpty()) {
            throw new InvalidSchemaException("An index of table \"" + table.label() + "\" on expressions needs a name: "
                    + "add named(...)");
        }
        return index.named(table.metaData().namingConvention().index(table, columns));
    }

    private static PrimaryKey primaryKey(Table table, List<Column<?>> columns, List<TableItem> items) {
        var declared = columns.stream().filter(Column::isDeclaredPrimaryKey).<String>map(Column::name).toList();
        PrimaryKey named = null;
        for (var item : items) {
            if (item instanceof PrimaryKey key) {
                if (named != null) {
                    throw new InvalidSchemaException("Table \"" + table.label() + "\" has two primary keys");
                }
                named = key;
            }
        }
        if (named == null) {
            return PrimaryKey.on(declared.toArray(String[]::new));
        }
        if (!declared.isEmpty() && !named.columnNames().containsAll(declared)) {
            throw new InvalidSchemaException("Table \"" + table.label() + "\": columns " + declared
                    + " are marked with primaryKey(), but the PrimaryKey has " + named.columnNames());
        }
        named.columnNames().forEach(name -> table.require(name).requireNotNull());
        return named;
    }

    /**
     * Returns the column marked as auto-increment, or a single-column integer primary key that is not a foreign key and
     * has no default.
     */
    private static @Nullable Column<?> autoincrement(PrimaryKey key, List<Column<?>> columns,
            List<Constraint> constraints) {
        Column<?> candidate = null;
        for (var column : columns) {
            if (!key.columnNames().contains(column.name()) || Boolean.FALSE.equals(column.autoincrementOption())) {
                continue;
            }
            if (Boolean.TRUE.equals(column.autoincrementOption()) || column.identityOption() != null) {
                return column;
            }
            boolean isReference = constraints.stream().anyMatch(constraint -> constraint instanceof ForeignKey reference
                    && reference.columnNames().contains(column.name()));
            if (key.columnNames().size() == 1 && column.type().family() == TypeFamily.INTEGER && !isReference
                    && column.insertDefault() == null && column.databaseDefault() == null
                    && column.computation() == null) {
                candidate = column;
            }
        }
        return candidate;
    }

    List<ForeignKey> foreignKeys() {
        return only(ForeignKey.class);
    }

    List<UniqueConstraint> uniques() {
        return only(UniqueConstraint.class);
    }

    List<CheckConstraint> checks() {
        return only(CheckConstraint.class);
    }

    private <C extends Constraint> List<C> only(Class<C> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<String> prefixes() {
        return options.stream().filter(option -> option.kind() == TableOption.Kind.PREFIX).map(TableOption::value)
                .toList();
    }
}
