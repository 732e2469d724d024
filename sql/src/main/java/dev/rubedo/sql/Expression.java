package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Anything with a value and a type. Operators are methods whose operands have the type of the left side. Functions
 * (lower, abs, sum) are static methods of {@link Sql}. An operator that the {@link SqlType} does not support throws an
 * {@link IllegalArgumentException} that names the column and the type.
 *
 * <p>A literal {@code null} does not compile as an operand; use {@link #isNull()} or {@link Sql#nullValue}. A variable
 * that holds null means SQL NULL: {@code eq(variable)} becomes {@code IS NULL}. Immutable.
 *
 * @param <T> the Java type of its values
 */
public sealed interface Expression<T extends @Nullable Object> extends Projection<T>, OrderTerm
        permits SettableColumn, CustomExpression, Condition, BindParameter, Literal, NullValue, Binary, CustomOperation,
        Unary, Cast, TypeCoercion, FunctionCall, Over, Case, Labeled, ScalarSubquery, Collate, Extract, Tuple,
        TextFragment,
        Star, Quantified, Excluded, NewValue, NextValue, JsonAccess {
    /** Returns the type. */
    SqlType<T> type();

    @Override
    Expression<T> rewrite(Rewriter rewriter);

    /**
     * Returns the precedence of the outermost operator, which determines where parentheses are needed;
     * {@link Operator#ATOM} if there is none, as in a column or a function call. A dialect may write the expression
     * with another operator.
     */
    default int precedence() {
        return Operator.ATOM;
    }

    @Override
    default Expression<?> term() {
        return this;
    }

    /**
     * Returns {@code this = value}, or {@code this IS NULL} for null.
     *
     * @param value the value, or null
     */
    default Condition eq(@Nullable T value) {
        return Operands.equal(this, value, Operator.EQ);
    }

    /**
     * Returns {@code this = other}, or {@code this IS NULL} for {@link NullValue}.
     *
     * @param other the other side
     */
    default Condition eq(Expression<? extends @Nullable T> other) {
        return Operands.equal(this, other, Operator.EQ);
    }

    /**
     * Returns {@code this != value}, or {@code this IS NOT NULL} for null.
     *
     * @param value the value, or null
     */
    default Condition ne(@Nullable T value) {
        return Operands.equal(this, value, Operator.NE);
    }

    /**
     * Returns {@code this != other}, or {@code this IS NOT NULL} for {@link NullValue}.
     *
     * @param other the other side
     */
    default Condition ne(Expression<? extends @Nullable T> other) {
        return Operands.equal(this, other, Operator.NE);
    }

    /**
     * Returns {@code this < value}.
     *
     * @param value the value
     */
    default Condition lt(T value) {
        return Operands.compare(this, Operator.LT, value);
    }

    /**
     * Returns {@code this < other}.
     *
     * @param other the other side
     */
    default Condition lt(Expression<? extends @Nullable T> other) {
        return Operands.compare(this, Operator.LT, other);
    }

    /**
     * Returns {@code this <= value}.
     *
     * @param value the value
     */
    default Condition le(T value) {
        return Operands.compare(this, Operator.LE, value);
    }

    /**
     * Returns {@code this <= other}.
     *
     * @param other the other side
     */
    default Condition le(Expression<? extends @Nullable T> other) {
        return Operands.compare(this, Operator.LE, other);
    }

    /**
     * Returns {@code this > value}.
     *
     * @param value the value
     */
    default Condition gt(T value) {
        return Operands.compare(this, Operator.GT, value);
    }

    /**
     * Returns {@code this > other}.
     *
     * @param other the other side
     */
    default Condition gt(Expression<? extends @Nullable T> other) {
        return Operands.compare(this, Operator.GT, other);
    }

    /**
     * Returns {@code this >= value}.
     *
     * @param value the value
     */
    default Condition ge(T value) {
        return Operands.compare(this, Operator.GE, value);
    }

    /**
     * Returns {@code this >= other}.
     *
     * @param other the other side
     */
    default Condition ge(Expression<? extends @Nullable T> other) {
        return Operands.compare(this, Operator.GE, other);
    }

    /**
     * Returns a comparison that treats NULL as a value: {@code this IS DISTINCT FROM value}.
     *
     * @param value the value, or null
     */
    default Condition isDistinctFrom(@Nullable T value) {
        return Operands.distinct(this, Operator.IS_DISTINCT_FROM, value);
    }

    /**
     * Returns a comparison that treats NULL as a value: {@code this IS DISTINCT FROM other}.
     *
     * @param other the other side
     */
    default Condition isDistinctFrom(Expression<? extends @Nullable T> other) {
        return Operands.distinct(this, Operator.IS_DISTINCT_FROM, other);
    }

    /**
     * Returns a comparison that treats NULL as a value: {@code this IS NOT DISTINCT FROM value}.
     *
     * @param value the value, or null
     */
    default Condition isNotDistinctFrom(@Nullable T value) {
        return Operands.distinct(this, Operator.IS_NOT_DISTINCT_FROM, value);
    }

    /**
     * Returns a comparison that treats NULL as a value: {@code this IS NOT DISTINCT FROM other}.
     *
     * @param other the other side
     */
    default Condition isNotDistinctFrom(Expression<? extends @Nullable T> other) {
        return Operands.distinct(this, Operator.IS_NOT_DISTINCT_FROM, other);
    }

    /**
     * Returns {@code this BETWEEN low AND high}, both ends included.
     *
     * @param low the lower end
     * @param high the upper end
     */
    default Condition between(T low, T high) {
        return Operands.between(this, low, high);
    }

    /**
     * Returns {@code this BETWEEN low AND high}, both ends included.
     *
     * @param low the lower end
     * @param high the upper end
     */
    default Condition between(Expression<? extends @Nullable T> low, Expression<? extends @Nullable T> high) {
        return Operands.between(this, low, high);
    }

    /**
     * Returns {@code this BETWEEN low AND high}, both ends included.
     *
     * @param low the lower end
     * @param high the upper end
     */
    default Condition between(T low, Expression<? extends @Nullable T> high) {
        return Operands.between(this, low, high);
    }

    /**
     * Returns {@code this BETWEEN low AND high}, both ends included.
     *
     * @param low the lower end
     * @param high the upper end
     */
    default Condition between(Expression<? extends @Nullable T> low, T high) {
        return Operands.between(this, low, high);
    }

    /**
     * Returns {@code this BETWEEN SYMMETRIC one AND other}; the ends may be given in either order.
     *
     * @param one one end
     * @param other the other end
     */
    default Condition betweenSymmetric(T one, T other) {
        return Operands.between(this, one, other).symmetric();
    }

    /**
     * Returns {@code this BETWEEN SYMMETRIC one AND other}; the ends may be given in either order.
     *
     * @param one one end
     * @param other the other end
     */
    default Condition betweenSymmetric(Expression<? extends @Nullable T> one,
            Expression<? extends @Nullable T> other) {
        return Operands.between(this, one, other).symmetric();
    }

    /**
     * Returns {@code this IN (values)}. Without values it is never true.
     *
     * @param values the values
     */
    @SuppressWarnings("unchecked")
    default Condition in(T... values) {
        return Operands.in(this, Arrays.asList(Objects.requireNonNull(values, "in")), false);
    }

    /**
     * Returns {@code this IN (values)}. Without values it is never true.
     *
     * @param values the values
     */
    default Condition in(Collection<? extends T> values) {
        return Operands.in(this, values, false);
    }

    /**
     * Returns {@code this IN (SELECT ...)}.
     *
     * @param query a query of one column
     */
    default Condition in(Selectable<? extends @Nullable T> query) {
        return Operands.in(this, query, false);
    }

    /**
     * Returns {@code this IN (first, ...)}.
     *
     * @param first an expression
     * @param more other expressions of that type
     */
    default Condition in(Expression<? extends @Nullable T> first, Expression<?>... more) {
        return Operands.in(this, SelectParts.append(List.<Expression<?>>of(first), more), false);
    }

    /**
     * Returns {@code this NOT IN (values)}. Without values it is always true.
     *
     * @param values the values
     */
    @SuppressWarnings("unchecked")
    default Condition notIn(T... values) {
        return Operands.in(this, Arrays.asList(Objects.requireNonNull(values, "notIn")), true);
    }

    /**
     * Returns {@code this NOT IN (values)}. Without values it is always true.
     *
     * @param values the values
     */
    default Condition notIn(Collection<? extends T> values) {
        return Operands.in(this, values, true);
    }

    /**
     * Returns {@code this NOT IN (SELECT ...)}.
     *
     * @param query a query of one column
     */
    default Condition notIn(Selectable<? extends @Nullable T> query) {
        return Operands.in(this, query, true);
    }

    /**
     * Returns {@code this NOT IN (first, ...)}.
     *
     * @param first an expression
     * @param more other expressions of that type
     */
    default Condition notIn(Expression<? extends @Nullable T> first, Expression<?>... more) {
        return Operands.in(this, SelectParts.append(List.<Expression<?>>of(first), more), true);
    }

    /** Returns {@code this IS NULL}. */
    default Condition isNull() {
        return new IsNull(this, false);
    }

    /** Returns {@code this IS NOT NULL}. */
    default Condition isNotNull() {
        return new IsNull(this, true);
    }

    /**
     * Returns {@code this LIKE pattern}, where {@code %} matches any text and {@code _} any single character.
     *
     * @param pattern the pattern
     */
    default Condition like(T pattern) {
        return Operands.like(this, pattern, false, "like");
    }

    /**
     * Returns {@code this LIKE pattern}.
     *
     * @param pattern the pattern
     */
    default Condition like(Expression<? extends @Nullable T> pattern) {
        return Operands.like(this, pattern, false, "like");
    }

    /**
     * Returns {@code this LIKE pattern ESCAPE character}.
     *
     * @param pattern the pattern
     * @param escape the character that escapes a wildcard
     */
    default Condition like(T pattern, char escape) {
        return Operands.like(this, pattern, false, escape);
    }

    /**
     * Returns {@code this LIKE pattern ESCAPE character}.
     *
     * @param pattern the pattern
     * @param escape the character that escapes a wildcard
     */
    default Condition like(Expression<? extends @Nullable T> pattern, char escape) {
        return Operands.like(this, pattern, false, escape);
    }

    /**
     * Returns {@code this NOT LIKE pattern}.
     *
     * @param pattern the pattern
     */
    default Condition notLike(T pattern) {
        return Operands.like(this, pattern, false, "notLike").negate();
    }

    /**
     * Returns {@code this NOT LIKE pattern}.
     *
     * @param pattern the pattern
     */
    default Condition notLike(Expression<? extends @Nullable T> pattern) {
        return Operands.like(this, pattern, false, "notLike").negate();
    }

    /**
     * Returns {@code this NOT LIKE pattern ESCAPE character}.
     *
     * @param pattern the pattern
     * @param escape the character that escapes a wildcard
     */
    default Condition notLike(T pattern, char escape) {
        return Operands.like(this, pattern, false, escape).negate();
    }

    /**
     * Returns {@code this NOT LIKE pattern ESCAPE character}.
     *
     * @param pattern the pattern
     * @param escape the character that escapes a wildcard
     */
    default Condition notLike(Expression<? extends @Nullable T> pattern, char escape) {
        return Operands.like(this, pattern, false, escape).negate();
    }

    /**
     * Returns {@code this ILIKE pattern}: like, ignoring case.
     *
     * @param pattern the pattern
     */
    default Condition ilike(T pattern) {
        return Operands.like(this, pattern, true, "ilike");
    }

    /**
     * Returns {@code this ILIKE pattern}: like, ignoring case.
     *
     * @param pattern the pattern
     */
    default Condition ilike(Expression<? extends @Nullable T> pattern) {
        return Operands.like(this, pattern, true, "ilike");
    }

    /**
     * Returns {@code this ILIKE pattern ESCAPE character}.
     *
     * @param pattern the pattern
     * @param escape the character that escapes a wildcard
     */
    default Condition ilike(T pattern, char escape) {
        return Operands.like(this, pattern, true, escape);
    }

    /**
     * Returns {@code this ILIKE pattern ESCAPE character}.
     *
     * @param pattern the pattern
     * @param escape the character that escapes a wildcard
     */
    default Condition ilike(Expression<? extends @Nullable T> pattern, char escape) {
        return Operands.like(this, pattern, true, escape);
    }

    /**
     * Returns {@code this NOT ILIKE pattern}.
     *
     * @param pattern the pattern
     */
    default Condition notIlike(T pattern) {
        return Operands.like(this, pattern, true, "notIlike").negate();
    }

    /**
     * Returns {@code this NOT ILIKE pattern}.
     *
     * @param pattern the pattern
     */
    default Condition notIlike(Expression<? extends @Nullable T> pattern) {
        return Operands.like(this, pattern, true, "notIlike").negate();
    }

    /**
     * Returns {@code this NOT ILIKE pattern ESCAPE character}.
     *
     * @param pattern the pattern
     * @param escape the character that escapes a wildcard
     */
    default Condition notIlike(T pattern, char escape) {
        return Operands.like(this, pattern, true, escape).negate();
    }

    /**
     * Returns {@code this NOT ILIKE pattern ESCAPE character}.
     *
     * @param pattern the pattern
     * @param escape the character that escapes a wildcard
     */
    default Condition notIlike(Expression<? extends @Nullable T> pattern, char escape) {
        return Operands.like(this, pattern, true, escape).negate();
    }

    /**
     * Returns a test for whether this text begins with another. Wildcards {@code %} and {@code _} in the other text are
     * escaped.
     *
     * @param text the text
     */
    default Condition startsWith(T text) {
        return Operands.match(this, text, Like.Match.STARTS_WITH, false, "startsWith");
    }

    /**
     * Returns a test for whether this text begins with another. The database escapes the wildcards {@code %} and
     * {@code _} in the other text.
     *
     * @param text the text
     */
    default Condition startsWith(Expression<? extends @Nullable T> text) {
        return Operands.match(this, text, Like.Match.STARTS_WITH, false, "startsWith");
    }

    /**
     * Returns a test for whether this text ends with another. Wildcards {@code %} and {@code _} in the other text are
     * escaped.
     *
     * @param text the text
     */
    default Condition endsWith(T text) {
        return Operands.match(this, text, Like.Match.ENDS_WITH, false, "endsWith");
    }

    /**
     * Returns a test for whether this text ends with another. The database escapes the wildcards {@code %} and
     * {@code _} in the other text.
     *
     * @param text the text
     */
    default Condition endsWith(Expression<? extends @Nullable T> text) {
        return Operands.match(this, text, Like.Match.ENDS_WITH, false, "endsWith");
    }

    /**
     * Returns a test for whether this text contains another. Wildcards {@code %} and {@code _} in the other text are
     * escaped.
     *
     * @param text the text
     */
    default Condition contains(T text) {
        return Operands.match(this, text, Like.Match.CONTAINS, false, "contains");
    }

    /**
     * Returns a test for whether this text contains another. The database escapes the wildcards {@code %} and {@code _}
     * in the other text.
     *
     * @param text the text
     */
    default Condition contains(Expression<? extends @Nullable T> text) {
        return Operands.match(this, text, Like.Match.CONTAINS, false, "contains");
    }

    /**
     * Returns a test for whether this text begins with another, ignoring case. Wildcards {@code %} and {@code _} in the
     * other text are escaped.
     *
     * @param text the text
     */
    default Condition startsWithIgnoreCase(T text) {
        return Operands.match(this, text, Like.Match.STARTS_WITH, true, "startsWithIgnoreCase");
    }

    /**
     * Returns a test for whether this text begins with another, ignoring case. The database escapes the wildcards
     * {@code %} and {@code _} in the other text.
     *
     * @param text the text
     */
    default Condition startsWithIgnoreCase(Expression<? extends @Nullable T> text) {
        return Operands.match(this, text, Like.Match.STARTS_WITH, true, "startsWithIgnoreCase");
    }

    /**
     * Returns a test for whether this text ends with another, ignoring case. Wildcards {@code %} and {@code _} in the
     * other text are escaped.
     *
     * @param text the text
     */
    default Condition endsWithIgnoreCase(T text) {
        return Operands.match(this, text, Like.Match.ENDS_WITH, true, "endsWithIgnoreCase");
    }

    /**
     * Returns a test for whether this text ends with another, ignoring case. The database escapes the wildcards
     * {@code %} and {@code _} in the other text.
     *
     * @param text the text
     */
    default Condition endsWithIgnoreCase(Expression<? extends @Nullable T> text) {
        return Operands.match(this, text, Like.Match.ENDS_WITH, true, "endsWithIgnoreCase");
    }

    /**
     * Returns a test for whether this text contains another, ignoring case. Wildcards {@code %} and {@code _} in the
     * other text are escaped.
     *
     * @param text the text
     */
    default Condition containsIgnoreCase(T text) {
        return Operands.match(this, text, Like.Match.CONTAINS, true, "containsIgnoreCase");
    }

    /**
     * Returns a test for whether this text contains another, ignoring case. The database escapes the wildcards
     * {@code %} and {@code _} in the other text.
     *
     * @param text the text
     */
    default Condition containsIgnoreCase(Expression<? extends @Nullable T> text) {
        return Operands.match(this, text, Like.Match.CONTAINS, true, "containsIgnoreCase");
    }

    /**
     * Returns a test for whether a part of this text matches a regular expression in the database's syntax.
     *
     * @param pattern the regular expression
     */
    default Condition regexpMatch(T pattern) {
        return Operands.regexp(this, pattern, "");
    }

    /**
     * Returns a test for whether a part of this text matches a regular expression in the database's syntax.
     *
     * @param pattern the regular expression
     */
    default Condition regexpMatch(Expression<? extends @Nullable T> pattern) {
        return Operands.regexp(this, pattern, "");
    }

    /**
     * Returns a test for whether a part of this text matches a regular expression in the database's syntax.
     *
     * @param pattern the regular expression
     * @param flags flags in the database's syntax, such as {@code "i"}
     */
    default Condition regexpMatch(T pattern, String flags) {
        return Operands.regexp(this, pattern, flags);
    }

    /**
     * Returns this text followed by another.
     *
     * @param other the other text
     */
    default Expression<T> concat(T other) {
        return Operands.concat(this, other);
    }

    /**
     * Returns this text followed by another.
     *
     * @param other the other text
     */
    default Expression<T> concat(Expression<? extends @Nullable T> other) {
        return Operands.concat(this, other);
    }

    /**
     * Returns this text with a collation.
     *
     * @param collation the name of the collation
     */
    default Expression<T> collate(String collation) {
        Operands.requireText(this, "collate");
        return new Collate<>(this, "", collation);
    }

    /**
     * Returns this text with a collation in a schema. Only PostgreSQL has collations in schemas.
     *
     * @param schema the schema
     * @param collation the name of the collation in it
     */
    default Expression<T> collate(String schema, String collation) {
        Operands.requireText(this, "collate");
        return new Collate<>(this, schema, collation);
    }

    /**
     * Returns {@code this + number}, of the type of this side. If this is an integer and the operand has a
     * fraction, the fraction is kept, and reading the result as an integer is an error.
     *
     * @param number the number
     */
    default Expression<T> plus(Number number) {
        return Operands.arithmetic(this, Operator.ADD, number, "plus");
    }

    /**
     * Returns {@code this + number}, of the type of this side. If this is an integer and the operand has a
     * fraction, the fraction is kept, and reading the result as an integer is an error.
     *
     * @param number the number
     */
    default Expression<T> plus(Expression<? extends @Nullable Number> number) {
        return Operands.arithmetic(this, Operator.ADD, number, "plus");
    }

    /**
     * Returns {@code this - number}, of the type of this side. If this is an integer and the operand has a
     * fraction, the fraction is kept, and reading the result as an integer is an error.
     *
     * @param number the number
     */
    default Expression<T> minus(Number number) {
        return Operands.arithmetic(this, Operator.SUBTRACT, number, "minus");
    }

    /**
     * Returns {@code this - number}, of the type of this side. If this is an integer and the operand has a
     * fraction, the fraction is kept, and reading the result as an integer is an error.
     *
     * @param number the number
     */
    default Expression<T> minus(Expression<? extends @Nullable Number> number) {
        return Operands.arithmetic(this, Operator.SUBTRACT, number, "minus");
    }

    /**
     * Returns {@code this * number}, of the type of this side. If this is an integer and the operand has a
     * fraction, the fraction is kept, and reading the result as an integer is an error.
     *
     * @param number the number
     */
    default Expression<T> times(Number number) {
        return Operands.arithmetic(this, Operator.MULTIPLY, number, "times");
    }

    /**
     * Returns {@code this * number}, of the type of this side. If this is an integer and the operand has a
     * fraction, the fraction is kept, and reading the result as an integer is an error.
     *
     * @param number the number
     */
    default Expression<T> times(Expression<? extends @Nullable Number> number) {
        return Operands.arithmetic(this, Operator.MULTIPLY, number, "times");
    }

    /**
     * Returns {@code this / number}, of the type of this side. Dividing integers truncates towards zero on every
     * database, so that {@code a / b * b + a % b} is {@code a}. Division by zero gives NULL on SQLite, MySQL and
     * MariaDB and is an error elsewhere.
     *
     * @param number the number
     */
    default Expression<T> dividedBy(Number number) {
        return Operands.arithmetic(this, Operator.DIVIDE, number, "dividedBy");
    }

    /**
     * Returns {@code this / number}, of the type of this side. Dividing integers truncates towards zero on every
     * database, so that {@code a / b * b + a % b} is {@code a}. Division by zero gives NULL on SQLite, MySQL and
     * MariaDB and is an error elsewhere.
     *
     * @param number the number
     */
    default Expression<T> dividedBy(Expression<? extends @Nullable Number> number) {
        return Operands.arithmetic(this, Operator.DIVIDE, number, "dividedBy");
    }

    /**
     * Returns {@code this % number}, of the type of this side. If this is an integer and the operand has a
     * fraction, the fraction is kept, and reading the result as an integer is an error.
     *
     * @param number the number
     */
    default Expression<T> modulo(Number number) {
        return Operands.arithmetic(this, Operator.MODULO, number, "modulo");
    }

    /**
     * Returns {@code this % number}, of the type of this side. If this is an integer and the operand has a
     * fraction, the fraction is kept, and reading the result as an integer is an error.
     *
     * @param number the number
     */
    default Expression<T> modulo(Expression<? extends @Nullable Number> number) {
        return Operands.arithmetic(this, Operator.MODULO, number, "modulo");
    }

    /**
     * Returns {@code this & number}, of the type of this side.
     *
     * @param number the number
     */
    default Expression<T> bitwiseAnd(Number number) {
        return Operands.bits(this, Operator.BITWISE_AND, number, "bitwiseAnd");
    }

    /**
     * Returns {@code this & number}, of the type of this side.
     *
     * @param number the number
     */
    default Expression<T> bitwiseAnd(Expression<? extends @Nullable Number> number) {
        return Operands.bits(this, Operator.BITWISE_AND, number, "bitwiseAnd");
    }

    /**
     * Returns {@code this | number}, of the type of this side.
     *
     * @param number the number
     */
    default Expression<T> bitwiseOr(Number number) {
        return Operands.bits(this, Operator.BITWISE_OR, number, "bitwiseOr");
    }

    /**
     * Returns {@code this | number}, of the type of this side.
     *
     * @param number the number
     */
    default Expression<T> bitwiseOr(Expression<? extends @Nullable Number> number) {
        return Operands.bits(this, Operator.BITWISE_OR, number, "bitwiseOr");
    }

    /**
     * Returns {@code this ^ number}, of the type of this side.
     *
     * @param number the number
     */
    default Expression<T> bitwiseXor(Number number) {
        return Operands.bits(this, Operator.BITWISE_XOR, number, "bitwiseXor");
    }

    /**
     * Returns {@code this ^ number}, of the type of this side.
     *
     * @param number the number
     */
    default Expression<T> bitwiseXor(Expression<? extends @Nullable Number> number) {
        return Operands.bits(this, Operator.BITWISE_XOR, number, "bitwiseXor");
    }

    /**
     * Returns {@code this << number}, of the type of this side.
     *
     * @param number the number
     */
    default Expression<T> shiftLeft(Number number) {
        return Operands.bits(this, Operator.SHIFT_LEFT, number, "shiftLeft");
    }

    /**
     * Returns {@code this << number}, of the type of this side.
     *
     * @param number the number
     */
    default Expression<T> shiftLeft(Expression<? extends @Nullable Number> number) {
        return Operands.bits(this, Operator.SHIFT_LEFT, number, "shiftLeft");
    }

    /**
     * Returns {@code this >> number}, of the type of this side.
     *
     * @param number the number
     */
    default Expression<T> shiftRight(Number number) {
        return Operands.bits(this, Operator.SHIFT_RIGHT, number, "shiftRight");
    }

    /**
     * Returns {@code this >> number}, of the type of this side.
     *
     * @param number the number
     */
    default Expression<T> shiftRight(Expression<? extends @Nullable Number> number) {
        return Operands.bits(this, Operator.SHIFT_RIGHT, number, "shiftRight");
    }

    /**
     * Returns this point in time plus an amount of time, with the rules of {@code java.time}: if a month is too short,
     * the result is its last day; a time of day wraps around at midnight; a date accepts only whole days. Timestamps
     * with a time zone are computed in UTC. An amount can also be added to an interval.
     *
     * @param amount the amount: a duration, or a period of months and days
     */
    default Expression<T> plus(TemporalAmount amount) {
        return Amounts.move(this, Operator.ADD, amount, "plus");
    }

    /**
     * Returns this point in time minus an amount of time, with the rules of {@link #plus(TemporalAmount)}.
     *
     * @param amount the amount: a duration, or a period of months and days
     */
    default Expression<T> minus(TemporalAmount amount) {
        return Amounts.move(this, Operator.SUBTRACT, amount, "minus");
    }

    /**
     * Returns this point in time plus an interval. For a date, the interval is added to its midnight, and the result is
     * the date of that time.
     *
     * @param interval the interval
     */
    default Expression<T> plusInterval(Expression<? extends @Nullable Duration> interval) {
        return Amounts.move(this, Operator.ADD, interval, "plusInterval");
    }

    /**
     * Returns this point in time minus an interval. For a date, the interval is subtracted from its midnight, and the
     * result is the date of that time.
     *
     * @param interval the interval
     */
    default Expression<T> minusInterval(Expression<? extends @Nullable Duration> interval) {
        return Amounts.move(this, Operator.SUBTRACT, interval, "minusInterval");
    }

    /**
     * Returns {@code CAST(this AS type)}.
     *
     * @param type the type
     */
    default <R extends @Nullable Object> Expression<R> cast(SqlType<R> type) {
        return new Cast<>(this, type);
    }

    /**
     * Returns a condition with a database-specific operator. It has the lowest precedence, so that it is put in
     * parentheses inside other operations.
     *
     * @param operator the operator, written verbatim; never take it from untrusted input
     * @param right the other side: a value or an expression
     */
    default Condition op(String operator, @Nullable Object right) {
        return new BooleanCondition(op(operator, Types.BOOLEAN, right));
    }

    /**
     * Returns an operation with a database-specific operator. It has the lowest precedence, so that it is put in
     * parentheses inside other operations.
     *
     * @param operator the operator, written verbatim; never take it from untrusted input
     * @param result the type of the result
     * @param right the other side: a value or an expression
     */
    default <R extends @Nullable Object> Expression<R> op(String operator, SqlType<R> result, @Nullable Object right) {
        return op(operator, 0, result, right);
    }

    /**
     * Returns an operation with a database-specific operator.
     *
     * @param operator the operator, written verbatim; never take it from untrusted input
     * @param precedence how tightly it binds; see {@link Operator#precedence()}
     * @param result the type of the result
     * @param right the other side: a value or an expression
     */
    default <R extends @Nullable Object> Expression<R> op(String operator, int precedence, SqlType<R> result,
            @Nullable Object right) {
        return new CustomOperation<>(this, operator, precedence, Operands.loose(this, right), result);
    }

    /**
     * Returns this expression with a label.
     *
     * @param label the name
     */
    default Expression<T> as(String label) {
        return new Labeled<>(this, label);
    }

    /** Returns this expression as an ascending term of {@code ORDER BY}. */
    default Ordered asc() {
        return new Ordered(this, Ordered.Direction.ASCENDING, Ordered.Nulls.DEFAULT);
    }

    /** Returns this expression as a descending term of {@code ORDER BY}. */
    default Ordered desc() {
        return new Ordered(this, Ordered.Direction.DESCENDING, Ordered.Nulls.DEFAULT);
    }

    /** Returns this expression as a term of {@code ORDER BY} that sorts NULLs first. */
    default Ordered nullsFirst() {
        return new Ordered(this, Ordered.Direction.DEFAULT, Ordered.Nulls.FIRST);
    }

    /** Returns this expression as a term of {@code ORDER BY} that sorts NULLs last. */
    default Ordered nullsLast() {
        return new Ordered(this, Ordered.Direction.DEFAULT, Ordered.Nulls.LAST);
    }
}
