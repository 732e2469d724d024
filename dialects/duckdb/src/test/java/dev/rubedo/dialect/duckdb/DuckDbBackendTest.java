package dev.rubedo.dialect.duckdb;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.DATE;
import static dev.rubedo.type.Types.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.OperationalException;
import dev.rubedo.error.ProgrammingException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.error.SerializationFailureException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuckDbBackendTest {

    private static String jdbc(String url) {
        return new DuckDbBackend().target(DatabaseUrl.of(url), Map.of()).url();
    }

    private static Object one(Engine engine, String sql) {
        return engine.<Object, RuntimeException>fromTransaction(connection -> connection.one(text(sql)).get(1));
    }

    @Test
    void aUrlLeadsToMemoryOrAFile() {
        assertThat(jdbc("duckdb://")).startsWith("jdbc:duckdb::memory:rubedo_");
        assertThat(jdbc("duckdb:///:memory:")).startsWith("jdbc:duckdb::memory:rubedo_");
        assertThat(jdbc("duckdb:///:memory:cube")).isEqualTo("jdbc:duckdb::memory:cube");
        assertThat(jdbc("duckdb:///folder/file.duckdb")).isEqualTo("jdbc:duckdb:folder/file.duckdb");
        assertThat(jdbc("duckdb:////tmp/file.duckdb")).isEqualTo("jdbc:duckdb:/tmp/file.duckdb");
        assertThat(jdbc("jdbc:duckdb:file.duckdb")).isEqualTo("jdbc:duckdb:file.duckdb");
        assertThatThrownBy(() -> jdbc("duckdb://host/file")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("has no host \"host\"");
    }

    @Test
    void theConnectionsOfAnEngineShareItsMemory() {
        try (var engine = Engine.create("duckdb://"); var other = Engine.create("duckdb://")) {
            engine.inTransaction(connection -> connection.execute(text("CREATE TABLE t AS SELECT 42 AS n")));
            try (var first = engine.connect(); var second = engine.connect()) {
                assertThat(first.one(text("SELECT n FROM t")).get(1)).isEqualTo(42);
                assertThat(second.one(text("SELECT n FROM t")).get(1)).isEqualTo(42);
            }
            assertThatThrownBy(() -> one(other, "SELECT n FROM t")).isInstanceOf(ProgrammingException.class);
        }
    }

    @Test
    void savepointsAreRefusedBeforeTheyReachTheDatabase() {
        try (var engine = Engine.create("duckdb://"); var connection = engine.connect()) {
            assertThatThrownBy(connection::savepoint).isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("SAVEPOINTS").hasMessageContaining("\"savepoint()\"");
            assertThat(connection.one(text("SELECT 1")).get(1)).isEqualTo(1);
        }
    }

    @Test
    void datesInArraysAreRead() {
        Column<Long> id = column("id", BIGINT).primaryKey();
        Column<List<LocalDate>> days = column("days", array(DATE));
        var metadata = new MetaData();
        var table = metadata.table("shows", id, days);
        try (var engine = Engine.create("duckdb://")) {
            metadata.createAll(engine);
            List<LocalDate> dates = List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1, 1, 1));

            List<LocalDate> found = engine.<List<LocalDate>, RuntimeException>fromTransaction(connection -> {
                connection.execute(insertInto(table).values(id, 1L, days, dates));
                return connection.one(select(days));
            });

            assertThat(found).isEqualTo(dates);
        }
    }

    @Test
    void aFileOutlivesItsEngineAndOptionsAreSettings(@TempDir Path folder) {
        String url = "duckdb:///" + folder.resolve("data.duckdb");
        try (var engine = Engine.create(url + "?threads=1&memory_limit=200MB")) {
            engine.inTransaction(connection -> connection.execute(text("CREATE TABLE t AS SELECT 42 AS n")));
            assertThat(one(engine, "SELECT current_setting('threads')").toString()).isEqualTo("1");
        }
        try (var engine = Engine.create(url + "?access_mode=READ_ONLY")) {
            assertThat(one(engine, "SELECT n FROM t")).isEqualTo(42);
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(text("DELETE FROM t"))))
                    .isInstanceOf(DatabaseException.class);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsSaidToBeNone(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("data.duckdb"), "x".repeat(10_000));
        try (var engine = Engine.create("duckdb:///" + file)) {
            assertThatThrownBy(engine::connect).isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Cannot connect to");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Constraint Error: Duplicate key \"id: 1\" violates primary key constraint. | UniqueViolationException",
            "Constraint Error: NOT NULL constraint failed: t.a | NotNullViolationException",
            "Constraint Error: CHECK constraint failed on table t | CheckViolationException",
            "Constraint Error: Violates foreign key constraint because key | ForeignKeyViolationException",
            "TransactionContext Error: Conflict on tuple deletion! | SerializationFailureException",
            "Catalog Error: Table with name nope does not exist! | ProgrammingException",
            "Conversion Error: Could not convert string | DataException",
            "Not implemented Error: Creating partial indexes | NotSupportedException",
            "IO Error: No files found | OperationalException",
            "INTERRUPT Error: Interrupted! | StatementTimeoutException",
            "something else | DatabaseException"})
    void anErrorIsKnownByTheBeginningOfItsMessage(String message, String exception) {
        var translated = DuckDbErrorTranslator.INSTANCE.translate(new SQLException(message), "SELECT 1", "");

        assertThat(translated.getClass().getSimpleName()).isEqualTo(exception);
    }

    @Test
    void writersOfOneRowConflictAtOnce() {
        try (var engine = Engine.create("duckdb://")) {
            engine.inTransaction(connection -> connection.execute(text("CREATE TABLE t AS SELECT 1 AS n")));
            try (var first = engine.connect(); var second = engine.connect()) {
                first.execute(text("UPDATE t SET n = 2"));

                assertThatThrownBy(() -> second.execute(text("UPDATE t SET n = 3")))
                        .isInstanceOf(SerializationFailureException.class);
                second.rollback();
                first.commit();
            }
        }
    }

    @Test
    void aCommitAfterAFailureDoesNotPretend() {
        try (var engine = Engine.create("duckdb://")) {
            engine.inTransaction(connection -> connection.execute(text("CREATE TABLE t (n INTEGER PRIMARY KEY)")));
            try (var connection = engine.connect()) {
                connection.execute(text("INSERT INTO t VALUES (1)"));
                assertThatThrownBy(() -> connection.execute(text("INSERT INTO t VALUES (1)")))
                        .isInstanceOf(DatabaseException.class);

                assertThatThrownBy(connection::commit).isInstanceOf(OperationalException.class)
                        .hasMessageContaining("only rolls back");
                connection.rollback();
            }
            assertThat(one(engine, "SELECT count(*) FROM t")).isEqualTo(0L);
        }
    }
}
