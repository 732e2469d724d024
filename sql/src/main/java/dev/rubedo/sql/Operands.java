package dev.rubedo.sql;

import dev.rubedo.type.CustomType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TypeFamily;
import dev.rubedo.type.Types;
import dev.rubedo.type.WholeResultType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversion of the operands of operators: values become parameters, and types are checked. Immutable. */
final class Operands {
    private static final String ESCAPE = "/";

    private Operands() {}

    static Condition equal(Expression<?> left, @Nullable Object right, Operator operator) {
        if (right == null || right instanceof NullValue<?>) {
            return new IsNull(left, operator == Operator.NE);
        }
        return comparison(left, operator, right);
    }

    static Condition compare(Expression<?> left, Operator operator, @Nullable Object right) {
        if (right == null || right instanceof NullValue<?>) {
            throw new IllegalArgumentException("Comparing " + describe(left) + " with NULL by " + operator.token()
                    + " never yields true. Use isNull() or isNotNull(), or ifPresent() for an optional criterion");
        }
        return comparison(left, operator, right);
    }

    static Condition distinct(Expression<?> left, Operator operator, @Nullable Object right) {
        return right == null
                ? new Comparison(left, operator, new NullValue<>(left.type()))
                : comparison(left, operator, right);
    }

    private static Condition comparison(Expression<?> left, Operator operator, Object right) {
        if (left instanceof RightOperand && !(right instanceof RightOperand)) {
            return new Comparison(comparable(left, right, operator.token()), operator.mirrored(), left);
        }
        return new Comparison(left, operator, comparable(left, right, operator.token()));
    }

    static Between between(Expression<?> operand, Object low, Object high) {
        return new Between(operand, comparable(operand, low, "between"), comparable(operand, high, "between"), false,
                false);
    }

    /** Returns the arguments of a function that needs at least one. */
    static List<Expression<?>> some(String function, Expression<?>... arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException(function + "() needs an argument");
        }
        return List.of(arguments);
    }

    static Condition in(Expression<?> operand, Collection<?> values, boolean negated) {
        String name = negated ? "notIn" : "in";
        Objects.requireNonNull(values, name);
        if (operand instanceof Tuple tuple) {
            return new InValues(tuple, "", rows(tuple, values), negated);
        }
        if (values.size() == 1 && values.iterator().next() instanceof Selectable<?> query) {
            return in(operand, query, negated);
        }
        var converted = new ArrayList<@Nullable Object>(values.size());
        for (var value : values) {
            var fitting = value == null ? null : fitting(operand.type(), value);
            if (value != null && fitting == null) {
                return list(operand, values, negated, name);
            }
            converted.add(fitting);
        }
        return new InValues(operand, "", converted, negated);
    }

    /** Lists expressions and values of other classes individually. */
    private static Condition list(Expression<?> operand, Collection<?> values, boolean negated, String name) {
        var items = new ArrayList<Expression<?>>(values.size());
        for (var value : values) {
            items.add(comparable(operand, value, name));
        }
        return new InList(operand, items, negated);
    }

    static Condition in(Expression<?> operand, Selectable<?> query, boolean negated) {
        int width = operand instanceof Tuple tuple ? tuple.elements().size() : 1;
        if (query.isResolved() && query.columns().size() != width) {
            throw new IllegalArgumentException((negated ? "notIn" : "in") + "(): " + describe(operand)
                    + " needs a query of "
                    + (width == 1 ? "one column" : width + " columns") + ", this one has " + query.columns().size());
        }
        return new InSelect(operand, query, negated);
    }

    private static List<List<?>> rows(Tuple tuple, Collection<?> rows) {
        var result = new ArrayList<List<?>>(rows.size());
        for (var row : rows) {
            if (!(row instanceof List<?> values) || values.size() != tuple.elements().size()) {
                throw new IllegalArgumentException("in(): a tuple of " + tuple.elements().size()
                        + " is tested against lists of " + tuple.elements().size() + " values, not " + row);
            }
            var converted = new ArrayList<@Nullable Object>(values.size());
            for (int i = 0; i < values.size(); i++) {
                var value = values.get(i);
                converted.add(value == null ? null : element(tuple.elements().get(i), value));
            }
            result.add(Collections.unmodifiableList(converted));
        }
        return result;
    }

    private static Object element(Expression<?> operand, Object value) {
        var fitting = fitting(operand.type(), value);
        if (fitting == null) {
            throw new IllegalArgumentException("in: " + describe(operand) + " is " + operand.type().family()
                    + " and cannot be compared with " + value.getClass().getSimpleName() + " \"" + value + "\"");
        }
        return fitting;
    }

    static Condition like(Expression<?> text, Object pattern, boolean ignoresCase, String operator) {
        requireText(text, operator);
        return new Like(text, comparable(text, pattern, operator), Like.Match.PATTERN, ignoresCase, "", false);
    }

    static Condition like(Expression<?> text, Object pattern, boolean ignoresCase, char escape) {
        requireText(text, "like");
        return new Like(text, comparable(text, pattern, "like"), Like.Match.PATTERN, ignoresCase,
                String.valueOf(escape), false);
    }

    static Condition match(Expression<?> text, @Nullable Object part, Like.Match match, boolean ignoresCase,
            String operator) {
        requireText(text, operator);
        Objects.requireNonNull(part, operator);
        if (part instanceof Expression<?> || part instanceof Selectable<?>) {
            return new Like(text, escaped(comparable(text, part, operator)), match, ignoresCase, ESCAPE, false);
        }
        if (!(part instanceof String plain)) {
            throw new IllegalArgumentException(operator + "() needs a text, not " + part.getClass().getSimpleName());
        }
        var escaped = plain.replace(ESCAPE, ESCAPE + ESCAPE).replace("%", ESCAPE + "%").replace("_", ESCAPE + "_");
        return new Like(text, comparable(text, escaped, operator), match, ignoresCase, ESCAPE, false);
    }

    private static Expression<?> escaped(Expression<?> part) {
        requireText(part, "LIKE");
        return replaced(replaced(replaced(part, ESCAPE), "%"), "_");
    }

    private static Expression<?> replaced(Expression<?> text, String wildcard) {
        return FunctionCall.of("replace", Types.STRING,
                List.of(text, new Literal<>(wildcard, Types.STRING), new Literal<>(ESCAPE + wildcard, Types.STRING)));
    }

    static Condition regexp(Expression<?> text, Object pattern, String flags) {
        requireText(text, "regexpMatch");
        return new RegexpMatch(text, comparable(text, pattern, "regexpMatch"), flags, false);
    }

    static <T extends @Nullable Object> Expression<T> concat(Expression<T> left, @Nullable Object right) {
        requireText(left, "concat");
        var other = right == null ? new NullValue<>(left.type()) : comparable(left, right, "concat");
        requireText(other, "concat");
        return new Binary<>(left, Operator.CONCAT, other, left.type());
    }

    static <T extends @Nullable Object> Expression<T> arithmetic(Expression<T> left, Operator operator, Object right,
            String name) {
        requireNumeric(left, name);
        var other = loose(left, Objects.requireNonNull(right, name));
        requireNumeric(other, name);
        return new Binary<>(left, operator, other, wider(left.type(), operator, other.type()));
    }

    static <T extends @Nullable Object> Expression<T> bits(Expression<T> left, Operator operator, Object right,
            String name) {
        requireWhole(left, name);
        var other = loose(left, Objects.requireNonNull(right, name));
        requireWhole(other, name);
        return new Binary<>(left, operator, other, left.type());
    }

    private static void requireWhole(Expression<?> expression, String operator) {
        requireNumeric(expression, operator);
        var family = expression.type().family();
        if (family == TypeFamily.DECIMAL || family == TypeFamily.FLOATING) {
            throw wrongFamily(expression, operator, "an integer");
        }
    }

    /**
     * Returns the type of an operation: that of the left side, but with fractions if the right side may have them, and
     * with the larger number of fraction digits.
     */
    @SuppressWarnings("unchecked") // of the class of the left side
    private static <T extends @Nullable Object> SqlType<T> wider(SqlType<T> left, Operator operator, SqlType<?> right) {
        boolean isFloating = right.family() == TypeFamily.FLOATING;
        if (left instanceof WholeResultType<?, ?> result) {
            return isFloating ? (SqlType<T>) new WholeResultType<>(result.whole(), Types.DOUBLE) : left;
        }
        if (left instanceof NumericType decimal && decimal.precision() > 0
                && (operator == Operator.DIVIDE || right.family() != TypeFamily.INTEGER)) {
            return (SqlType<T>) Types.NUMERIC;
        }
        if (left.family() != TypeFamily.INTEGER || !isFloating && right.family() != TypeFamily.DECIMAL
                || left instanceof CustomType<?, ?>) {
            return left;
        }
        var whole = (SqlType<? extends Number>) left;
        return (SqlType<T>) (isFloating ? new WholeResultType<>(whole, Types.DOUBLE)
                : new WholeResultType<>(whole, Types.NUMERIC));
    }

    /** Returns the other side of a comparison, checking that its type is comparable. */
    private static Expression<?> comparable(Expression<?> left, @Nullable Object right, String operator) {
        if (right == null) {
            throw new NullPointerException(operator + ": the value compared with " + describe(left)
                    + " is null. Use isNull(), or ifPresent() for an optional criterion");
        }
        var other = loose(left, right);
        if (!areComparable(left.type().family(), other.type().family())) {
            throw new IllegalArgumentException(operator + ": " + describe(left) + " is " + left.type().family()
                    + " and cannot be compared with " + (right instanceof Expression<?> expression
                            ? describe(expression) + ", which is " + other.type().family()
                            : right.getClass().getSimpleName() + " \"" + right + "\""));
        }
        return other;
    }

    private static boolean areComparable(TypeFamily left, TypeFamily right) {
        if (left == right || left == TypeFamily.UNKNOWN || right == TypeFamily.UNKNOWN) {
            return true;
        }
        if (left == TypeFamily.TEXT || right == TypeFamily.TEXT) {
            var other = left == TypeFamily.TEXT ? right : left;
            return other == TypeFamily.ENUM || other == TypeFamily.UUID || other == TypeFamily.JSON;
        }
        return left.isNumeric() && right.isNumeric() || left.isTemporal() && right.isTemporal();
    }

    /** Returns an operand of any type. A value gets the type of the other side if it fits, otherwise its own. */
    static Expression<?> loose(Expression<?> left, @Nullable Object right) {
        if (right instanceof Expression<?> expression) {
            return expression;
        }
        if (right == null) {
            return new NullValue<>(left.type());
        }
        if (right instanceof Selectable<?> query) {
            return new ScalarSubquery<>(query);
        }
        if (left.type().family() == TypeFamily.UNKNOWN || !fits(left.type(), right)) {
            return value(right);
        }
        return typedAs(left.type(), right);
    }

    /**
     * Returns the value as an instance of the type's class, converted to another number class if necessary; null if it
     * does not fit.
     */
    private static @Nullable Object fitting(SqlType<?> type, Object value) {
        if (type.family() == TypeFamily.UNKNOWN) {
            return value instanceof Expression<?> || value instanceof Selectable<?> ? null : value(value).value();
        }
        return fits(type, value) ? value : NumberConversion.as(type.javaType(), value);
    }

    private static boolean fits(SqlType<?> type, Object value) {
        return type.javaType().isInstance(value);
    }

    // fits() has checked that the value is of the type.
    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> Expression<T> typedAs(SqlType<T> type, Object value) {
        return new BindParameter<>("", (T) value, false, type);
    }

    /**
     * Returns a value whose type is known from the other side. Where T is Object, overload resolution passes
     * expressions here too.
     */
    @SuppressWarnings("unchecked") // T is Object then
    static <T extends @Nullable Object> Expression<T> typed(SqlType<T> type, T value) {
        if (value instanceof Expression<?> expression) {
            return (Expression<T>) expression;
        }
        if (value instanceof Selectable<?> query) {
            return (Expression<T>) new ScalarSubquery<>(query);
        }
        refuse(value);
        return new BindParameter<>("", value, false, type);
    }

    /**
     * Returns the operand for a value assigned to a column. A value that does not fit the column's type is rejected.
     */
    static Expression<?> assigned(SettableColumn<?> column, @Nullable Object value) {
        if (value instanceof Expression<?> expression) {
            return rounded(column, expression);
        }
        if (value instanceof Selectable<?> query) {
            return new ScalarSubquery<>(query);
        }
        if (value != null && !fits(column.type(), value)) {
            refuse(value);
            var number = NumberConversion.as(column.type().javaType(), value);
            if (number != null) {
                return nullable(column.type(), number);
            }
            var own = value(value);
            if (isWhole(column) && hasFraction(own)) {
                throw new IllegalArgumentException("set: " + describe(column) + " is INTEGER and cannot store "
                        + value.getClass().getSimpleName() + " \"" + value + "\". Round it first");
            }
            boolean close = column.type().family() == TypeFamily.UNKNOWN
                    || !(column.type() instanceof CustomType<?, ?>)
                            && areComparable(column.type().family(), own.type().family());
            if (!close) {
                throw new IllegalArgumentException("set: " + describe(column) + " is " + column.type().family()
                        + " and cannot store " + value.getClass().getSimpleName() + " \"" + value + "\"");
            }
            return own;
        }
        return nullable(column.type(), value);
    }

    /** Rounds a number that may have a fraction for an integer column, by the same rule on every database. */
    static Expression<?> rounded(SettableColumn<?> column, Expression<?> value) {
        return isWhole(column) && hasFraction(value) && !(value instanceof NullValue<?>)
                ? new Cast<>(value, column.type())
                : value;
    }

    private static boolean isWhole(SettableColumn<?> column) {
        return column.type().family() == TypeFamily.INTEGER && !(column.type() instanceof CustomType<?, ?>);
    }

    private static boolean hasFraction(Expression<?> value) {
        return value.type().family() == TypeFamily.DECIMAL || value.type().family() == TypeFamily.FLOATING;
    }

    // The value fits, or is null, which always fits.
    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> Expression<T> nullable(SqlType<T> type, @Nullable Object value) {
        return new BindParameter<>("", (T) value, false, type);
    }

    /**
     * Returns a parameter for a number that is passed to a function, after checking that it is not less than the
     * minimum.
     */
    static BindParameter<?> count(String function, int number, int least) {
        if (number < least) {
            throw new IllegalArgumentException(
                    function + "(...): the number " + number + " is less than the minimum of " + least);
        }
        return value(number);
    }

    /** Returns a value whose type follows from its class. */
    static BindParameter<?> value(Object value) {
        refuse(value);
        if (value instanceof Byte small) {
            return new BindParameter<>("", small.shortValue(), false, Types.SMALLINT);
        }
        if (value instanceof BigInteger big) {
            return new BindParameter<>("", new BigDecimal(big), false, Types.NUMERIC);
        }
        var type = typeOf(value);
        if (type.isEmpty()) {
            throw new IllegalArgumentException("A " + value.getClass().getName()
                    + " implies no database type: use value(v, TYPE)");
        }
        return (BindParameter<?>) typedAs(type.get(), value);
    }

    /** Returns the type that the class of a value implies, if any; numbers that are converted have that of the result. */
    static Optional<SqlType<?>> typeOf(Object value) {
        return value instanceof Byte ? Optional.of(Types.SMALLINT)
                : value instanceof BigInteger ? Optional.of(Types.NUMERIC)
                        : Types.ofJava(value instanceof Enum<?> constant ? constant.getDeclaringClass()
                                : value.getClass());
    }

    /** Returns a parameter for the distance of a window frame bound. */
    static BindParameter<?> distance(Number distance) {
        if (distance.doubleValue() < 0) {
            throw new IllegalArgumentException("The distance " + distance
                    + " of a frame is negative: use preceding(...) or following(...) with a positive one");
        }
        return value(distance);
    }

    /** Nodes are not values; they get here only where T is Object. */
    static void refuse(@Nullable Object value) {
        if (value instanceof Statement<?> || value instanceof FromClause || value instanceof Row
                || value instanceof Expression<?>) {
            throw new IllegalArgumentException("A " + value.getClass().getSimpleName() + " is not a value: " + value);
        }
    }

    static void requireText(Expression<?> expression, String operator) {
        var family = expression.type().family();
        if (!family.isText() && family != TypeFamily.UNKNOWN) {
            throw wrongFamily(expression, operator, "a text");
        }
    }

    static void requireNumeric(Expression<?> expression, String operator) {
        var family = expression.type().family();
        if (!family.isNumeric() && family != TypeFamily.UNKNOWN && family != TypeFamily.INTERVAL) {
            throw wrongFamily(expression, operator, "a number");
        }
    }

    static void requireTemporal(Expression<?> expression, String operator) {
        var family = expression.type().family();
        if (!family.isTemporal() && family != TypeFamily.UNKNOWN && family != TypeFamily.INTERVAL) {
            throw wrongFamily(expression, operator, "a date, a time or a timestamp");
        }
    }

    static void requireBoolean(Expression<?> expression) {
        var family = expression.type().family();
        if (family != TypeFamily.BOOLEAN && family != TypeFamily.UNKNOWN) {
            throw wrongFamily(expression, "A condition", "true or false");
        }
    }

    static IllegalArgumentException wrongFamily(Expression<?> expression, String operator, String wanted) {
        return new IllegalArgumentException(operator + " needs " + wanted + ", but " + describe(expression) + " is "
                + expression.type().family() + ". Use cast(TYPE) if that is meant");
    }

    /** Returns a name for messages. Never throws, and the name is never long. */
    static String describe(Expression<?> expression) {
        return switch (expression) {
            case ColumnReference<?> column -> "column \"" + column.path() + "\"";
            case UnresolvedExpression<?> attribute -> "attribute \"" + attribute + "\"";
            case Labeled<?> labeled -> "expression \"" + labeled.label() + "\"";
            case FunctionCall<?> call -> "function \"" + call.name() + "\"";
            case BindParameter<?> bind when bind.value() != null -> "value \"" + bind.value() + "\"";
            default -> "the " + expression.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    /** Returns an unmodifiable copy that may contain nulls. */
    static <E extends @Nullable Object> List<E> copy(List<E> list) {
        return Collections.unmodifiableList(new ArrayList<>(list));
    }
}
