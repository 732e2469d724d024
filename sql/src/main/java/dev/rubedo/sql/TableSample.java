package dev.rubedo.sql;

import dev.rubedo.type.Types;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A random sample of the rows of a table in the FROM clause of a select: {@code TABLESAMPLE BERNOULLI (5)}. Immutable.
 *
 * @param table the table or alias
 * @param method how rows are chosen
 * @param percent the size of the sample, in percent of the rows
 * @param seed the seed that makes the sample repeatable; null for a different sample each time
 */
public record TableSample(FromClause table, Method method, Expression<? extends @Nullable Number> percent,
        @Nullable Expression<?> seed) implements StatementClause {

    /** Checks the components. */
    public TableSample {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(percent, "percent");
    }

    /**
     * Returns a sample in which each row is chosen independently.
     *
     * @param table the table or alias
     * @param percent the size of the sample, from 0 to 100 percent of the rows
     */
    public static TableSample bernoulli(FromClause table, double percent) {
        return new TableSample(table, Method.BERNOULLI, part(percent), null);
    }

    /**
     * Returns a sample in which whole pages are chosen, which is faster and less random.
     *
     * @param table the table or alias
     * @param percent the size of the sample, from 0 to 100 percent of the rows
     */
    public static TableSample system(FromClause table, double percent) {
        return new TableSample(table, Method.SYSTEM, part(percent), null);
    }

    private static Expression<Double> part(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("A sample must have 0 to 100 percent of the rows, not " + percent);
        }
        return new Literal<>(percent, Types.DOUBLE);
    }

    /**
     * Returns this sample with a seed, so that it contains the same rows each time as long as the table is not changed.
     *
     * @param number the seed
     */
    public TableSample repeatable(int number) {
        return new TableSample(table, method, percent, new Literal<>(number, Types.INTEGER));
    }

    @Override
    public CustomClause.Place place() {
        return CustomClause.Place.AFTER_TABLE;
    }

    @Override
    public void describe(Structure out) {
        out.part(method);
        out.from(table);
        out.expression(percent);
        out.part(seed != null);
        if (seed != null) {
            out.expression(seed);
        }
    }

    @Override
    public TableSample rewrite(Rewriter rewriter) {
        var newTable = rewriter.from(table);
        var newPercent = rewriter.expression(percent);
        var newSeed = seed == null ? null : rewriter.expression(seed);
        return Rewriter.same(newTable, table) && Rewriter.same(newPercent, percent) && Rewriter.same(newSeed, seed)
                ? this
                : new TableSample(newTable, method, newPercent, newSeed);
    }

    @Override
    public String toString() {
        return table + " TABLESAMPLE " + method + " (" + percent + ")"
                + (seed == null ? "" : " REPEATABLE (" + seed + ")");
    }

    /** A sampling method. Immutable. */
    public enum Method {
        /** Rows are chosen independently. */
        BERNOULLI,
        /** Whole pages are chosen. */
        SYSTEM
    }
}
