package dev.rubedo.dialect.mysql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.TableHint;
import dev.rubedo.sql.TextClause;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.Types;
import java.util.List;

/** Clauses that only these servers have. */
@Databases({"mariadb", "mysql"})
class MysqlClauseTest {

    private final MetaData metadata = new MetaData();
    private final Table things = metadata.table("things", column("id", Types.INTEGER).primaryKey(),
            column("n", Types.INTEGER).index());
    private final Column<Integer> id = things.column("id", Integer.class);
    private final Column<Integer> n = things.column("n", Integer.class);

    private void fill(Engine engine) {
        metadata.createAll(engine);
        engine.inTransaction(connection -> connection
                .execute(insertInto(things).rows(List.of(1, 2, 3, 4), (row, i) -> row.set(id, i).set(n, i * 10))));
    }

    @DatabaseTest
    void changesHaveAnOrderAndALimit(Engine engine) {
        fill(engine);
        engine.inTransaction(connection -> {
            assertThat(
                    connection.execute(update(things).set(n, 0).clauses(TextClause.suffix("ORDER BY id DESC LIMIT 2")))
                            .rowCount())
                    .isEqualTo(2);
            assertThat(
                    connection.execute(deleteFrom(things).clauses(TextClause.suffix("ORDER BY id LIMIT 1"))).rowCount())
                    .isEqualTo(1);

            assertThat(connection.all(select(id).where(n.eq(0)).orderBy(id))).containsExactly(3, 4);
            assertThat(connection.all(select(id).orderBy(id))).containsExactly(2, 3, 4);
        });
    }

    @DatabaseTest
    void rowsThatConflictAreIgnored(Engine engine) {
        fill(engine);
        var insert = insertInto(things).clauses(TextClause.prefix("IGNORE"))
                .rows(List.of(4, 5), (row, i) -> row.set(id, i).set(n, 7));

        engine.inTransaction(connection -> {
            assertThat(connection.execute(insert).rowCount()).isEqualTo(1);
            assertThat(connection.all(select(n).orderBy(id))).containsExactly(10, 20, 30, 40, 7);
        });
        assertThat(insert.sql(engine.dialect()))
                .isEqualTo("INSERT IGNORE INTO things (id, n) VALUES (?, ?), (?, ?)");
    }

    @DatabaseTest
    void tablesAndQueriesHaveHints(Engine engine) {
        fill(engine);
        var query = select(id).where(n.gt(15)).orderBy(id)
                .clauses(TextClause.prefix("STRAIGHT_JOIN"), TableHint.of(things, "FORCE INDEX (ix_things_n)", ""));

        assertThat(engine.<List<Integer>, RuntimeException>fromTransaction(connection -> connection.all(query)))
                .containsExactly(2, 3, 4);
        assertThat(query.sql(engine.dialect())).isEqualTo(
                "SELECT STRAIGHT_JOIN things.id FROM things FORCE INDEX (ix_things_n) WHERE things.n > ? ORDER BY things.id");
    }

    @DatabaseTest
    void aTimestampWithoutAValueIsNull(Engine engine) {
        var seen = new MetaData().table("seen", column("id", Types.INTEGER).primaryKey(),
                column("at", Types.exact("TIMESTAMP", Types.TIMESTAMP)).nullable(),
                column("since", Types.exact("TIMESTAMP", Types.TIMESTAMP)).notNull()
                        .serverDefault("CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"));
        engine.inTransaction(connection -> {
            // as on servers before MariaDB 10.10 and MySQL 8.0
            connection.execute(text("SET SESSION explicit_defaults_for_timestamp = OFF"));
            seen.create(connection);
            connection.execute(insertInto(seen).values(seen.column("id", Integer.class), 1));

            assertThat(connection.one(select(seen.column("at")))).isNull();
            assertThat(connection.one(select(seen.column("since")))).isNotNull();
        });
        assertThat(engine.inspect().columns("seen")).extracting("isNullable").containsExactly(false, true, false);
    }
}
