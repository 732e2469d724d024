package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import dev.rubedo.type.WholeResultType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL functions, for static import, usually through {@link Sql}. Functions have their standard SQL names; a dialect in
 * which a function has another name writes that name. Immutable.
 */
public class Functions extends WindowFunctions {
    /** For subclasses only; there are no instances. */
    protected Functions() {}

    /** Returns {@code count(*)}. */
    public static FunctionCall<Long> count() {
        return call("count", BIGINT, new Star());
    }

    /**
     * Returns the number of rows in which an expression is not NULL.
     *
     * @param of the expression
     */
    public static FunctionCall<Long> count(Expression<?> of) {
        return call("count", BIGINT, of);
    }

    /**
     * Returns the sum of integers, as a Long, because the sum of 32-bit integers may exceed 32 bits. Reading a sum that
     * exceeds the range of a Long is an error. For an integer column, {@code sum(x, INTEGER)} is an Integer.
     *
     * @param of an integer
     * @param <E> an expression of type Integer
     */
    public static <E extends Object & Expression<? extends @Nullable Integer>> FunctionCall<Long> sum(E of) {
        return wholeSum(of);
    }

    /**
     * Returns the sum of small integers, as a Long.
     *
     * @param of a small integer
     * @param <E> an expression of type Short
     */
    public static <E extends OrderTerm & Expression<? extends @Nullable Short>> FunctionCall<Long> sum(E of) {
        return wholeSum(of);
    }

    /**
     * Returns the sum of numbers that are neither Integer nor Short, of the type of its argument. The sum of Longs is a
     * Long, computed exactly. A sum that exceeds its range is an error; except on SQLite,
     * {@link #sum(Expression, SqlType)} with {@link Types#NUMERIC} avoids it.
     *
     * @param of a number
     */
    // the sum has the class of the numbers
    @SuppressWarnings("unchecked")
    public static <N extends @Nullable Number> FunctionCall<N> sum(Expression<? extends N> of) {
        Operands.requireNumeric(of, "sum");
        return call("sum", (SqlType<N>) of.type(), of);
    }

    /** Fractions in an intermediate result are kept until it is read. */
    private static FunctionCall<Long> wholeSum(Expression<? extends @Nullable Number> of) {
        Operands.requireNumeric(of, "sum");
        return call("sum", of.type() instanceof WholeResultType<?, ?> whole
                ? new WholeResultType<>(BIGINT, whole.storage()) : BIGINT, of);
    }

    /**
     * Returns the sum as a given type, which should be wide enough.
     *
     * @param of a number
     * @param type the type of the sum
     */
    public static <R extends @Nullable Object> FunctionCall<R> sum(Expression<? extends @Nullable Number> of,
            SqlType<R> type) {
        Operands.requireNumeric(of, "sum");
        return call("sum", type, of);
    }

    /**
     * Returns the average. MySQL and MariaDB return four more fraction digits than the numbers have, other databases
     * return more; for the same precision everywhere, cast the numbers to a type with enough fraction digits.
     *
     * @param of a number
     */
    public static FunctionCall<BigDecimal> avg(Expression<? extends @Nullable Number> of) {
        Operands.requireNumeric(of, "avg");
        return call("avg", NUMERIC, of);
    }

    /**
     * Returns the smallest value.
     *
     * @param of the expression
     */
    public static <T extends @Nullable Object> FunctionCall<T> min(Expression<T> of) {
        return call("min", of.type(), of);
    }

    /**
     * Returns the greatest value.
     *
     * @param of the expression
     */
    public static <T extends @Nullable Object> FunctionCall<T> max(Expression<T> of) {
        return call("max", of.type(), of);
    }

    /**
     * Returns the first argument that is not NULL.
     *
     * @param first the first argument
     * @param otherwise the value if the first is NULL
     */
    public static <T extends @Nullable Object> FunctionCall<T> coalesce(Expression<T> first, T otherwise) {
        return call("coalesce", first.type(), first, Operands.typed(first.type(), otherwise));
    }

    /**
     * Returns the first argument that is not NULL.
     *
     * @param first the first argument
     * @param more the other arguments
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> FunctionCall<T> coalesce(Expression<T> first,
            Expression<? extends T>... more) {
        var arguments = new ArrayList<Expression<?>>();
        arguments.add(first);
        arguments.addAll(Arrays.asList(more));
        return FunctionCall.of("coalesce", first.type(), arguments);
    }

    /**
     * Returns NULL if both arguments are equal, otherwise the first.
     *
     * @param first the first argument
     * @param other the other argument
     */
    public static <T extends @Nullable Object> FunctionCall<@Nullable T> nullif(Expression<T> first, T other) {
        return call("nullif", nullable(first.type()), first, Operands.typed(first.type(), other));
    }

    /**
     * Returns a text in lower case. SQLite converts only ASCII letters.
     *
     * @param text the text
     */
    public static <S extends @Nullable String> FunctionCall<S> lower(Expression<S> text) {
        Operands.requireText(text, "lower");
        return call("lower", text.type(), text);
    }

    /**
     * Returns a text in upper case. SQLite converts only ASCII letters.
     *
     * @param text the text
     */
    public static <S extends @Nullable String> FunctionCall<S> upper(Expression<S> text) {
        Operands.requireText(text, "upper");
        return call("upper", text.type(), text);
    }

    /**
     * Returns a text without leading and trailing spaces.
     *
     * @param text the text
     */
    public static <S extends @Nullable String> FunctionCall<S> trim(Expression<S> text) {
        Operands.requireText(text, "trim");
        return call("trim", text.type(), text);
    }

    /**
     * Returns the number of characters. H2 counts a character outside the Basic Multilingual Plane, such as an emoji,
     * as two.
     *
     * @param text the text
     */
    public static FunctionCall<Integer> length(Expression<? extends @Nullable String> text) {
        Operands.requireText(text, "length");
        return call("char_length", INTEGER, text);
    }

    /**
     * Returns a substring of a text.
     *
     * @param text the text
     * @param from the position of the first character, from 1
     * @param length the number of characters
     */
    public static <S extends @Nullable String> FunctionCall<S> substring(Expression<S> text, int from, int length) {
        Operands.requireText(text, "substring");
        return call("substring", text.type(), text, Operands.count("substring", from, 1),
                Operands.count("substring", length, 0));
    }

    /**
     * Returns a text with all occurrences of a substring replaced.
     *
     * @param text the text
     * @param part the substring to replace
     * @param by the replacement
     */
    public static <S extends @Nullable String> FunctionCall<S> replace(Expression<S> text, String part, String by) {
        Operands.requireText(text, "replace");
        return call("replace", text.type(), text, Operands.value(part), Operands.value(by));
    }

    /**
     * Returns the concatenation of texts. If one of them is NULL, the result is NULL on MySQL and MariaDB, while other
     * databases skip the NULL. Use {@link #coalesce} where that matters.
     *
     * @param texts the texts
     */
    public static FunctionCall<String> concat(Expression<?>... texts) {
        return FunctionCall.of("concat", STRING, Operands.some("concat", texts));
    }

    /**
     * Returns the absolute value of a number.
     *
     * @param number the number
     */
    public static <N extends @Nullable Number> FunctionCall<N> abs(Expression<N> number) {
        Operands.requireNumeric(number, "abs");
        return call("abs", number.type(), number);
    }

    /**
     * Returns a number rounded up.
     *
     * @param number the number
     */
    public static <N extends @Nullable Number> FunctionCall<N> ceiling(Expression<N> number) {
        Operands.requireNumeric(number, "ceiling");
        return call("ceiling", number.type(), number);
    }

    /**
     * Returns a number rounded down.
     *
     * @param number the number
     */
    public static <N extends @Nullable Number> FunctionCall<N> floor(Expression<N> number) {
        Operands.requireNumeric(number, "floor");
        return call("floor", number.type(), number);
    }

    /**
     * Returns a number rounded to a number of digits, half away from zero.
     *
     * @param number the number
     * @param digits the number of fraction digits to keep; negative to round to tens, hundreds and so on
     */
    public static <N extends @Nullable Number> FunctionCall<N> round(Expression<N> number, int digits) {
        Operands.requireNumeric(number, "round");
        return call("round", number.type(), number,
                digits < 0 ? new Literal<>(digits, INTEGER) : Operands.value(digits));
    }

    /**
     * Returns a number rounded to a whole number, without changing its type; a number half-way between two is rounded
     * away from zero.
     *
     * @param number the number
     */
    public static <N extends @Nullable Number> FunctionCall<N> round(Expression<N> number) {
        return round(number, 0);
    }

    /**
     * Returns the number with its sign reversed.
     *
     * @param number the number
     */
    public static <N extends @Nullable Number> Expression<N> negate(Expression<N> number) {
        Operands.requireNumeric(number, "negate");
        return new Unary<>(Operator.NEGATE, number, number.type());
    }

    /**
     * Returns the number with every bit inverted.
     *
     * @param number the number
     */
    public static <N extends @Nullable Number> Expression<N> bitwiseNot(Expression<N> number) {
        Operands.requireNumeric(number, "bitwiseNot");
        return new Unary<>(Operator.BITWISE_NOT, number, number.type());
    }

    /** Returns a random number from 0 to 1 or, on some databases, in another range. */
    public static FunctionCall<Double> random() {
        return call("random", DOUBLE);
    }

    /** Returns the point in time at which the statement or transaction began. */
    public static FunctionCall<OffsetDateTime> now() {
        return call("now", TIMESTAMP_TZ);
    }

    /** Returns the point in time at which the statement or transaction began. */
    public static FunctionCall<OffsetDateTime> currentTimestamp() {
        return call("current_timestamp", TIMESTAMP_TZ);
    }

    /** Returns the current date and time of day in the time zone of the connection. */
    public static FunctionCall<LocalDateTime> localTimestamp() {
        return call("localtimestamp", TIMESTAMP);
    }

    /** Returns the current date in the time zone of the connection. */
    public static FunctionCall<LocalDate> currentDate() {
        return call("current_date", DATE);
    }

    /** Returns the current time of day in the time zone of the connection. */
    public static FunctionCall<LocalTime> currentTime() {
        return call("current_time", TIME);
    }

    /**
     * Returns a field of a point in time.
     *
     * @param field the field
     * @param source the point in time
     */
    public static Expression<Integer> extract(Extract.Field field, Expression<?> source) {
        return new Extract(field, source);
    }

    /**
     * Returns a number raised to a power.
     *
     * @param number the number
     * @param exponent the exponent
     */
    public static FunctionCall<Double> power(Expression<? extends @Nullable Number> number, Number exponent) {
        return power(number, new BindParameter<>("", exponent.doubleValue(), false, DOUBLE));
    }

    /**
     * Returns a number raised to a power.
     *
     * @param number the number
     * @param exponent the exponent
     */
    public static FunctionCall<Double> power(Expression<? extends @Nullable Number> number,
            Expression<? extends @Nullable Number> exponent) {
        Operands.requireNumeric(number, "power");
        Operands.requireNumeric(exponent, "power");
        return call("pow", DOUBLE, number, exponent);
    }

    /**
     * Returns the exact quotient of two numbers, with a fraction; {@link Expression#dividedBy} divides integers as
     * Java does.
     *
     * @param number the dividend
     * @param divisor the divisor
     */
    public static Expression<BigDecimal> quotient(Expression<? extends @Nullable Number> number,
            Expression<? extends @Nullable Number> divisor) {
        Operands.requireNumeric(number, "quotient");
        Operands.requireNumeric(divisor, "quotient");
        return new Binary<>(number, Operator.DIVIDE, divisor, NUMERIC);
    }

    /**
     * Returns the most frequent value of a group.
     *
     * @param of the expression
     */
    public static <T extends @Nullable Object> FunctionCall<T> mode(Expression<T> of) {
        return FunctionCall.of("mode", of.type(), List.of()).withinGroup(of);
    }

    /**
     * Returns a percentile of the numbers of a group, interpolated between neighbors.
     *
     * @param fraction the fraction, from 0 to 1: 0.5 for the median
     * @param of the number, possibly with a direction
     */
    public static FunctionCall<Double> percentileCont(double fraction, OrderTerm of) {
        return FunctionCall.of("percentile_cont", DOUBLE, List.of(fraction(fraction))).withinGroup(of);
    }

    /**
     * Returns the value of a group at a percentile, without interpolation.
     *
     * @param fraction the fraction, from 0 to 1
     * @param of the expression
     */
    public static <T extends @Nullable Object> FunctionCall<T> percentileDisc(double fraction, Expression<T> of) {
        return FunctionCall.of("percentile_disc", of.type(), List.of(fraction(fraction))).withinGroup(of);
    }

    private static Literal<Double> fraction(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("The fraction of a percentile must be from 0 to 1, not " + fraction);
        }
        return new Literal<>(fraction, DOUBLE);
    }

    /**
     * Returns a {@code ROLLUP} for {@code groupBy}: groups by all expressions, by all but the last, and so on, and
     * finally all rows as one group.
     *
     * @param expressions the expressions
     */
    public static FunctionCall<Object> rollup(Expression<?>... expressions) {
        return FunctionCall.of("rollup", UNKNOWN, Operands.some("rollup", expressions));
    }

    /**
     * Returns a {@code CUBE} for {@code groupBy}: groups by every combination of the expressions.
     *
     * @param expressions the expressions
     */
    public static FunctionCall<Object> cube(Expression<?>... expressions) {
        return FunctionCall.of("cube", UNKNOWN, Operands.some("cube", expressions));
    }

    /**
     * Returns {@code GROUPING SETS} for {@code groupBy}: groups by each of several sets of expressions. An empty set is
     * one group of all rows.
     *
     * @param sets the sets
     */
    public static FunctionCall<Object> groupingSets(List<? extends List<? extends Expression<?>>> sets) {
        if (sets.isEmpty()) {
            throw new IllegalArgumentException(
                    "groupingSets(): the list is empty. An empty set in it is one group of all");
        }
        return FunctionCall.of("grouping_sets", UNKNOWN, sets.stream().<Expression<?>>map(set -> set.size() > 1
                ? new Tuple(List.copyOf(set))
                : FunctionCall.of("grouping_set", UNKNOWN, List.copyOf(set))).toList());
    }

    /**
     * Returns 0 if the row is grouped by the expression, or 1 if it is a total over it. Requires {@link #rollup},
     * {@link #cube} or {@link #groupingSets}.
     *
     * @param of the expression
     */
    public static FunctionCall<Integer> grouping(Expression<?> of) {
        return call("grouping", INTEGER, of);
    }

    /**
     * Returns a value converted to another type, or NULL if it cannot be converted.
     *
     * @param expression the value
     * @param type the type
     */
    public static <T extends @Nullable Object> FunctionCall<@Nullable T> tryCast(Expression<?> expression,
            SqlType<T> type) {
        return call("try_cast", nullable(type), expression);
    }

    /**
     * Returns whether a text matches search words, using the full-text search of the database. MySQL and MariaDB
     * require a FULLTEXT index on the column.
     *
     * @param text the column that is searched
     * @param words the words, in the plain syntax of the database
     */
    public static FunctionCall<Boolean> match(Expression<? extends @Nullable String> text, String words) {
        Operands.requireText(text, "match");
        return call("full_text_match", BOOLEAN, text, Operands.value(words));
    }

    /**
     * Returns the values as an array.
     *
     * @param of the expression
     */
    public static <T> FunctionCall<List<T>> arrayAgg(Expression<T> of) {
        return call("array_agg", array(of.type()), of);
    }

    /**
     * Returns the concatenation of the texts.
     *
     * @param of the text
     * @param separator the text between two values
     */
    public static FunctionCall<String> stringAgg(Expression<? extends @Nullable String> of, String separator) {
        Operands.requireText(of, "stringAgg");
        return call("aggregate_strings", STRING, of, new Literal<>(separator, STRING));
    }

    /**
     * Returns a text with every match of a regular expression replaced, in the database's syntax.
     *
     * @param text the text
     * @param pattern the regular expression
     * @param by the replacement
     */
    public static <S extends @Nullable String> FunctionCall<S> regexpReplace(Expression<S> text, String pattern,
            String by) {
        Operands.requireText(text, "regexpReplace");
        return call("regexp_replace_all", text.type(), text, Operands.value(pattern), Operands.value(by));
    }

    /**
     * Returns a text with every match of a regular expression replaced, in the database's syntax.
     *
     * @param text the text
     * @param pattern the regular expression
     * @param by the replacement
     */
    public static <S extends @Nullable String> FunctionCall<S> regexpReplace(Expression<S> text,
            Expression<? extends @Nullable String> pattern, Expression<? extends @Nullable String> by) {
        Operands.requireText(text, "regexpReplace");
        return call("regexp_replace_all", text.type(), text, pattern, by);
    }

    /**
     * Returns a text in which all matches of a regular expression are replaced.
     *
     * @param text the text
     * @param pattern the regular expression, in the syntax of the database
     * @param by the replacement
     * @param flags flags in the syntax of the database, such as {@code i} to ignore case
     */
    public static <S extends @Nullable String> FunctionCall<S> regexpReplace(Expression<S> text, String pattern,
            String by, String flags) {
        Operands.requireText(text, "regexpReplace");
        if (!flags.matches("[a-z]+")) {
            throw new IllegalArgumentException("regexpReplace(): flags must be letters, not \"" + flags + "\"");
        }
        return call("regexp_replace_all", text.type(), text, Operands.value(pattern), Operands.value(by),
                new Literal<>(flags, STRING));
    }

    /**
     * Returns the time from one point in time to another, negative if the other is earlier, like
     * {@link Duration#between}. Between dates it is a number of whole days.
     *
     * @param start the start
     * @param end the end
     */
    public static <T extends @Nullable Object> FunctionCall<Duration> durationBetween(Expression<T> start,
            Expression<? extends T> end) {
        return Amounts.between(start, end, Amounts.DURATION_BETWEEN, Types.INTERVAL);
    }

    /**
     * Returns the number of days from one date to another, negative if the other is earlier.
     *
     * @param start the start
     * @param end the end
     */
    public static FunctionCall<Integer> daysBetween(Expression<? extends @Nullable LocalDate> start,
            Expression<? extends @Nullable LocalDate> end) {
        return Amounts.between(start, end, Amounts.DAYS_BETWEEN, Types.INTEGER);
    }

    /**
     * Returns a call of any function.
     *
     * @param name the name; dots separate schema or package
     * @param type the type of its result
     * @param arguments values and expressions
     */
    public static <T extends @Nullable Object> FunctionCall<T> func(String name, SqlType<T> type,
            @Nullable Object... arguments) {
        return FunctionCall.of(name, type, Arrays.stream(arguments).<Expression<?>>map(Functions::argument).toList());
    }

    private static Expression<?> argument(@Nullable Object value) {
        if (value instanceof Expression<?> expression) {
            return expression;
        }
        if (value instanceof Selectable<?> query) {
            return new ScalarSubquery<>(query);
        }
        return value == null ? new NullValue<>(UNKNOWN) : Operands.value(value);
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
