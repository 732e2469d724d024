package dev.rubedo.schema;

import java.util.List;

/** A lookup of the items that a table declares, before it is in use. Stateless. */
final class Declarations {

    private Declarations() {}

    /** Returns whether an item is declared, under the same name or on the same columns. */
    static boolean has(Table table, List<TableItem> items, TableItem item) {
        return items.stream().anyMatch(other -> isSame(table, other, item));
    }

    private static boolean isSame(Table table, TableItem declared, TableItem item) {
        return switch (item) {
            case Column<?> column -> declared instanceof Column<?> other && other.name().equals(column.name());
            case PrimaryKey key -> declared instanceof PrimaryKey
                    || declared instanceof Column<?> column && column.isDeclaredPrimaryKey();
            case UniqueConstraint unique -> declared instanceof UniqueConstraint other
                    && (isSameName(other.name(), unique.name()) || other.columnNames().equals(unique.columnNames()))
                    || declared instanceof Column<?> column && column.isUnique()
                            && unique.columnNames().equals(List.of(column.name()));
            case ForeignKey key -> declared instanceof ForeignKey other
                    && (isSameName(other.name(), key.name()) || other.columnNames().equals(key.columnNames()))
                    || declared instanceof Column<?> column && !column.declaredForeignKeys().isEmpty()
                            && key.columnNames().equals(List.of(column.name()));
            case CheckConstraint check -> declared instanceof CheckConstraint other
                    && (isSameName(other.name(), check.name()) || other.equals(check));
            case ExclusionConstraint exclusion -> declared instanceof ExclusionConstraint other
                    && (isSameName(other.name(), exclusion.name()) || other.equals(exclusion));
            case Index index -> declared instanceof Index other && isSameName(other.name(), index.name())
                    || declared instanceof Column<?> column && column.isIndexed() && isSameName(index.name(),
                            table.metaData().namingConvention().index(table, List.of(column.name())));
            case ViewDefinition view -> declared instanceof ViewDefinition;
            case TableOption option -> declared instanceof TableOption other && other.kind() == option.kind()
                    && other.dialect().equals(option.dialect()) && other.name().equals(option.name());
        };
    }

    private static boolean isSameName(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }
}
