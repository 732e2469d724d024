package dev.rubedo.migrate.snapshot;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import dev.rubedo.sql.Rewriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of an index. Immutable.
 *
 * @param name the name
 * @param terms its columns and expressions
 * @param isUnique whether it is unique
 * @param condition the condition of a partial index; {@link NoCondition} for all rows
 * @param including the names of the additional columns that are not part of the key
 * @param method the access method; empty for the default
 * @param options dialect-specific options, by {@code dialect.name}
 */
public record IndexSnapshot(String name, List<Term> terms, boolean isUnique, Condition condition,
        List<String> including, String method, Map<String, String> options) {

    /** Checks the components and copies the collections. */
    public IndexSnapshot {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(method, "method");
        terms = List.copyOf(terms);
        including = List.copyOf(including);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of an index is empty");
        }
    }

    /**
     * A term of an index.
     *
     * @param column the name of the column; empty for an expression
     * @param expression the expression, or null for a column
     * @param direction the direction
     * @param nulls where NULL is sorted
     */
    public record Term(String column, @Nullable Expression<?> expression, Ordered.Direction direction,
            Ordered.Nulls nulls) {
        static Term of(OrderTerm term) {
            var direction = term instanceof Ordered ordered ? ordered.direction() : Ordered.Direction.DEFAULT;
            var nulls = term instanceof Ordered ordered ? ordered.nulls() : Ordered.Nulls.DEFAULT;
            return term.term() instanceof Column<?> column ? new Term(column.name(), null, direction, nulls)
                    : new Term("", term.term(), direction, nulls);
        }

        private Term renamed(String from, String to) {
            return new Term(column.equals(from) ? to : column,
                    expression == null ? null : ColumnRenaming.renamed(expression, from, to), direction, nulls);
        }

        private OrderTerm toTerm(Table table) {
            Expression<?> plain = expression == null ? table.require(column)
                    : new OfTable(table).expression(expression);
            return direction == Ordered.Direction.DEFAULT && nulls == Ordered.Nulls.DEFAULT ? plain
                    : new Ordered(plain, direction, nulls);
        }
    }

    /**
     * Returns an index of a table.
     *
     * @param index the index, which belongs to a table
     */
    public static IndexSnapshot of(Index index) {
        return new IndexSnapshot(index.name(), index.terms().stream().map(Term::of).toList(), index.isUnique(),
                index.condition(), index.includedNames(), index.method(), index.options());
    }

    /**
     * Returns an index on columns.
     *
     * @param name the name
     * @param columns the names of the columns
     */
    public static IndexSnapshot of(String name, List<String> columns) {
        return new IndexSnapshot(name,
                columns.stream().map(column -> new Term(column, null, Ordered.Direction.DEFAULT, Ordered.Nulls.DEFAULT))
                        .toList(),
                false, NoCondition.NONE, List.of(), "", Map.of());
    }

    /** Returns the names of the columns among its terms. */
    public List<String> columns() {
        return terms.stream().map(Term::column).filter(column -> !column.isEmpty()).toList();
    }

    /**
     * Returns this index under another name.
     *
     * @param other the name
     */
    public IndexSnapshot withName(String other) {
        return new IndexSnapshot(other, terms, isUnique, condition, including, method, options);
    }

    /**
     * Returns this index after a column was renamed.
     *
     * @param from the old name
     * @param to the new name
     */
    public IndexSnapshot withColumnRenamed(String from, String to) {
        return new IndexSnapshot(name, terms.stream().map(term -> term.renamed(from, to)).toList(), isUnique,
                condition == NoCondition.NONE ? condition : ColumnRenaming.renamed(condition, from, to),
                ColumnRenaming.renamed(including, from, to), method, options);
    }

    /**
     * Returns an index to be declared for a table.
     *
     * @param table the table
     */
    public Index toIndex(Table table) {
        var index = Index.on(terms.stream().map(term -> term.toTerm(table)).toArray(OrderTerm[]::new)).named(name)
                .including(including.toArray(String[]::new)).using(method);
        index = isUnique ? index.unique() : index;
        index = condition == NoCondition.NONE ? index : index.where(new OfTable(table).condition(condition));
        for (var option : options.entrySet()) {
            int point = option.getKey().indexOf('.');
            index = index.option(option.getKey().substring(0, point), option.getKey().substring(point + 1),
                    option.getValue());
        }
        return index;
    }

    /** Replaces columns with the columns of the same name in one table. */
    private static final class OfTable extends Rewriter {
        private final Table table;

        private OfTable(Table table) {
            this.table = table;
        }

        @Override
        @SuppressWarnings("unchecked") // the column with the same name has the same type
        public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
            return node instanceof Column<T> column
                    ? (Expression<T>) table.find(column.name()).<Expression<?>>map(found -> found).orElse(column)
                    : super.expression(node);
        }
    }
}
