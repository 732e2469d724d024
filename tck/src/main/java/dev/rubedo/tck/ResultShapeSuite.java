package dev.rubedo.tck;

import static dev.rubedo.engine.ExecuteOption.generatedKeys;
import static dev.rubedo.engine.ExecuteOption.yieldPer;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.AmbiguousColumnException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.NoSuchColumnException;
import dev.rubedo.error.ResultException;
import dev.rubedo.feature.Feature;
import dev.rubedo.result.FrozenResult;
import dev.rubedo.result.Result;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Rows as lists and maps, reduced, frozen and merged results, and the keys of inserted rows. */
public abstract class ResultShapeSuite {

    private Shop shop = Suites.unset();
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        shop = Shop.filled(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private Result<Row> people() {
        return connection.execute(select(shop.users.id, shop.users.name, shop.users.age)
                .where(shop.users.id.in(1L, 4L)).orderBy(shop.users.id));
    }

    @DatabaseTest
    void aRowIsAListAMapAndASlice() {
        Row row = people().all().get(1);

        assertThat(row.names()).containsExactly("id", "name", "age");
        assertThat(row.values()).containsExactly(4L, "Dan", null);
        assertThat(row.asMap()).containsExactly(Map.entry("id", 4L), Map.entry("name", "Dan"), noAge());
        assertThatThrownBy(() -> row.asMap().put("id", 5L)).isInstanceOf(UnsupportedOperationException.class);
        Row slice = row.slice(2, 3);
        assertThat(slice.names()).containsExactly("name", "age");
        assertThat(slice.get(shop.users.name)).isEqualTo("Dan");
        assertThatThrownBy(() -> slice.get(shop.users.id)).isInstanceOf(NoSuchColumnException.class);
        assertThatThrownBy(() -> row.slice(0, 2)).isInstanceOf(NoSuchColumnException.class)
                .hasMessage("The row has no positions 0 to 2; it has 3, and the first is 1, as in JDBC.");
        assertThatThrownBy(() -> row.slice(2, 4)).isInstanceOf(NoSuchColumnException.class);
    }

    private static Map.Entry<String, @Nullable Object> noAge() {
        return new java.util.AbstractMap.SimpleEntry<>("age", null);
    }

    @DatabaseTest
    void mappingsAreRowsByName() {
        assertThat(people().mappings().all()).extracting(row -> row.get("name")).containsExactly("Ada", "Dan");
        assertThatThrownBy(() -> connection.execute(text("SELECT 1 AS a, 2 AS a")).mappings().all())
                .isInstanceOf(AmbiguousColumnException.class);
    }

    @DatabaseTest
    void columnsReduceAndReorder() {
        assertThat(people().columns(shop.users.age, shop.users.id).all()).extracting(Row::values)
                .containsExactly(List.of(36, 1L), java.util.Arrays.asList(null, 4L));
        assertThat(people().columns("name").all()).extracting(Row::names).containsOnly(List.of("name"));
        assertThat(people().columns(3, 1).columns(2).all()).extracting(Row::values)
                .containsExactly(List.of(1L), List.of(4L));
        assertThat(people().column(shop.users.name).all()).containsExactly("Ada", "Dan");
        assertThat(people().columns(shop.users.name, shop.users.id).as(Named.class).all())
                .containsExactly(new Named(1, "Ada"), new Named(4, "Dan"));
    }

    record Named(long id, String name) {}

    @DatabaseTest
    void columnsThatAreMissingAreReportedBeforeRowsAreRead() {
        assertThatThrownBy(() -> people().columns("nosuch")).isInstanceOf(NoSuchColumnException.class)
                .hasMessageContaining("\"nosuch\"");
        assertThatThrownBy(() -> people().columns(4)).isInstanceOf(NoSuchColumnException.class);
        assertThatThrownBy(() -> people().column(shop.users.email)).isInstanceOf(NoSuchColumnException.class)
                .hasMessageContaining("email");
        assertThatThrownBy(() -> connection.execute(text("SELECT 1 AS a, 2 AS a")).columns("a"))
                .isInstanceOf(AmbiguousColumnException.class);
    }

    @DatabaseTest
    void uniqueComparesWhatTheStrategyReturns() {
        var cities = select(shop.addresses.city, shop.addresses.id).orderBy(shop.addresses.id);

        assertThat(connection.execute(cities).unique(row -> row.get(shop.addresses.city)).all())
                .extracting(row -> row.get(shop.addresses.id)).containsExactly(1L, 2L);
        assertThat(connection.execute(cities).freeze().result().unique(row -> row.get("city")).all()).hasSize(2);
    }

    @DatabaseTest
    void yieldPerSetsTheSizeOfPartitions() {
        connection.execute(insertInto(shop.users).rows(LongStream.range(100, 105).boxed().toList(),
                (row, id) -> row.set(shop.users.id, id).set(shop.users.name, "n" + id)));
        var query = select(shop.users.id).orderBy(shop.users.id);

        assertThat(connection.execute(query, yieldPer(4)).partitions()).extracting(List::size)
                .containsExactly(4, 4, 1);
        assertThat(connection.execute(query).yieldPer(5).partitions()).extracting(List::size).containsExactly(5, 4);
        assertThat(connection.execute(query, yieldPer(4)).map(id -> "n" + id).partitions()).hasSize(3);
        assertThat(connection.execute(query, yieldPer(4)).mappings().partitions()).hasSize(3);
        assertThat(connection.execute(select(shop.users), yieldPer(4)).columns(1, 2).partitions()).hasSize(3);
        assertThat(connection.execute(query, yieldPer(4)).unique(id -> id).partitions()).hasSize(3);
        assertThatThrownBy(() -> connection.execute(query).partitions()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> yieldPer(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @DatabaseTest
    void aFrozenResultIsReadManyTimesWithoutItsConnection(Engine engine) {
        FrozenResult<Row> frozen;
        FrozenResult<String> single;
        try (var other = engine.connect()) {
            frozen = other.execute(select(shop.users.id, shop.users.name).orderBy(shop.users.id)).freeze();
            single = other.execute(select(shop.users.name).orderBy(shop.users.id)).freeze();
        }

        for (int i = 0; i < 2; i++) {
            assertThat(frozen.result().column(shop.users.name).all()).containsExactly("Ada", "Ben", "Cleo", "Dan");
            assertThat(frozen.result().as(Named.class).first()).contains(new Named(1, "Ada"));
            assertThat(single.result().rows().all()).extracting(Row::values).startsWith(List.<Object>of("Ada"));
            assertThat(single.result().all()).hasSize(4);
        }
        assertThat(single.withElements(List.of("Eve")).result().one()).isEqualTo("Eve");
        assertThat(frozen.names()).containsExactly("id", "name");
    }

    @DatabaseTest
    void theRowsOfATableSurviveFreezing() {
        var frozen = connection.execute(select(shop.users).orderBy(shop.users.id)).freeze();

        assertThat(frozen.result().rows().first().orElseThrow().get(shop.users.name)).isEqualTo("Ada");
        assertThat(frozen.result().columns("name").all()).extracting(Row::values).contains(List.<Object>of("Cleo"));
        assertThat(frozen.result().as(Named.class).all()).hasSize(4);
    }

    @DatabaseTest
    void objectsMadeOfColumnsCannotBeTakenApartAgain() {
        var frozen = connection.execute(select(into(Named::new, shop.users.id, shop.users.name))).freeze();

        assertThat(frozen.result().all()).contains(new Named(1, "Ada"));
        assertThatThrownBy(() -> frozen.result().rows()).isInstanceOf(ResultException.class)
                .hasMessageContaining("combined into objects");
    }

    @DatabaseTest
    void resultsAreMergedAndSpliced() {
        var byName = select(shop.users.name).where(shop.users.id.eq(2L));

        assertThat(connection.execute(byName).merge(connection.execute(select(shop.users.name)
                .where(shop.users.id.eq(1L))), connection.execute(byName)).all()).containsExactly("Ben", "Ada", "Ben");
        assertThatThrownBy(() -> connection.execute(byName).merge(connection.execute(
                select(shop.addresses.city)))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[city]").hasMessageContaining("[name]");
        var ages = connection.execute(select(shop.users.age).where(shop.users.id.eq(2L)));
        assertThat(connection.execute(byName).spliceHorizontally(ages).one().asMap())
                .containsExactly(Map.entry("name", "Ben"), Map.entry("age", 17));
        assertThatThrownBy(() -> connection.execute(byName).spliceHorizontally(
                connection.execute(select(shop.users.name)))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 and 4 rows");
    }

    @DatabaseTest
    void rowsInMemoryAreAResult() {
        var result = Result.ofRows(List.of("id", "name"), List.of(List.of(1L, "Eve")));

        assertThat(result.as(Named.class).one()).isEqualTo(new Named(1, "Eve"));
        assertThatThrownBy(() -> Result.ofRows(List.of("id"), List.of(List.of(1, 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @DatabaseTest
    void aResultKnowsWhatItIs(TestDatabase database) {
        var query = people();
        assertThat(query.isInsert()).isFalse();
        assertThat(query.isClosed()).isFalse();
        query.all();
        assertThat(query.isClosed()).isTrue();
        assertThat(query.names()).containsExactly("id", "name", "age");
        var insert = connection.execute(insertInto(shop.users).values(shop.users.id, 50L, shop.users.name, "Eve"));
        assertThat(insert.isInsert()).isTrue();
        assertThat(insert.isClosed()).isTrue();
        assertThat(insert.rowCount()).isEqualTo(1);
        if (database.supports(Feature.INSERT_RETURNING)) {
            assertThat(connection.execute(insertInto(shop.users).values(shop.users.id, 51L, shop.users.name, "Fay")
                    .returning(shop.users.id)).isInsert()).isTrue();
        }
    }

    @DatabaseTest
    void anInsertReturnsTheKeysOfItsRows(Engine engine, TestDatabase database) {
        var metadata = new MetaData();
        Column<Long> id = column("id", Types.BIGINT).primaryKey();
        Column<String> word = column("word", Types.string(20));
        Table notes = metadata.table("notes", id, word);
        metadata.createAll(engine);

        var one = connection.execute(insertInto(notes).values(word, "a"), generatedKeys());
        assertThat(one.rowCount()).isEqualTo(1);
        assertThat(one.isInsert()).isTrue();
        assertThat(one.insertedPrimaryKey().get(id)).isEqualTo(1L);
        var given = connection.execute(insertInto(notes).values(id, 10L).values(word, "b"), generatedKeys());
        assertThat(given.insertedPrimaryKey().get(id)).isEqualTo(10L);
        if (database.supports(Feature.INSERT_RETURNING)) {
            var several = connection.execute(insertInto(notes).rows(List.of(21L, 22L),
                    (row, key) -> row.set(id, key).set(word, "c")), generatedKeys());
            assertThat(several.insertedPrimaryKeys()).extracting(row -> row.get(id))
                    .containsExactlyInAnyOrder(21L, 22L);
            assertThatThrownBy(several::insertedPrimaryKey).isInstanceOf(ResultException.class)
                    .hasMessageContaining("2 rows");
        }
        assertThat(connection.one(select(count(id)).from(notes))).isGreaterThanOrEqualTo(2);
    }

    @DatabaseTest
    void keysAreReturnedInPagesOfTheGivenSize(TestDatabase database) {
        var metadata = new MetaData();
        Column<Long> id = column("id", Types.BIGINT).primaryKey();
        Column<String> word = column("word", Types.string(20));
        Table notes = metadata.table("notes", id, word);
        metadata.createAll(database.engine());
        assertThat(statementsForFiveRows(database, 1, notes, id, word)).isEqualTo(5);
        int inPages = statementsForFiveRows(database, 2, notes, id, word);
        assertThat(inPages).isIn(3, 5);
        if (database.supports(Feature.INSERT_RETURNING)) {
            assertThat(inPages).isEqualTo(3);
        }
    }

    private static int statementsForFiveRows(TestDatabase database, int page, Table notes, Column<Long> id,
            Column<String> word) {
        var engine = database.newEngine(builder -> builder.insertPageSize(page));
        var keys = new ArrayList<Long>();
        var sent = new AtomicInteger();
        engine.listen(new ExecutionListener() {
            @Override
            public void afterExecute(Execution execution) {
                sent.incrementAndGet();
            }
        });
        engine.inTransaction(connection -> {
            var prepared = connection.prepared();
            var insert = prepared.prepareForKeys(insertInto(notes).values(word, ""), id);
            prepared.insertRows(insert, 5, (row, out) -> out.setString("w" + row),
                    (row, in) -> keys.add(in.getLong(1)));
        });
        assertThat(keys).hasSize(5).isSorted();
        return sent.get();
    }

    @DatabaseTest
    void keysThatWereNotRequestedOrDoNotExistAreRefused() {
        var insert = insertInto(shop.users).values(shop.users.id, 50L, shop.users.name, "Eve");

        assertThatThrownBy(() -> connection.execute(select(shop.users.id), generatedKeys()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> connection.execute(insert.returning(shop.users.id), generatedKeys()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("returning(...)");
        assertThatThrownBy(() -> connection.executeMany(insertInto(shop.users).values(shop.users.id, 50L),
                List.of(Map.of()), generatedKeys())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> connection.execute(insert).insertedPrimaryKey()).isInstanceOf(ResultException.class)
                .hasMessageContaining("generatedKeys()");
        Column<Integer> a = column("a", Types.INTEGER);
        Table keyless = new MetaData().table("keyless", a);
        assertThatThrownBy(() -> connection.execute(insertInto(keyless).values(a, 1), generatedKeys()))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("primary key");
    }
}
