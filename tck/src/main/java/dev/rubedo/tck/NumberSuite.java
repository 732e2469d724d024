package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.ResultException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Expression;
import dev.rubedo.testing.DatabaseTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Arithmetic with numbers of different types: the same result on every database, and no fraction is silently truncated.
 */
public abstract class NumberSuite {

    private static final List<Long> WHOLE = List.of(-7L, -5L, -2L, -1L, 0L, 1L, 2L, 5L, 7L);

    private final Numbers numbers = new Numbers(new MetaData());
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        numbers.create(engine);
        connection = engine.connect();
        connection.execute(insertInto(numbers).values(numbers.id, 1L, numbers.small, (short) 10, numbers.whole, 10)
                .values(numbers.big, 10L, numbers.decimal, new BigDecimal("1.10"), numbers.floating, 2.5));
        connection.commit();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void twoValuesAreComputedAsTwoColumns() {
        assertThat(one(value(-5).dividedBy(2))).isEqualTo(-2);
        assertThat(one(value(-5).modulo(2))).isEqualTo(-1);
        assertThat(one(value(7L).dividedBy(value(-2L)))).isEqualTo(-3L);
        assertThat(one(value(2).plus(3).times(4))).isEqualTo(20);
        assertThat(one(value(1).minus(value(2.5).dividedBy(2).cast(INTEGER)))).isEqualTo(0);
        assertThat(one(value(new BigDecimal("1.10")).plus(2))).isEqualByComparingTo("3.10");
        assertThat(one(value(1.5).times(3))).isEqualTo(4.5);
        assertThat(one(value(new BigDecimal("12.00"), numeric(10, 2)).times(new BigDecimal("1.075"))))
                .isEqualByComparingTo("12.90");
    }

    @DatabaseTest
    void quotientAndRestGiveTheNumberAgain() {
        for (long a : WHOLE) {
            for (long b : WHOLE) {
                if (b != 0) {
                    set(a);
                    assertWhole(numbers.small.dividedBy((short) b), numbers.small.modulo((short) b), a, b);
                    assertWhole(numbers.whole.dividedBy((int) b), numbers.whole.modulo((int) b), a, b);
                    assertWhole(numbers.big.dividedBy(b), numbers.big.modulo(b), a, b);
                    assertWhole(numbers.big.dividedBy(literal(b)), numbers.big.modulo(literal(b)), a, b);
                }
            }
        }
    }

    private void assertWhole(Expression<? extends Number> quotient, Expression<? extends Number> rest, long a, long b) {
        var row = connection.execute(select(quotient.as("q"), rest.as("r")).from(numbers)).one();

        assertThat(row.get("q", Long.class)).as("%s of %d and %d", quotient, a, b).isEqualTo(a / b);
        assertThat(row.get("r", Long.class)).as("%s of %d and %d", rest, a, b).isEqualTo(a % b);
    }

    @DatabaseTest
    void theLargestNumbersAreDividedExactly() {
        set(0);
        connection.execute(update(numbers).set(numbers.big, Long.MIN_VALUE + 1));

        assertThat(one(numbers.big.dividedBy(2L))).isEqualTo((Long.MIN_VALUE + 1) / 2);
        assertThat(one(numbers.big.modulo(10L))).isEqualTo((Long.MIN_VALUE + 1) % 10);
    }

    @DatabaseTest(only = {"sqlite", "mariadb", "mysql"})
    void dividingByZeroGivesNull() {
        assertThat(one(numbers.whole.dividedBy(0))).isNull();
        assertThat(one(numbers.whole.modulo(0))).isNull();
        assertThat(one(numbers.decimal.dividedBy(0))).isNull();
    }

    @DatabaseTest(except = {"sqlite", "mariadb", "mysql"})
    void dividingByZeroIsAnError() {
        assertThatThrownBy(() -> one(numbers.whole.dividedBy(0))).isInstanceOf(RubedoException.class);
    }

    @DatabaseTest
    void aFactorWithAFractionIsNotRounded() {
        assertThat(one(numbers.whole.times(new BigDecimal("1.5")))).isEqualTo(15);
        assertThat(one(numbers.small.times(new BigDecimal("1.5")))).isEqualTo((short) 15);
        assertThat(one(numbers.big.times(new BigDecimal("1.5")))).isEqualTo(15L);
        assertThat(one(numbers.whole.times(1.5))).isEqualTo(15);
        assertThat(one(numbers.whole.times(literal(new BigDecimal("1.5"))))).isEqualTo(15);
        assertThat(one(numbers.whole.plus(new BigDecimal("0.5")).minus(0.5))).isEqualTo(10);
        assertThat(one(numbers.whole.dividedBy(new BigDecimal("2.5")))).isEqualTo(4);
        assertThat(one(numbers.whole.times(1.5).plus(1))).isEqualTo(16);
        assertThat(found(numbers.whole.times(new BigDecimal("1.5")).eq(15))).isTrue();
        assertThat(found(numbers.whole.times(new BigDecimal("1.5")).gt(14))).isTrue();
        assertThat(found(numbers.whole.times(new BigDecimal("1.25")).in(12, 13))).isFalse();
        assertThat(found(numbers.whole.minus(0.5).between(9, 10))).isTrue();
        assertThat(one(numbers.decimal.times(new BigDecimal("1.255")))).isEqualByComparingTo("1.3805");
        assertThat(one(numbers.decimal.dividedBy(8))).isEqualByComparingTo("0.1375");
    }

    @DatabaseTest
    void aFractionInAWholeNumberIsRefusedAndNeverCut() {
        for (Expression<?> mixed : List.<Expression<?>>of(numbers.whole.plus(numbers.decimal),
                numbers.whole.times(new BigDecimal("1.26")), numbers.big.minus(numbers.floating),
                numbers.small.dividedBy(4.0), numbers.whole.modulo(new BigDecimal("1.7")))) {
            assertThatThrownBy(() -> connection.execute(select(mixed)).one()).as(mixed.toString())
                    .isInstanceOf(ResultException.class).hasMessageContaining("cast(UNBOUNDED_NUMERIC)");
        }
        assertThat(one(numbers.whole.plus(numbers.decimal).cast(UNBOUNDED_NUMERIC))).isEqualByComparingTo("11.1");
        assertThat(one(numbers.decimal.plus(numbers.whole))).isEqualByComparingTo("11.1");
        assertThat(one(floor(numbers.whole.plus(numbers.decimal)))).isEqualTo(11);
    }

    @DatabaseTest
    void restsMayHaveFractions() {
        connection.execute(update(numbers).set(numbers.decimal, new BigDecimal("-7.50")).set(numbers.floating, 7.5));

        assertThat(one(numbers.decimal.modulo(2))).isEqualByComparingTo("-1.5");
        assertThat(one(numbers.decimal.modulo(new BigDecimal("2.25")))).isEqualByComparingTo("-0.75");
        assertThat(one(numbers.floating.modulo(2))).isEqualTo(1.5);
        assertThat(one(numbers.floating.modulo(2.25))).isEqualTo(0.75);
        assertThat(one(numbers.whole.modulo(new BigDecimal("2.5")))).isZero();
        assertThat(one(numbers.decimal.modulo(numbers.whole))).isEqualByComparingTo("-7.5");
    }

    @DatabaseTest
    void castsToWholeNumbersRoundHalvesAwayFromZero() {
        var wanted = new ArrayList<@Nullable Object>();
        var read = new ArrayList<@Nullable Object>();
        for (var number : List.of("-3.5", "-2.5", "-2.4", "2.4", "2.5", "3.5", "12.6")) {
            var value = new BigDecimal(number);
            int rounded = value.setScale(0, RoundingMode.HALF_UP).intValue();
            connection.execute(update(numbers).set(numbers.decimal, value).set(numbers.floating, value.doubleValue()));
            wanted.addAll(List.of(rounded, rounded, (long) rounded));
            read.add(one(numbers.decimal.cast(INTEGER)));
            read.add(one(numbers.floating.cast(INTEGER)));
            read.add(one(numbers.floating.cast(BIGINT)));
        }

        assertThat(read).isEqualTo(wanted);
    }

    @DatabaseTest
    void anAssignmentRoundsAlikeEverywhere() {
        connection.execute(update(numbers).set(numbers.whole, numbers.whole.times(new BigDecimal("1.26"))));
        assertThat(one(numbers.whole)).isEqualTo(13);
        connection.execute(update(numbers).set(numbers.whole, numbers.whole.times(-1.5)));
        assertThat(one(numbers.whole)).isEqualTo(-20);
        connection.execute(insertInto(numbers).values(numbers.id, 2L).values(numbers.big,
                literal(5L).times(new BigDecimal("0.5"))));
        assertThat(connection.execute(select(numbers.big.plus(0)).where(numbers.id.eq(2L))).one()).isEqualTo(3L);
        assertThat(found(numbers.whole.eq(-20))).isTrue();
    }

    @DatabaseTest
    void rowsOfAQueryAreRoundedAlikeEverywhere() {
        var first = numbers.id.eq(1L);
        var one = select(literal(2L), numbers.whole.times(new BigDecimal("1.26")), numbers.decimal).where(first);
        var other = select(literal(3L), numbers.decimal, numbers.decimal).where(first);

        connection.execute(insertInto(numbers).fromSelect(one, numbers.id, numbers.whole, numbers.decimal));
        connection.execute(insertInto(numbers).fromSelect(unionAll(other, other.where(falseCondition())), numbers.id,
                numbers.big, numbers.decimal));
        connection.execute(insertInto(numbers).fromSelect(
                select(literal(4L), numbers.floating, numbers.decimal).where(first).distinct(), numbers.id,
                numbers.big, numbers.decimal));

        assertThat(connection.execute(select(numbers.whole.plus(0)).where(numbers.id.eq(2L))).one()).isEqualTo(13);
        assertThat(connection.execute(select(numbers.id).where(numbers.whole.eq(13))).one()).isEqualTo(2L);
        assertThat(connection.execute(select(numbers.big).where(numbers.big.eq(1L))).one()).isEqualTo(1L);
        assertThat(connection.execute(select(numbers.big).where(numbers.id.eq(4L))).one()).isEqualTo(3L);
    }

    @DatabaseTest
    void aConstantWithAFractionIsRefusedForAWholeNumber() {
        var whole = Suites.<Object>typed(numbers.column("whole"));

        assertThatThrownBy(() -> update(numbers).set(whole, new BigDecimal("12.6")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Round it first");
        assertThatThrownBy(() -> update(numbers).set(whole, 0.5)).isInstanceOf(IllegalArgumentException.class);
        connection.execute(update(numbers).set(whole, new BigDecimal("12.0")));
        assertThat(one(numbers.whole)).isEqualTo(12);
    }

    @DatabaseTest
    void assignmentsSeeTheRowAsItWas() {
        connection.execute(update(numbers).set(numbers.whole, numbers.whole.plus(1))
                .set(numbers.big, numbers.whole.cast(BIGINT)).set(numbers.small, (short) 3));

        assertThat(one(numbers.whole)).isEqualTo(11);
        assertThat(one(numbers.big)).isEqualTo(10L);
        assertThat(one(numbers.small)).isEqualTo((short) 3);
    }

    @DatabaseTest(except = {"mariadb", "mysql"})
    void assignmentsMayExchangeValues() {
        connection.execute(update(numbers).set(numbers.whole, 1).set(numbers.small, (short) 2));
        connection.execute(update(numbers).set(numbers.whole, numbers.small.cast(INTEGER)).set(numbers.small,
                numbers.whole.cast(SMALLINT)));

        assertThat(one(numbers.whole)).isEqualTo(2);
        assertThat(one(numbers.small)).isEqualTo((short) 1);
    }

    @DatabaseTest
    void twoParametersAreComputed() {
        var row = connection
                .one(select(value(-7).modulo(3), value(-7).dividedBy(2), value(6).times(7), value(1).plus(2),
                        value(1).minus(3)));

        assertThat(row.values()).containsExactly(-1, -3, 42, 3, -2);
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void anExchangeOfValuesIsRefusedWhereOneSeesTheOther() {
        var exchange = update(numbers).set(numbers.whole, numbers.big.cast(INTEGER)).set(numbers.big,
                numbers.whole.cast(BIGINT));

        assertThatThrownBy(() -> connection.execute(exchange)).isInstanceOf(RubedoException.class)
                .hasMessageContaining("[whole, big]");
    }

    private void set(long value) {
        connection.execute(update(numbers).set(numbers.small, (short) value).set(numbers.whole, (int) value)
                .set(numbers.big, value));
    }

    private <T extends @Nullable Object> T one(Expression<T> expression) {
        return connection.execute(select(expression).from(numbers)).one();
    }

    private boolean found(Expression<Boolean> condition) {
        return !connection.execute(select(numbers.id).where(condition)).all().isEmpty();
    }

    private static final class Numbers extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<Short> small = column("small", SMALLINT);
        final Column<Integer> whole = column("whole", INTEGER);
        final Column<Long> big = column("big", BIGINT);
        final Column<BigDecimal> decimal = column("amount", numeric(10, 2));
        final Column<Double> floating = column("floating", DOUBLE);

        Numbers(MetaData metadata) {
            super("numbers", metadata);
        }
    }
}
