package dev.rubedo.compile;

import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.ColumnNames;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.LabelStyle;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Not;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Star;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.TypeCoercion;
import dev.rubedo.sql.Unary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names of a query's columns. A column has its own name. A second column with the same name is numbered
 * ({@code id_1}), a repetition of the same column has two underscores ({@code id__1}), and an expression without a name
 * is {@code count_1} after its function, or {@code anon_1}. The rules are those of SQLAlchemy's disambiguating label
 * style.
 *
 * <p>Numbers are assigned on first use, because they count across the whole statement. Confined to one thread at a
 * time.
 */
final class QueryLabels {

    /** Calls that are written as operators, so that their names do not appear in the SQL. */
    private static final Set<String> OPERATIONS = Set.of("make_array", "array_concat", "array_element", "array_slice",
            "array_contains_all", "array_contained_by", "array_overlaps");

    private final List<Expression<?>> columns;
    private final List<Label> labels;

    /**
     * A name, known or to be generated.
     *
     * @param name the name if it is known, otherwise null
     * @param stem the prefix of the number; empty if the name is known
     * @param owner the object that is named
     * @param isRequired whether the name must be written because the column's own name is taken
     * @param isRepeated whether the same column precedes this one under its own name
     */
    private record Label(@Nullable String name, String stem, Object owner, boolean isRequired, boolean isRepeated) {}

    /**
     * Names the columns of a query.
     *
     * @param style how they are named
     * @param nameOf returns the name of a column in its source
     * @param tableOf returns the prefix of a label that contains the name of the table
     */
    QueryLabels(List<Expression<?>> columns, LabelStyle style, Function<ColumnReference<?>, String> nameOf,
            Function<ColumnReference<?>, String> tableOf) {
        this.columns = columns;
        this.labels = new ArrayList<>(columns.size());
        var taken = new HashMap<Object, Object>();
        Function<ColumnReference<?>, String> named = style == LabelStyle.TABLE_AND_COLUMN
                ? column -> tableOf.apply(column) + '_' + nameOf.apply(column) : nameOf;
        for (var column : columns) {
            labels.add(label(column, style, named, taken));
        }
    }

    private static Label label(Expression<?> column, LabelStyle style, Function<ColumnReference<?>, String> nameOf,
            Map<Object, Object> taken) {
        if (column instanceof TextFragment<?> || column instanceof Star) {
            return new Label(column instanceof TextFragment<?> text ? text.text() : "*", "", column, false, false);
        }
        var natural = natural(column, nameOf);
        if (natural == null) {
            return unnamed(column, nameOf, taken);
        }
        return style == LabelStyle.NONE ? new Label(natural, "", column, false, false)
                : named(column, natural, style == LabelStyle.TABLE_AND_COLUMN && column instanceof ColumnReference<?>,
                        taken);
    }

    private static Label named(Expression<?> column, String name, boolean isRequired, Map<Object, Object> taken) {
        var other = taken.putIfAbsent(name, column);
        if (other == null) {
            return new Label(name, "", column, isRequired, false);
        }
        if (other.equals(column)) {
            return new Label(null, name + '_', new Object(), true, true);
        }
        var numbered = new Numbered(column instanceof ColumnReference<?> ? column : new Identity(column));
        return taken.putIfAbsent(numbered, column) == null ? new Label(null, name, numbered.column(), true, false)
                : again(name);
    }

    private static Label again(String name) {
        return new Label(null, name + '_', new Object(), true, false);
    }

    private static Label unnamed(Expression<?> column, Function<ColumnReference<?>, String> nameOf,
            Map<Object, Object> taken) {
        var inner = unwrapped(column);
        var borrowed = inner.equals(column) ? null : natural(inner, nameOf);
        if (borrowed != null) {
            boolean isFirst = taken.putIfAbsent(borrowed, column) == null;
            return isFirst ? new Label(borrowed, "", column, false, false)
                    : new Label(null, borrowed + '_', new Object(), false, false);
        }
        var stem = stem(inner);
        boolean isFirst = taken.putIfAbsent(inner instanceof NullValue<?> ? NullValue.class : new Identity(inner),
                column) == null;
        return isFirst ? new Label(null, stem, inner, false, false)
                : new Label(null, stem + '_', new Object(), false, false);
    }

    /** Returns the expression inside casts and a negated boolean, after which an expression without a name is named. */
    static Expression<?> unwrapped(Expression<?> column) {
        return switch (column) {
            case Cast<?> cast -> unwrapped(cast.operand());
            case TypeCoercion<?> coerced -> unwrapped(coerced.operand());
            case BooleanCondition truth -> unwrapped(truth.expression());
            case Not not when not.operand() instanceof BooleanCondition truth -> unwrapped(truth.expression());
            default -> column;
        };
    }

    private static String stem(Expression<?> expression) {
        return switch (expression) {
            case FunctionCall<?> call when OPERATIONS.contains(call.name()) -> "anon";
            case FunctionCall<?> call when call.condition() == NoCondition.NONE -> call.name()
                    .substring(call.name().lastIndexOf('.') + 1);
            case NextValue next -> "next_value";
            default -> "anon";
        };
    }

    private static @Nullable String natural(Expression<?> column, Function<ColumnReference<?>, String> nameOf) {
        return switch (column) {
            case Labeled<?> labeled -> labeled.label();
            case ColumnReference<?> reference -> nameOf.apply(reference);
            default -> null;
        };
    }

    List<Expression<?>> columns() {
        return columns;
    }

    /** Returns the name of a column, generated on first use. */
    String nameAt(int position, AnonymousNames names) {
        var label = labels.get(position);
        if (label.name() == null) {
            return names.of(label.owner(), label.stem());
        }
        return label.isRequired() && label.owner() instanceof ColumnReference<?> column
                ? names.ofColumn(column, label.name())
                : label.name();
    }

    /**
     * Returns the name by which an enclosing query refers to a column. For a repeated column it is that of its first
     * place, because the numbered one only distinguishes the places.
     */
    String referenceAt(int position, AnonymousNames names) {
        var label = labels.get(position);
        return label.isRepeated() ? label.stem().substring(0, label.stem().length() - 1) : nameAt(position, names);
    }

    /** Returns the name of a column that is written without a label: that of the expression it wraps, or its text. */
    String plainNameAt(int position, AnonymousNames names) {
        return columns.get(position) instanceof Unary<?> unary ? ColumnNames.of(unary.operand())
                : nameAt(position, names);
    }

    boolean isRequiredAt(int position) {
        return labels.get(position).isRequired();
    }

    /** Returns the position of a column of this query, or -1. */
    int find(Expression<?> column) {
        return columns.indexOf(column);
    }

    /** A column whose numbered name is taken. */
    private record Numbered(Object column) {}

    /** A node compared by identity. */
    private static final class Identity {

        private final Object node;

        Identity(Object node) {
            this.node = node;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // identity is what this class is for
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity same && node == same.node;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(node);
        }
    }
}
