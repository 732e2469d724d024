package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Expression;
import dev.rubedo.testing.DatabaseTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Points in time moved by amounts of time: every combination, in both directions, or a refusal. */
public abstract class TemporalSuite {

    private final Samples samples = new Samples();
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        samples.rows.create(engine);
        connection = engine.connect();
        samples.fill(connection);
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest(requires = Feature.DATE_ARITHMETIC)
    void timestampsMoveByDurationsAndDays() {
        var rows = samples.rows;
        for (TemporalAmount amount : List.of(Duration.ofMinutes(90), Duration.ofSeconds(5, 250_000_000),
                Duration.ofDays(200), Duration.ofHours(-3), Period.ofDays(1), Period.ofWeeks(2), Duration.ZERO)) {
            var duration = amount instanceof Period period ? Duration.ofDays(period.getDays()) : (Duration) amount;

            assertThat(one(rows.at.plus(amount))).isEqualTo(Samples.AT.plus(duration));
            assertThat(one(rows.at.minus(amount))).isEqualTo(Samples.AT.minus(duration));
            assertThat(instant(rows.zoned.plus(amount))).isEqualTo(Samples.ZONED.plus(duration).toInstant());
            assertThat(instant(rows.zoned.minus(amount))).isEqualTo(Samples.ZONED.minus(duration).toInstant());
            assertThat(one(rows.instant.plus(amount))).isEqualTo(Samples.ZONED.toInstant().plus(duration));
            assertThat(one(rows.instant.minus(amount))).isEqualTo(Samples.ZONED.toInstant().minus(duration));
        }
    }

    @DatabaseTest(requires = Feature.DATE_ARITHMETIC)
    void datesMoveByDays() {
        var rows = samples.rows;

        assertThat(one(rows.day.plus(Duration.ofDays(2)))).isEqualTo(Samples.DAY.plusDays(2));
        assertThat(one(rows.day.minus(Period.ofDays(60)))).isEqualTo(Samples.DAY.minusDays(60));
        assertThat(found(rows.day.plus(Duration.ofDays(1)).eq(Samples.DAY.plusDays(1)))).isTrue();
        assertThat(found(rows.day.minus(Duration.ofDays(1)).lt(rows.day))).isTrue();
    }

    @DatabaseTest(requires = Feature.DATE_ARITHMETIC)
    void timesOfDayMoveByDurations() {
        var rows = samples.rows;

        assertThat(one(rows.hour.plus(Duration.ofMinutes(30)))).isEqualTo(Samples.HOUR.plusMinutes(30));
        assertThat(one(rows.hour.minus(Duration.ofSeconds(31)))).isEqualTo(Samples.HOUR.minusSeconds(31));
    }

    @DatabaseTest(requires = Feature.DATE_ARITHMETIC)
    void conditionsLookBackInTime() {
        var rows = samples.rows;

        assertThat(found(rows.zoned.lt(now().minus(Duration.ofHours(1))))).isTrue();
        assertThat(found(rows.zoned.gt(now().minus(Duration.ofHours(1))))).isFalse();
        assertThat(found(rows.at.lt(localTimestamp().minus(Period.ofDays(1))))).isTrue();
        assertThat(found(rows.instant.plus(Duration.ofHours(1)).gt(rows.instant))).isTrue();
        assertThat(found(rows.day.lt(currentDate().minus(Period.ofDays(1))))).isTrue();
    }

    @DatabaseTest(only = {"sqlite", "mariadb", "mysql"})
    void whatCannotMoveIsRefused() {
        var rows = samples.rows;
        for (Expression<?> moved : List.<Expression<?>>of(rows.at.plus(Duration.ofHours(1)),
                rows.day.minus(Period.ofDays(1)), rows.hour.plus(Duration.ofHours(1)),
                now().minus(Duration.ofHours(1)))) {
            assertThatThrownBy(() -> connection.execute(select(moved).from(rows)))
                    .isInstanceOf(UnsupportedFeatureException.class).hasMessageContaining("DATE_ARITHMETIC");
        }
    }

    @DatabaseTest
    void monthsAndPartsOfDaysAreRefusedWhereTheyMeanNothing() {
        var rows = samples.rows;

        assertThatThrownBy(() -> rows.at.plus(Period.ofMonths(1))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("months");
        assertThatThrownBy(() -> rows.day.plus(Duration.ofHours(5))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whole days");
    }

    private Instant instant(Expression<OffsetDateTime> expression) {
        return one(expression).toInstant();
    }

    private <T extends @Nullable Object> T one(Expression<T> expression) {
        return connection.execute(select(expression).from(samples.rows).orderBy(samples.rows.id).limit(1)).one();
    }

    private boolean found(Expression<Boolean> condition) {
        return !connection.execute(select(samples.rows.id).where(condition)).all().isEmpty();
    }
}
