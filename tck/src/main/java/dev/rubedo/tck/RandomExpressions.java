package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;

import dev.rubedo.schema.Column;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Generates expressions together with their meaning in Java, with SQL's three-valued logic. Confined to one thread. */
final class RandomExpressions {

    private final Random random;
    private final Column<@Nullable Integer> a;
    private final Column<@Nullable Integer> b;
    private final Column<@Nullable Integer> c;

    RandomExpressions(Random random, Column<@Nullable Integer> a, Column<@Nullable Integer> b,
            Column<@Nullable Integer> c) {
        this.random = random;
        this.a = a;
        this.b = b;
        this.c = c;
    }

    /** One row of the table. */
    record Numbers(@Nullable Integer a, @Nullable Integer b, @Nullable Integer c) {}

    /** A number in SQL and in Java. */
    record Term(Expression<@Nullable Integer> sql, Function<Numbers, @Nullable Integer> java) {}

    /** A condition in SQL and in Java; null is unknown. */
    record Test(Condition sql, Function<Numbers, @Nullable Boolean> java) {}

    Term number(int depth) {
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(11)) {
            case 0 -> new Term(a, Numbers::a);
            case 1 -> new Term(b, Numbers::b);
            case 2 -> new Term(c, Numbers::c);
            case 3 -> constant();
            case 4 -> arithmetic(depth, (x, y) -> x.plus(y), Integer::sum);
            case 5 -> arithmetic(depth, (x, y) -> x.minus(y), (x, y) -> x - y);
            case 6 -> arithmetic(Math.min(depth, 2), (x, y) -> x.times(y), (x, y) -> x * y);
            case 7 -> remainder(depth);
            case 8 -> fallback(depth);
            default -> choice(depth);
        };
    }

    Test condition(int depth) {
        return switch (depth == 0 ? random.nextInt(7) : random.nextInt(12)) {
            case 0 -> comparison(depth, Expression::eq, (x, y) -> x.intValue() == y);
            case 1 -> comparison(depth, Expression::ne, (x, y) -> x.intValue() != y);
            case 2 -> comparison(depth, Expression::lt, (x, y) -> x < y);
            case 3 -> comparison(depth, Expression::ge, (x, y) -> x >= y);
            case 4 -> isNull(depth);
            case 5 -> membership(depth);
            case 6 -> distinct(depth);
            case 7 -> between(depth);
            case 8 -> negation(depth);
            case 9 -> conjunction(depth);
            default -> disjunction(depth);
        };
    }

    /** Written as a literal, because a database may not know the type of an operation on two parameters. */
    private Term constant() {
        int value = random.nextInt(21) - 10;
        return new Term(Suites.nullable(literal(value)), row -> value);
    }

    private Term arithmetic(int depth,
            BiFunction<Expression<@Nullable Integer>, Expression<@Nullable Integer>, Expression<@Nullable Integer>> sql,
            BiFunction<Integer, Integer, Integer> java) {
        Term left = number(depth - 1);
        Term right = number(depth - 1);
        return new Term(sql.apply(left.sql(), right.sql()),
                row -> both(left.java().apply(row), right.java().apply(row), java));
    }

    /** By a constant other than 0, because databases differ in division by zero. */
    private Term remainder(int depth) {
        Term left = number(depth - 1);
        int divisor = 2 + random.nextInt(5);
        return new Term(left.sql().modulo(divisor), row -> both(left.java().apply(row), divisor, (x, y) -> x % y));
    }

    private Term fallback(int depth) {
        Term first = number(depth - 1);
        Term second = number(depth - 1);
        return new Term(coalesce(first.sql(), second.sql()), row -> {
            Integer value = first.java().apply(row);
            return value == null ? second.java().apply(row) : value;
        });
    }

    private Term choice(int depth) {
        Test test = condition(depth - 1);
        Term yes = number(depth - 1);
        Term no = number(depth - 1);
        return new Term(caseWhen(test.sql(), yes.sql()).otherwise(no.sql()),
                row -> Boolean.TRUE.equals(test.java().apply(row)) ? yes.java().apply(row) : no.java().apply(row));
    }

    private Test comparison(int depth,
            BiFunction<Expression<@Nullable Integer>, Expression<@Nullable Integer>, Condition> sql,
            BiFunction<Integer, Integer, Boolean> java) {
        Term left = number(Math.max(0, depth - 1));
        Term right = number(Math.max(0, depth - 1));
        return new Test(sql.apply(left.sql(), right.sql()),
                row -> both(left.java().apply(row), right.java().apply(row), java));
    }

    private Test isNull(int depth) {
        Term of = number(Math.max(0, depth - 1));
        return random.nextBoolean()
                ? new Test(of.sql().isNull(), row -> of.java().apply(row) == null)
                : new Test(of.sql().isNotNull(), row -> of.java().apply(row) != null);
    }

    private Test membership(int depth) {
        Term of = number(Math.max(0, depth - 1));
        List<Integer> values = random.ints(random.nextInt(4), -10, 10).boxed().toList();
        return random.nextBoolean()
                ? new Test(of.sql().in(values), row -> contains(values, of.java().apply(row)))
                : new Test(of.sql().notIn(values), row -> negated(contains(values, of.java().apply(row))));
    }

    private Test distinct(int depth) {
        Term left = number(Math.max(0, depth - 1));
        Term right = number(Math.max(0, depth - 1));
        return new Test(left.sql().isDistinctFrom(right.sql()),
                row -> !Objects.equals(left.java().apply(row), right.java().apply(row)));
    }

    private Test between(int depth) {
        Term of = number(depth - 1);
        int low = random.nextInt(10) - 10;
        int high = random.nextInt(10);
        return new Test(of.sql().between(low, high), row -> {
            Integer value = of.java().apply(row);
            return value == null ? null : Boolean.valueOf(value >= low && value <= high);
        });
    }

    private Test negation(int depth) {
        Test of = condition(depth - 1);
        return new Test(not(of.sql()), row -> negated(of.java().apply(row)));
    }

    private Test conjunction(int depth) {
        Test left = condition(depth - 1);
        Test right = condition(depth - 1);
        return new Test(left.sql().and(right.sql()), row -> all(left.java().apply(row), right.java().apply(row)));
    }

    private Test disjunction(int depth) {
        Test left = condition(depth - 1);
        Test right = condition(depth - 1);
        return new Test(left.sql().or(right.sql()),
                row -> negated(all(negated(left.java().apply(row)), negated(right.java().apply(row)))));
    }

    private static <R> @Nullable R both(@Nullable Integer left, @Nullable Integer right,
            BiFunction<Integer, Integer, R> operation) {
        return left == null || right == null ? null : operation.apply(left, right);
    }

    private static @Nullable Boolean contains(List<Integer> values, @Nullable Integer value) {
        return values.isEmpty() ? Boolean.FALSE : value == null ? null : Boolean.valueOf(values.contains(value));
    }

    private static @Nullable Boolean all(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return left == null || right == null ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean negated(@Nullable Boolean value) {
        return value == null ? null : !value;
    }
}
