package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A factory of the columns of sources that are derived from other columns. Immutable. */
final class DerivedColumns {
    private DerivedColumns() {}

    /** Returns one column for each column of a query, named according to its label style. */
    static List<ColumnReference<?>> of(RowSource source, Statement<?> query) {
        var style = LabelStyle.of(query);
        var originals = query.columns();
        var columns = new ArrayList<ColumnReference<?>>(originals.size());
        for (int i = 0; i < originals.size(); i++) {
            columns.add(at(source, i, originals.get(i), style));
        }
        return List.copyOf(columns);
    }

    /** Returns one column for each expression. */
    static List<ColumnReference<?>> of(RowSource source, List<? extends Expression<?>> originals) {
        var columns = new ArrayList<ColumnReference<?>>(originals.size());
        for (int i = 0; i < originals.size(); i++) {
            columns.add(at(source, i, originals.get(i), LabelStyle.DISAMBIGUATE));
        }
        return List.copyOf(columns);
    }

    private static <T extends @Nullable Object> ColumnReference<T> at(RowSource source, int position,
            Expression<T> original, LabelStyle style) {
        return new DerivedColumn<>(source, position, style.nameOf(original), original.type(), original);
    }

    static List<ColumnReference<?>> named(RowSource source, List<ColumnName> names) {
        var columns = new ArrayList<ColumnReference<?>>(names.size());
        for (int i = 0; i < names.size(); i++) {
            columns.add(new DerivedColumn<>(source, i, names.get(i).name(), names.get(i).type(), null));
        }
        return List.copyOf(columns);
    }

    // The type of the original is that of the column that exposes it.
    @SuppressWarnings("unchecked")
    static <T extends @Nullable Object> ColumnReference<T> find(RowSource source, Expression<T> original) {
        if (!isResolved(source)) {
            return new DerivedColumn<>(source, -1, ColumnNames.of(original), original.type(), original);
        }
        if (source instanceof Alias alias) {
            // the common case, an alias of a table, needs no list of all its columns
            int position = alias.source().columns().indexOf(original);
            if (position >= 0) {
                return at(source, position, original, LabelStyle.DISAMBIGUATE);
            }
        }
        ColumnReference<?> byBase = null;
        for (var column : source.columns()) {
            if (column.equals(original)
                    || column instanceof DerivedColumn<?> derived && original.equals(derived.original())) {
                return (ColumnReference<T>) column;
            }
            if (byBase == null && comesFrom(column, original)) {
                byBase = column;
            }
        }
        if (byBase != null) {
            return (ColumnReference<T>) byBase;
        }
        throw new IllegalArgumentException(
                "\"" + source.label() + "\" has no column for " + Operands.describe(original) + "; it has "
                        + names(source));
    }

    // The class has been checked.
    @SuppressWarnings("unchecked")
    static <T> ColumnReference<T> find(RowSource source, String name, Class<T> type) {
        ColumnReference<?> found = null;
        for (var column : source.columns()) {
            if (column.name().equals(name)) {
                if (found != null) {
                    throw new IllegalArgumentException("\"" + source.label() + "\" has several columns \"" + name
                            + "\": give them different names with as(...)");
                }
                found = column;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException(
                    "\"" + source.label() + "\" has no column \"" + name + "\"; it has " + names(source));
        }
        if (!type.isAssignableFrom(found.type().javaType())) {
            throw new IllegalArgumentException("Column \"" + source.label() + "." + name + "\" is "
                    + found.type().javaType().getSimpleName() + ", not " + type.getSimpleName());
        }
        return (ColumnReference<T>) found;
    }

    private static boolean isResolved(RowSource source) {
        return switch (source) {
            case Subquery subquery -> subquery.query().isResolved();
            case CommonTableExpression cte -> cte.query().isResolved();
            case Alias alias -> isResolved(alias.source());
            case TableReference table -> true;
            case TableFunction function -> true;
            case ValuesTable values -> true;
        };
    }

    /**
     * Returns whether a column passes on an expression unchanged, or the table column that the expression passes on.
     */
    private static boolean comesFrom(ColumnReference<?> column, Expression<?> wanted) {
        if (wanted instanceof ColumnReference<?> reference && base(column).equals(base(reference))) {
            return true;
        }
        Expression<?> below = column;
        while (below != null) {
            if (below.equals(wanted)) {
                return true;
            }
            below = switch (below) {
                case DerivedColumn<?> derived -> derived.original();
                case Labeled<?> labeled -> labeled.expression();
                default -> null;
            };
        }
        return false;
    }

    /** Returns the table column that a column passes on unchanged, or the column itself if there is none. */
    static ColumnReference<?> base(ColumnReference<?> column) {
        if (column instanceof DerivedColumn<?> derived) {
            var original = derived.original();
            while (original instanceof Labeled<?> labeled) {
                original = labeled.expression();
            }
            if (original instanceof ColumnReference<?> below) {
                return base(below);
            }
        }
        if (column.source() instanceof TableReference table && !table.alias().isEmpty()) {
            return table.original().column(column.name());
        }
        return column;
    }

    private static String names(RowSource source) {
        var names = source.columns().stream().map(column -> column.name().isEmpty() ? "(no name)" : column.name())
                .toList();
        return names.isEmpty() ? "none: add returning(...) to its statement" : names.toString();
    }
}
