package dev.rubedo.schema;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Rewriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the items of a table, in which the columns of the copy replace the original ones. Confined to one thread.
 */
final class TableCopy {

    private final Table original;
    private final String schema;
    private final Map<String, Column<?>> columns = new LinkedHashMap<>();

    TableCopy(Table original, String schema) {
        this.original = original;
        this.schema = schema;
    }

    Table into(MetaData metaData, String name) {
        original.columns();
        var copy = metaData.table(name, TableOption.schema(schema));
        for (var item : original.items()) {
            if (item instanceof Column<?> column) {
                columns.put(column.name(), column(column, metaData, copy));
            }
        }
        for (var item : original.items()) {
            switch (item) {
                case Column<?> column -> copy.add(copyOf(column));
                case PrimaryKey key -> copy.add(key);
                case UniqueConstraint unique -> copy.add(unique);
                case CheckConstraint check -> copy.add(new CheckConstraint(check.name(), condition(check.condition()),
                        check.deferrability(), check.details()));
                case ExclusionConstraint exclusion -> copy.add(new ExclusionConstraint(exclusion.name(),
                        exclusion.definition(), exclusion.method(),
                        exclusion.elements().stream().map(each -> new ExclusionConstraint.Element(
                                new OwnColumns().expression(each.term()), each.operator())).toList(),
                        condition(exclusion.condition()), exclusion.deferrability(), exclusion.details()));
                case ForeignKey key -> copy.add(foreignKey(key, metaData, copy));
                case Index index -> copy.add(index(index));
                case ViewDefinition view -> copy.add(view);
                case TableOption option -> {
                    if (option.kind() != TableOption.Kind.SCHEMA) {
                        copy.add(option);
                    }
                }
            }
        }
        return copy;
    }

    private <T extends @Nullable Object> Column<T> column(Column<T> from, MetaData metaData,
            Table copy) {
        var column = Column.column(from.name(), from.declaredType());
        from.copyAll(column);
        from.declaredForeignKeys().stream().map(key -> foreignKey(key, metaData, copy)).forEach(column::addForeignKey);
        return column;
    }

    private Column<?> copyOf(Column<?> column) {
        return Objects.requireNonNull(columns.get(column.name()));
    }

    /** Refers to tables with the same names, which may be copied later; those of the schema are copied to the new one. */
    private ForeignKey foreignKey(ForeignKey key, MetaData metaData, Table copy) {
        return key.moved(table -> table == original ? copy
                : metaData.require(
                        label(table.schema().equals(original.schema()) ? schema : table.schema(), table.name())),
                path -> path(path, copy));
    }

    private static String label(String schema, String name) {
        return schema.isEmpty() ? name : schema + "." + name;
    }

    /** Moves a path with a schema to the new one; a path without one is looked up in the schema of the copy anyway. */
    private String path(String path, Table copy) {
        int point = path.lastIndexOf('.');
        var table = path.substring(0, Math.max(0, point));
        if (table.equals(original.label()) || table.equals(original.name())) {
            return copy.label() + path.substring(point);
        }
        var old = original.schema() + ".";
        return !original.schema().isEmpty() && path.startsWith(old)
                && path.indexOf('.') != path.lastIndexOf('.')
                        ? label(schema, path.substring(old.length()))
                        : path;
    }

    private Index index(Index index) {
        return index.withTerms(index.terms().stream().map(term -> new OwnColumns().orderTerm(term))
                .toArray(OrderTerm[]::new), condition(index.condition()));
    }

    private Condition condition(Condition condition) {
        return new OwnColumns().condition(condition);
    }

    /** A rewriter that replaces the columns of the original with those of the copy. */
    private final class OwnColumns extends Rewriter {
        @Override
        @SuppressWarnings("unchecked") // the copy of a column has its type
        public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
            return node instanceof Column<T> column && columns.containsKey(column.name())
                    ? (Expression<T>) copyOf(column)
                    : super.expression(node);
        }
    }
}
