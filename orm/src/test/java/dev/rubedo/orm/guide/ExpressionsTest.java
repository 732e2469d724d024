package dev.rubedo.orm.guide;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;

/** The samples of {@code docs/guide/expressions.md}; an architecture test compares the texts. */
class ExpressionsTest {

    private static final MetaData METADATA = new MetaData();
    private static final Events EVENTS = new Events(METADATA);

    static final class Events extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<LocalDate> day = column("day", DATE);
        final Column<LocalDateTime> startAt = column("start_at", timestamp(6));
        final Column<LocalDateTime> endAt = column("end_at", timestamp(6));
        final Column<Duration> reminder = column("reminder", INTERVAL);
        final Column<Object> details = column("details", json(Object.class));

        Events(MetaData metadata) {
            super("events", metadata);
        }
    }

    @DatabaseTest
    void theSamplesDoWhatTheySay(Engine engine) {
        METADATA.createAll(engine);
        var start = LocalDateTime.of(2024, 1, 31, 9, 0);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(EVENTS).values(EVENTS.id, 1, EVENTS.day, start.toLocalDate())
                    .values(EVENTS.startAt, start, EVENTS.endAt, start.plusHours(2))
                    .values(EVENTS.reminder, Duration.ofMinutes(15))
                    .values(EVENTS.details, Map.of("place", Map.of("city", "Bern"), "tags", List.of(3, 7))));
            times(connection);
            windows(connection);
            if (engine.dialect().supports(Feature.JSON_ACCESS)) {
                documents(connection);
            }
        });
    }

    private static void times(Connection connection) {
        var due = select(EVENTS.id).where(EVENTS.startAt.minusInterval(EVENTS.reminder).lt(localTimestamp()));
        var recent = select(EVENTS.id).where(EVENTS.startAt.gt(localTimestamp().minus(Duration.ofHours(12))));
        var invoices = select(EVENTS.day.plus(Period.ofMonths(1)));
        var lengths = select(durationBetween(EVENTS.startAt, EVENTS.endAt));

        assertThat(connection.all(due)).containsExactly(1);
        assertThat(connection.all(recent)).isEmpty();
        assertThat(connection.one(invoices)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(connection.one(lengths)).isEqualTo(Duration.ofHours(2));
    }

    private static void windows(Connection connection) {
        var ranks = select(EVENTS.id, rank().over(partitionBy(EVENTS.day).orderBy(EVENTS.startAt.desc())).as("place"));
        var totals = select(EVENTS.id,
                sum(EVENTS.id).over(orderBy(EVENTS.id).rows(unboundedPreceding(), currentRow())).as("total"));
        var before = select(lag(EVENTS.startAt).over(orderBy(EVENTS.startAt)));

        assertThat(connection.all(ranks)).singleElement().satisfies(row -> assertThat(row.get("place")).isEqualTo(1L));
        assertThat(connection.all(totals)).singleElement().satisfies(row -> assertThat(row.get("total")).isEqualTo(1L));
        assertThat(connection.all(before)).containsOnlyNulls();
    }

    private static void documents(Connection connection) {
        var cities = select(jsonValue(EVENTS.details, string(50), "place", "city"))
                .where(jsonValue(EVENTS.details, INTEGER, "tags", -1).eq(7));
        var places = select(jsonPart(EVENTS.details, "place"));
        var open = select(EVENTS.id).where(EVENTS.details.eq(Map.of("open", true)));

        assertThat(connection.all(cities)).containsExactly("Bern");
        assertThat(connection.one(places)).isEqualTo(Map.of("city", "Bern"));
        assertThat(connection.all(open)).isEmpty();
    }
}
