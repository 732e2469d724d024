package dev.rubedo.orm.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.BIGINT;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.schema.DdlListener;
import dev.rubedo.schema.DdlTarget;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The samples of {@code docs/guide/events.md} about the engine; an architecture test compares the texts. */
class EngineEventsTest {

    private final List<String> log = new ArrayList<>();

    @DatabaseTest
    void theSamplesDoWhatTheySay(Engine engine, StatementLog statements) {
        MetaData metadata = new MetaData();
        metadata.table("notes", column("id", BIGINT).primaryKey());
        watch(metadata);
        metadata.createAll(engine);
        assertThat(log).containsExactly("created notes on " + engine.dialectName());

        measure(engine);
        comment(engine);
        try (Connection connection = engine.connect()) {
            connection.execute(text("SELECT id FROM notes")).all();
            Duration once = (Duration) connection.info().get("total");
            connection.execute(text("SELECT id FROM notes")).all();
            assertThat((Duration) connection.info().get("total")).isGreaterThan(once);
        }
        assertThat(statements.texts()).contains("SELECT id FROM notes /* shop */");
    }

    private static void measure(Engine engine) {
        engine.listen(new ExecutionListener() {
            @Override
            public void afterExecute(Execution execution) {
                execution.connection().info().merge("total", execution.duration(),
                        (total, more) -> ((Duration) total).plus((Duration) more));
            }
        });
    }

    private static void comment(Engine engine) {
        engine.listen(new ExecutionListener() {
            @Override
            public String beforePrepare(Connection connection, String sql) {
                return sql + " /* shop */";
            }
        });
    }

    private void watch(MetaData metadata) {
        metadata.listen(new DdlListener() {
            @Override
            public void afterCreateTable(DdlTarget target, Table table) {
                log.add("created " + table.name() + " on " + target.dialectName());
            }
        });
    }
}
