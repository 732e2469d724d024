package dev.rubedo.dialect.postgresql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.postgresql.type.PostgresHstore;
import dev.rubedo.dialect.postgresql.type.PostgresMultiranges;
import dev.rubedo.dialect.postgresql.type.PostgresRanges;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.dialect.postgresql.type.Range;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.TableHint;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The operators of ranges, multiranges and hstore, and tables with heirs. */
class PostgresRangesTest {

    private static final MetaData METADATA = new MetaData();
    private static final Bookings BOOKINGS = new Bookings();

    private static final class Bookings extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<Range<Integer>> days = column("days", PostgresTypes.INT4RANGE);
        final Column<List<Range<Integer>>> free = column("free", PostgresTypes.INT4MULTIRANGE);

        Bookings() {
            super("bookings", METADATA);
        }
    }

    @DatabaseTest
    void everyOperatorOfRangesMeansWhatItSays(Engine engine) {
        filled(engine, connection -> {
            var days = BOOKINGS.days;
            assertThat(values(connection, PostgresRanges.overlaps(days, Range.of(14, 30)),
                    PostgresRanges.contains(days, Range.of(11, 12)), PostgresRanges.contains(days, 15),
                    PostgresRanges.containsElement(days, BOOKINGS.id.plus(10)),
                    PostgresRanges.containedBy(days, Range.closed(1, 100)),
                    PostgresRanges.strictlyLeftOf(days, Range.of(15, 20)),
                    PostgresRanges.strictlyRightOf(days, Range.of(8, 12)),
                    PostgresRanges.notExtendRightOf(days, Range.of(1, 15)),
                    PostgresRanges.notExtendLeftOf(days, Range.of(11, 20)),
                    PostgresRanges.adjacentTo(days, Range.of(15, 20)),
                    PostgresRanges.isEmpty(PostgresRanges.intersection(days, Range.of(15, 20)))))
                    .containsExactly(true, true, false, true, true, true, false, true, false, true, true);
            assertThat(values(connection, PostgresRanges.union(days, Range.of(12, 20)),
                    PostgresRanges.difference(days, Range.of(12, 20)),
                    PostgresRanges.intersection(days, Range.of(12, 20)), PostgresRanges.lowerBound(days),
                    PostgresRanges.upperBound(PostgresRanges.union(days, Range.of(12, null)))))
                    .containsExactly(Range.of(10, 20), Range.of(10, 12), Range.of(12, 15), 10, null);
            assertThat(connection.all(select(BOOKINGS.id).where(PostgresRanges.containedBy(
                    PostgresRanges.intersection(days, Range.of(12, 20)), days)))).containsExactly(1);
        });
    }

    @DatabaseTest
    void everyOperatorOfMultirangesMeansWhatItSays(Engine engine) {
        filled(engine, connection -> {
            var free = BOOKINGS.free;
            var other = List.of(Range.of(4, 6));
            assertThat(values(connection, PostgresMultiranges.overlaps(free, other),
                    PostgresMultiranges.contains(free, List.of(Range.of(1, 2), Range.of(8, 9))),
                    PostgresMultiranges.contains(free, Range.of(2, 4)), PostgresMultiranges.contains(free, 7),
                    PostgresMultiranges.containedBy(free, List.of(Range.of(0, 100))),
                    PostgresMultiranges.strictlyLeftOf(free, List.of(Range.of(9, 20))),
                    PostgresMultiranges.strictlyRightOf(free, List.of(Range.of(-3, 0))),
                    PostgresMultiranges.notExtendRightOf(free, other),
                    PostgresMultiranges.notExtendLeftOf(free, other),
                    PostgresMultiranges.adjacentTo(free, List.of(Range.of(9, 20)))))
                    .containsExactly(true, true, false, true, true, true, true, false, false, true);
            assertThat(values(connection, PostgresMultiranges.union(free, other),
                    PostgresMultiranges.difference(free, List.of(Range.of(2, 8))),
                    PostgresMultiranges.intersection(free, List.of(Range.of(2, 8)))))
                    .containsExactly(List.of(Range.of(1, 3), Range.of(4, 9)), List.of(Range.of(1, 2), Range.of(8, 9)),
                            List.of(Range.of(2, 3), Range.of(5, 8)));
        });
    }

    @DatabaseTest
    void textsByTextsAreTakenApart(Engine engine) {
        engine.inTransaction(connection -> {
            connection.execute(text("create extension if not exists hstore"));
            Map<String, @Nullable String> stored = Map.of("a", "1", "b", "2");
            var map = cast(value(stored, PostgresTypes.HSTORE), PostgresTypes.HSTORE);

            assertThat(connection.one(select(PostgresHstore.isDefined(map, "a"), PostgresHstore.isDefined(map, "c"),
                    PostgresHstore.slice(map, List.of("b", "x")), PostgresHstore.keys(map),
                    PostgresHstore.values(map), PostgresHstore.asArray(map), PostgresHstore.asMatrix(map))).values())
                    .containsExactly(true, false, Map.of("b", "2"), List.of("a", "b"), List.of("1", "2"),
                            List.of("a", "1", "b", "2"), List.of(List.of("a", "1"), List.of("b", "2")));
        });
    }

    @Test
    void operatorsAreWrittenAsTheyAre() {
        var dialect = new PostgresDialect();
        var days = BOOKINGS.days;

        assertThat(dialect.compile(PostgresRanges.adjacentTo(PostgresRanges.union(days, days), days)).sql())
                .isEqualTo("(bookings.days + bookings.days) -|- bookings.days");
        assertThat(dialect.compile(PostgresRanges.intersection(PostgresRanges.union(days, days), days)).sql())
                .isEqualTo("(bookings.days + bookings.days) * bookings.days");
    }

    @DatabaseTest
    void rowsOfHeirsAreLeftOut(Engine engine) {
        var metadata = new MetaData();
        var n = column("n", INTEGER);
        var m = column("n", INTEGER);
        var base = metadata.table("ancestors", n);
        var heir = metadata.table("heirs", m, TableOption.of("postgresql", "inherits", "ancestors"));
        metadata.createAll(engine);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(base).values(n, 1));
            connection.execute(insertInto(heir).values(m, 2));
            var other = base.as("other");

            assertThat(connection.all(select(n).orderBy(n))).containsExactly(1, 2);
            assertThat(connection.all(select(n).clauses(TableHint.only(base)))).containsExactly(1);
            assertThat(connection.all(select(other.column(n)).clauses(TableHint.only(other)))).containsExactly(1);
            assertThat(connection.execute(update(base).set(n, 5).clauses(TableHint.only(base))).rowCount())
                    .isEqualTo(1);
            assertThat(connection.execute(deleteFrom(base).clauses(TableHint.only(base))).rowCount()).isEqualTo(1);
            assertThat(connection.all(select(n))).containsExactly(2);
        });
    }

    @Test
    void onlyIsWrittenBeforeItsTable() {
        var dialect = new PostgresDialect();

        assertThat(dialect.compile(deleteFrom(BOOKINGS).clauses(TableHint.only(BOOKINGS))).sql())
                .isEqualTo("DELETE FROM ONLY bookings");
        assertThat(dialect.compile(update(BOOKINGS).setNull(BOOKINGS.days).clauses(TableHint.only(BOOKINGS))).sql())
                .isEqualTo("UPDATE ONLY bookings SET days=NULL");
        assertThat(dialect.compile(select(func("ROW", UNKNOWN, BOOKINGS.id, 2))).sql())
                .isEqualTo("SELECT ROW(bookings.id, ?) AS \"ROW_1\" FROM bookings");
    }

    private static void filled(Engine engine, Consumer<Connection> body) {
        METADATA.createAll(engine);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(BOOKINGS).values(BOOKINGS.id, 1, BOOKINGS.days, Range.of(10, 15),
                    BOOKINGS.free, List.of(Range.of(1, 3), Range.of(5, 9))));
            body.accept(connection);
        });
    }

    private static List<@Nullable Object> values(Connection connection, Expression<?> first, Expression<?>... more) {
        return new ArrayList<>(connection.one(select(first, more[0], Arrays.copyOfRange(more, 1, more.length))
                .from(BOOKINGS)).values());
    }
}
