package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** MERGE: rows of a source change the rows of a table, or the statement is refused. */
public abstract class MergeSuite {
    private final MetaData metadata = new MetaData();
    private final Column<Integer> id = column("id", INTEGER).primaryKey();
    private final Column<Integer> count = column("amount", INTEGER).notNull();
    private final Column<String> note = column("note", string(20)).defaultValue("new").onUpdate("changed");
    private final Table stock = metadata.table("stock", id, count, note);
    private final Column<Integer> item = column("item", INTEGER).primaryKey();
    private final Column<Integer> delivered = column("delivered", INTEGER).notNull();
    private final Table deliveries = metadata.table("deliveries", item, delivered);
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        metadata.dropAll(engine);
        metadata.createAll(engine);
        connection = engine.connect();
        connection.execute(insertInto(stock).rows(List.of(1, 2, 3), (row, n) -> row.set(id, n).set(count, n * 10)));
        connection.execute(insertInto(deliveries).rows(List.of(2, 3, 4),
                (row, n) -> row.set(item, n).set(delivered, n == 3 ? 0 : 5)));
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private List<String> rows() {
        return connection.all(select(id, count, note).orderBy(id)).stream().map(MergeSuite::text).toList();
    }

    private static String text(Row row) {
        return row.get(1) + " " + row.get(2) + " " + row.get(3);
    }

    @DatabaseTest(requires = Feature.MERGE)
    void theFirstActionThatFitsIsExecuted() {
        connection.execute(mergeInto(stock).using(deliveries, id.eq(item))
                .whenMatched(delivered.eq(0)).delete()
                .whenMatched().update(row -> row.set(count, count.plus(delivered)))
                .whenNotMatched().insert(row -> row.set(id, item).set(count, delivered.times(2))));

        assertThat(rows()).containsExactly("1 10 new", "2 25 changed", "4 10 new");
    }

    @DatabaseTest(requires = Feature.MERGE)
    void queriesAndParametersAreSources() {
        var source = select(item, delivered).where(delivered.gt(0)).subquery("s");

        connection.execute(mergeInto(stock).using(source, id.eq(source.column(item)).and(count.lt(100)))
                .whenMatched(count.gt(1_000)).delete()
                .whenNotMatched(source.column(item).gt(3))
                .insert(row -> row.set(id, source.column(item)).set(count, 7).set(note, "given")));

        assertThat(rows()).containsExactly("1 10 new", "2 20 new", "3 30 new", "4 7 given");
    }

    @DatabaseTest(requires = Feature.MERGE_RETURNING)
    void changedRowsAreReturned() {
        var changed = connection.all(mergeInto(stock).using(deliveries, id.eq(item))
                .whenMatched().update(row -> row.set(count, 0))
                .whenNotMatched().insert(row -> row.set(id, item).set(count, 1)).returning(id, count));

        assertThat(changed).extracting(row -> row.get(1) + " " + row.get(2)).containsExactlyInAnyOrder("2 0", "3 0",
                "4 1");
    }

    @DatabaseTest(requires = Feature.MERGE_BY_SOURCE)
    void rowsWithoutASourceAreChanged() {
        connection.execute(mergeInto(stock).using(deliveries, id.eq(item)).whenNotMatchedBySource(count.lt(20))
                .delete());

        assertThat(rows()).containsExactly("2 20 new", "3 30 new");
    }

    @DatabaseTest
    void aMergeIsRefusedWhereThereIsNone() {
        if (!connection.engine().dialect().supports(Feature.MERGE)) {
            assertThatThrownBy(() -> connection.execute(mergeInto(stock).using(deliveries, id.eq(item))
                    .whenMatched().delete())).isInstanceOf(UnsupportedFeatureException.class);
        }
    }
}
