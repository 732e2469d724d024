package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Expression;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Random expressions have the same value in the database as in Java, which finds wrong parentheses, mixed-up parameters
 * and wrong treatment of NULL. The seeds are fixed, so that a failure can be reproduced.
 */
public abstract class PropertySuite {

    private static final int CONDITIONS = 150;

    private final Table table = new MetaData().table("numbers", column("id", INTEGER).primaryKey(),
            column("a", INTEGER).nullable(), column("b", INTEGER).nullable(), column("c", INTEGER).nullable());
    private final Column<Integer> id = Suites.typed(table.column("id"));
    private final List<RandomExpressions.Numbers> rows = new ArrayList<>();
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        table.create(engine);
        var random = new Random(1);
        connection = engine.connect();
        for (int number = 1; number <= 40; number++) {
            var row = new RandomExpressions.Numbers(value(random), value(random), value(random));
            rows.add(row);
            connection.execute(insertInto(table).values(id, number).values(nullable("a"), row.a())
                    .values(nullable("b"), row.b()).values(nullable("c"), row.c()));
        }
        connection.commit();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void randomConditionsFindTheSameRows() {
        for (int seed = 0; seed < CONDITIONS; seed++) {
            RandomExpressions.Test test = expressions(seed).condition(4);
            var query = select(id).where(test.sql()).orderBy(id);

            assertThat(connection.execute(query).all()).as("seed %d: %s", seed, test.sql())
                    .isEqualTo(matching(test));
        }
    }

    @DatabaseTest
    void randomNumbersAreComputedAlike() {
        for (int seed = 0; seed < CONDITIONS; seed++) {
            RandomExpressions.Term term = expressions(seed).number(4);
            var query = select(term.sql().as("x")).from(table).orderBy(id);

            assertThat(connection.execute(query).all()).as("seed %d: %s", seed, term.sql())
                    .isEqualTo(computed(term));
        }
    }

    @DatabaseTest
    void aNegatedConditionFindsTheOthersExceptTheUnknown() {
        for (int seed = 1000; seed < 1000 + CONDITIONS / 3; seed++) {
            RandomExpressions.Test test = expressions(seed).condition(3);
            var query = select(id).where(not(test.sql())).orderBy(id);

            assertThat(connection.execute(query).all()).as("seed %d: NOT %s", seed, test.sql())
                    .isEqualTo(
                            matching(new RandomExpressions.Test(test.sql(), row -> negated(test.java().apply(row)))));
        }
    }

    /** Without negative numbers, whose bits are a different number where they are unsigned. */
    @DatabaseTest
    void bitsAreComputedAlike() {
        Map<Expression<Integer>, IntUnaryOperator> terms = Map.of(
                id.bitwiseXor(12), x -> x ^ 12,
                id.bitwiseXor(id.plus(5)).plus(1), x -> (x ^ x + 5) + 1,
                id.plus(id.bitwiseXor(9).times(2)), x -> x + (x ^ 9) * 2,
                id.bitwiseAnd(6).bitwiseOr(9).times(2), x -> (x & 6 | 9) * 2,
                id.shiftLeft(2).minus(id.shiftRight(1)), x -> (x << 2) - (x >> 1),
                negate(id.bitwiseXor(3)), x -> -(x ^ 3));

        terms.forEach((sql, java) -> assertThat(connection.execute(select(sql.cast(INTEGER)).orderBy(id)).all())
                .as(sql.toString()).isEqualTo(IntStream.rangeClosed(1, 40).map(java).boxed().toList()));
    }

    @DatabaseTest
    void theNegativeOfANegativeNumberIsNoComment() {
        var query = select(id.minus(negate(literal(-5)))).where(id.eq(7));

        assertThat(connection.execute(query).one()).isEqualTo(2);
    }

    private RandomExpressions expressions(int seed) {
        return new RandomExpressions(new Random(seed), nullable("a"), nullable("b"), nullable("c"));
    }

    private Column<@Nullable Integer> nullable(String name) {
        return Suites.typed(table.column(name));
    }

    private List<Integer> matching(RandomExpressions.Test test) {
        var found = new ArrayList<Integer>();
        for (int index = 0; index < rows.size(); index++) {
            if (Boolean.TRUE.equals(test.java().apply(rows.get(index)))) {
                found.add(index + 1);
            }
        }
        return found;
    }

    private List<@Nullable Integer> computed(RandomExpressions.Term term) {
        var values = new ArrayList<@Nullable Integer>();
        rows.forEach(row -> values.add(term.java().apply(row)));
        return values;
    }

    private static @Nullable Boolean negated(@Nullable Boolean value) {
        return value == null ? null : !value;
    }

    private static @Nullable Integer value(Random random) {
        return random.nextInt(5) == 0 ? null : random.nextInt(21) - 10;
    }
}
