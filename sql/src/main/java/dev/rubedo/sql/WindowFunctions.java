package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions over windows, for static import, usually through {@link Sql}. Immutable. */
public class WindowFunctions extends ArrayFunctions {

    /** For subclasses only; there are no instances. */
    protected WindowFunctions() {}

    /** Returns the number of the row in its window, from 1; needs {@code over(...)}. */
    public static FunctionCall<Long> rowNumber() {
        return call("row_number", BIGINT);
    }

    /** Returns the rank of the row in its window, with gaps after ties; needs {@code over(...)}. */
    public static FunctionCall<Long> rank() {
        return call("rank", BIGINT);
    }

    /** Returns the rank of the row in its window, without gaps; needs {@code over(...)}. */
    public static FunctionCall<Long> denseRank() {
        return call("dense_rank", BIGINT);
    }

    /** Returns the relative rank of the row, from 0 to 1; needs {@code over(...)}. */
    public static FunctionCall<Double> percentRank() {
        return call("percent_rank", DOUBLE);
    }

    /** Returns the fraction of rows up to and including the peers of this one; needs {@code over(...)}. */
    public static FunctionCall<Double> cumeDist() {
        return call("cume_dist", DOUBLE);
    }

    /**
     * Returns the number of the bucket of the row, from 1; needs {@code over(...)}.
     *
     * @param buckets the number of buckets
     */
    public static FunctionCall<Integer> ntile(int buckets) {
        return call("ntile", INTEGER, Operands.count("ntile", buckets, 1));
    }

    /**
     * Returns the value of the row before this one; NULL if there is none. Needs {@code over(...)}.
     *
     * @param of the expression
     */
    public static <T extends @Nullable Object> FunctionCall<@Nullable T> lag(Expression<T> of) {
        return call("lag", nullable(of.type()), of);
    }

    /**
     * Returns the value of a row before this one; NULL if there is none. Needs {@code over(...)}.
     *
     * @param of the expression
     * @param rows the number of rows before
     */
    public static <T extends @Nullable Object> FunctionCall<@Nullable T> lag(Expression<T> of, int rows) {
        return call("lag", nullable(of.type()), of, Operands.count("lag", rows, 0));
    }

    /**
     * Returns the value of a row before this one. Needs {@code over(...)}.
     *
     * @param of the expression
     * @param rows the number of rows before
     * @param otherwise the value if there is no such row
     */
    public static <T extends @Nullable Object> FunctionCall<T> lag(Expression<T> of, int rows, T otherwise) {
        return call("lag", of.type(), of, Operands.count("lag", rows, 0), Operands.typed(of.type(), otherwise));
    }

    /**
     * Returns the value of the row after this one; NULL if there is none. Needs {@code over(...)}.
     *
     * @param of the expression
     */
    public static <T extends @Nullable Object> FunctionCall<@Nullable T> lead(Expression<T> of) {
        return call("lead", nullable(of.type()), of);
    }

    /**
     * Returns the value of a row after this one; NULL if there is none. Needs {@code over(...)}.
     *
     * @param of the expression
     * @param rows the number of rows after
     */
    public static <T extends @Nullable Object> FunctionCall<@Nullable T> lead(Expression<T> of, int rows) {
        return call("lead", nullable(of.type()), of, Operands.count("lead", rows, 0));
    }

    /**
     * Returns the value of a row after this one. Needs {@code over(...)}.
     *
     * @param of the expression
     * @param rows the number of rows after
     * @param otherwise the value if there is no such row
     */
    public static <T extends @Nullable Object> FunctionCall<T> lead(Expression<T> of, int rows, T otherwise) {
        return call("lead", of.type(), of, Operands.count("lead", rows, 0), Operands.typed(of.type(), otherwise));
    }

    /**
     * Returns the value of the first row of the frame; needs {@code over(...)}.
     *
     * @param of the expression
     */
    public static <T extends @Nullable Object> FunctionCall<T> firstValue(Expression<T> of) {
        return call("first_value", of.type(), of);
    }

    /**
     * Returns the value of the last row of the frame; needs {@code over(...)}.
     *
     * @param of the expression
     */
    public static <T extends @Nullable Object> FunctionCall<T> lastValue(Expression<T> of) {
        return call("last_value", of.type(), of);
    }

    /**
     * Returns the value of a row of the frame; NULL if there is none. Needs {@code over(...)}.
     *
     * @param of the expression
     * @param row the number of the row, from 1
     */
    public static <T extends @Nullable Object> FunctionCall<@Nullable T> nthValue(Expression<T> of, int row) {
        return call("nth_value", nullable(of.type()), of, Operands.count("nthValue", row, 1));
    }

    private static <T extends @Nullable Object> FunctionCall<T> call(String name, SqlType<T> type,
            Expression<?>... arguments) {
        return FunctionCall.of(name, type, List.of(arguments));
    }

    // A type does not tell about NULL; its values may always be NULL.
    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> SqlType<@Nullable T> nullable(SqlType<T> type) {
        return (SqlType<@Nullable T>) type;
    }
}
