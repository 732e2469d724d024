package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.Expression;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
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

    @DatabaseTest
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

    @DatabaseTest
    void castsTakeTheDateOrTheTime() {
        var rows = samples.rows;

        assertThat(one(rows.at.cast(Types.DATE))).isEqualTo(Samples.DAY);
        assertThat(one(rows.at.cast(Types.TIME))).isEqualTo(Samples.HOUR);
        assertThat(one(rows.instant.cast(Types.DATE))).isEqualTo(Samples.DAY);
        assertThat(one(rows.day.cast(Types.TIMESTAMP))).isEqualTo(Samples.DAY.atStartOfDay());
        assertThat(found(rows.at.cast(Types.DATE).eq(Samples.DAY))).isTrue();
        assertThat(found(rows.at.cast(Types.TIME).eq(Samples.HOUR))).isTrue();
        assertThat(found(rows.at.cast(Types.DATE).eq(rows.day))).isTrue();
        assertThat(found(rows.day.cast(Types.TIMESTAMP).eq(Samples.DAY.atStartOfDay()))).isTrue();
        assertThat(found(value(Samples.AT).cast(Types.DATE).le(rows.day))).isTrue();
    }

    @DatabaseTest
    void datesMoveByDays() {
        var rows = samples.rows;

        assertThat(one(rows.day.plus(Duration.ofDays(2)))).isEqualTo(Samples.DAY.plusDays(2));
        assertThat(one(rows.day.minus(Period.ofDays(60)))).isEqualTo(Samples.DAY.minusDays(60));
        assertThat(found(rows.day.plus(Duration.ofDays(1)).eq(Samples.DAY.plusDays(1)))).isTrue();
        assertThat(found(rows.day.minus(Duration.ofDays(1)).lt(rows.day))).isTrue();
    }

    @DatabaseTest
    void timesOfDayMoveByDurations() {
        var rows = samples.rows;

        assertThat(one(rows.hour.plus(Duration.ofMinutes(30)))).isEqualTo(Samples.HOUR.plusMinutes(30));
        assertThat(one(rows.hour.minus(Duration.ofSeconds(31)))).isEqualTo(Samples.HOUR.minusSeconds(31));
    }

    @DatabaseTest
    void conditionsLookBackInTime() {
        var rows = samples.rows;

        assertThat(found(rows.zoned.lt(now().minus(Duration.ofHours(1))))).isTrue();
        assertThat(found(rows.zoned.gt(now().minus(Duration.ofHours(1))))).isFalse();
        assertThat(found(rows.at.lt(localTimestamp().minus(Period.ofDays(1))))).isTrue();
        assertThat(found(rows.instant.plus(Duration.ofHours(1)).gt(rows.instant))).isTrue();
        assertThat(found(rows.day.lt(currentDate().minus(Period.ofDays(1))))).isTrue();
    }

    @DatabaseTest
    void movedTimesHaveTheirFractionAndPassMidnight() {
        var rows = samples.rows;
        for (var duration : List.of(Duration.ofNanos(1_000), Duration.ofMillis(999), Duration.ofSeconds(-1, 1_000),
                Duration.ofHours(23), Duration.ofDays(-1000).plusMillis(1), Duration.ofDays(300_000))) {
            var moved = Samples.AT.plus(duration);

            assertThat(one(rows.at.plus(duration))).as("+ %s", duration).isEqualTo(moved);
            assertThat(one(value(moved, timestamp(6)).minus(duration))).as("- %s", duration).isEqualTo(Samples.AT);
            assertThat(found(rows.at.plus(duration).eq(value(moved, timestamp(6))))).as("= %s", moved).isTrue();
            assertThat(one(rows.hour.plus(duration))).as("+ %s", duration).isEqualTo(Samples.HOUR.plus(duration));
            assertThat(one(rows.hour.minus(duration))).as("- %s", duration).isEqualTo(Samples.HOUR.minus(duration));
        }
    }

    @DatabaseTest
    void monthsEndOnTheirLastDay() {
        var rows = samples.rows;
        for (var day : List.of(Samples.DAY, LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 29),
                LocalDate.of(2023, 12, 31), LocalDate.of(2024, 3, 30))) {
            for (var period : List.of(Period.ofMonths(1), Period.ofMonths(-1), Period.ofYears(1), Period.of(1, 2, 3),
                    Period.of(-4, 1, -40), Period.ofMonths(13))) {
                var at = day.atTime(13, 45, 30, 250_000_000);
                var point = value(at, timestamp(6));

                assertThat(one(value(day).plus(period))).as("%s + %s", day, period).isEqualTo(day.plus(period));
                assertThat(one(value(day).minus(period))).as("%s - %s", day, period).isEqualTo(day.minus(period));
                assertThat(one(point.plus(period))).as("%s + %s", at, period).isEqualTo(at.plus(period));
                assertThat(one(point.minus(period))).as("%s - %s", at, period).isEqualTo(at.minus(period));
                assertThat(one(value(at.toInstant(ZoneOffset.UTC), Types.instant(6)).plus(period)))
                        .isEqualTo(at.plus(period).toInstant(ZoneOffset.UTC));
            }
        }
        assertThat(one(rows.zoned.plus(Period.ofMonths(-2))).toInstant())
                .isEqualTo(Samples.ZONED.minusMonths(2).toInstant());
        assertThat(one(rows.day.plus(Period.ofMonths(1)))).isEqualTo(Samples.DAY.plusMonths(1));
    }

    @DatabaseTest
    void intervalsAreAmounts() {
        var metadata = new MetaData();
        var amount = column("amount", Types.INTERVAL);
        var start = column("start_at", timestamp(6));
        var day = column("start_day", Types.DATE);
        var hour = column("start_hour", time(6));
        var table = metadata.table("spans", amount, start, day, hour);
        metadata.dropAll(connection);
        metadata.createAll(connection);
        for (var duration : List.of(Duration.ofMinutes(90), Duration.ofDays(-40).minusMillis(250), Duration.ZERO,
                Duration.ofHours(25))) {
            connection.execute(deleteFrom(table));
            connection.execute(insertInto(table).values(amount, duration, start, Samples.AT, day, Samples.DAY).values(
                    hour, Samples.HOUR));

            assertThat(connection.one(select(start.plusInterval(amount)))).isEqualTo(Samples.AT.plus(duration));
            assertThat(connection.one(select(start.minusInterval(amount)))).isEqualTo(Samples.AT.minus(duration));
            assertThat(connection.one(select(hour.plusInterval(amount)))).isEqualTo(Samples.HOUR.plus(duration));
            assertThat(connection.one(select(day.plusInterval(amount))))
                    .isEqualTo(Samples.DAY.atStartOfDay().plus(duration).toLocalDate());
            assertThat(connection.one(select(amount.plus(Duration.ofDays(1))))).isEqualTo(duration.plusDays(1));
            assertThat(connection.one(select(amount.minusInterval(amount)))).isEqualTo(Duration.ZERO);
            assertThat(
                    connection.exists(select(start).where(start.plusInterval(amount).minusInterval(amount).eq(start))))
                    .isTrue();
        }
        metadata.dropAll(connection);
        connection.commit();
    }

    @DatabaseTest
    void theTimeBetweenTwoPointsIsAnInterval() {
        var rows = samples.rows;
        for (var duration : List.of(Duration.ofMinutes(90), Duration.ofSeconds(-1, 1_000), Duration.ofDays(400),
                Duration.ofDays(-100_000).plusMillis(1), Duration.ZERO)) {
            var later = value(Samples.AT.plus(duration), timestamp(6));

            assertThat(one(durationBetween(rows.at, later))).isEqualTo(duration);
            assertThat(one(durationBetween(later, rows.at))).isEqualTo(duration.negated());
            assertThat(one(
                    durationBetween(rows.instant, value(Samples.ZONED.toInstant().plus(duration), Types.instant(6)))))
                    .isEqualTo(duration);
            assertThat(one(rows.at.plusInterval(durationBetween(rows.at, later)))).isEqualTo(Samples.AT.plus(duration));
            assertThat(found(durationBetween(rows.at, later).eq(duration))).isTrue();
        }
        assertThat(one(durationBetween(rows.hour, value(LocalTime.of(12, 0))))).isEqualTo(
                Duration.between(Samples.HOUR, LocalTime.of(12, 0)));
        for (long days : List.of(-400L, 0L, 1L, 36_600L)) {
            var other = value(Samples.DAY.plusDays(days));

            assertThat(one(durationBetween(rows.day, other))).isEqualTo(Duration.ofDays(days));
            assertThat(one(daysBetween(rows.day, other))).isEqualTo((int) days);
            assertThat(one(daysBetween(other, rows.day))).isEqualTo((int) -days);
        }
        assertThat(one(durationBetween(rows.at, nullValue(timestamp(6))))).isNull();
    }

    @DatabaseTest
    void monthsAndPartsOfDaysAreRefusedWhereTheyMeanNothing() {
        var rows = samples.rows;

        assertThatThrownBy(() -> rows.hour.plus(Period.ofMonths(1))).isInstanceOf(IllegalArgumentException.class)
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
