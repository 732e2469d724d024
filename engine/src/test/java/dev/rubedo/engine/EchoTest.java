package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EchoTest {

    private static final Users USERS = new Users();
    private static final String QUERY = "SELECT users.id, users.name FROM users WHERE users.id > ?";

    private final FakeJdbc database = new FakeJdbc();

    private void query(Engine engine) {
        database.rows = List.of(new Object[]{1L, "ann"}, new Object[]{2L, null});
        engine.inTransaction(connection -> connection
                .execute(select(USERS.id, USERS.name).where(USERS.id.gt(0L))).all());
    }

    @Test
    void isSwitchedAtRunTime() {
        try (var engine = database.engine(); var log = new LogCapture("dev.rubedo.sql")) {
            query(engine);
            assertThat(log.take()).isEmpty();

            engine.echo(Echo.SQL);
            query(engine);
            assertThat(log.take()).containsExactly("BEGIN", QUERY, "COMMIT");

            engine.echo(Echo.PARAMETERS);
            query(engine);
            assertThat(log.take()).containsExactly("BEGIN", QUERY, "[0]", "COMMIT");

            engine.echo(Echo.ROWS);
            query(engine);
            assertThat(log.take()).containsExactly("BEGIN", QUERY, "[0]", "Row (1, 'ann')", "Row (2, NULL)", "COMMIT");

            assertThat(engine.echo()).isEqualTo(Echo.ROWS);
            engine.echo(Echo.NONE);
            query(engine);
            assertThat(log.take()).isEmpty();
            assertThat(engine.hasListeners()).isFalse();
        }
    }

    @Test
    void isSwitchedWhileAConnectionIsOpen() {
        try (var engine = database.engine();
                var log = new LogCapture("dev.rubedo.sql");
                var connection = engine.connect()) {
            connection.execute(text("UPDATE t SET a = 1"));
            engine.echo(Echo.SQL);
            connection.execute(text("UPDATE t SET a = 2"));
            connection.commit();

            assertThat(log.take()).containsExactly("UPDATE t SET a = 2", "COMMIT");
        }
    }

    @Test
    void hidesParametersFromLogsAndErrors() {
        try (var engine = database.engine(builder -> builder.echo(Echo.ROWS).hideParameters(true));
                var log = new LogCapture("dev.rubedo.sql")) {
            query(engine);
            database.failWith("22000");
            assertThatThrownBy(() -> query(engine)).hasMessageNotContaining("[0]");

            assertThat(log.take()).containsExactly("BEGIN", QUERY, "[parameters hidden]", "COMMIT", "BEGIN", QUERY,
                    "[parameters hidden]", "ROLLBACK");
        }
    }

    @Test
    void errorsShowParametersWithoutALogIfAsked() {
        try (var engine = database.engine(builder -> builder.hideParameters(false))) {
            database.failWith("22000");

            assertThatThrownBy(() -> query(engine)).hasMessageContaining("[0]");
        }
    }

    @Test
    void neverShowsASensitiveValueOfARow() {
        var metadata = new MetaData();
        Column<String> password = Column.column("password", new Secret());
        Table accounts = metadata.table("accounts", password);
        database.rows = List.<Object[]>of(new Object[]{"pssst"});
        try (var engine = database.engine(builder -> builder.echo(Echo.ROWS));
                var log = new LogCapture("dev.rubedo.sql")) {
            var found = engine.<List<String>, RuntimeException>fromTransaction(
                    connection -> connection.all(select(password).from(accounts)));

            assertThat(found).containsExactly("pssst");
            assertThat(log.take()).contains("Row (***)").noneMatch(line -> line.contains("pssst"));
        }
    }

    /** A type whose values must not be shown. */
    private record Secret() implements CustomType<String, String> {
        @Override
        public SqlType<String> storage() {
            return Types.STRING;
        }

        @Override
        public Class<String> javaType() {
            return String.class;
        }

        @Override
        public boolean isSensitive() {
            return true;
        }

        @Override
        public @Nullable String toStorage(@Nullable String value) {
            return value;
        }

        @Override
        public @Nullable String fromStorage(@Nullable String stored) {
            return stored;
        }
    }

    @Test
    void enginesHaveLoggersOfTheirOwn() {
        try (var engine = database.engine(builder -> builder.echo(true).loggingName("reports").echoPool(true)
                .poolLoggingName("reports"));
                var sql = new LogCapture("dev.rubedo.sql.reports");
                var pool = new LogCapture("dev.rubedo.pool.reports")) {
            query(engine);

            assertThat(sql.take()).containsExactly("BEGIN", QUERY, "COMMIT");
            assertThat(pool.take()).singleElement().asString().startsWith("Opened PooledConnection[");
        }
    }

    @Test
    void thePoolLogsWhatItIsToldTo() {
        try (var log = new LogCapture("dev.rubedo.pool")) {
            try (var engine = database.engine()) {
                query(engine);
                assertThat(log.take()).isEmpty();

                engine.echoPool(PoolEcho.USES);
                query(engine);
                assertThat(log.take()).extracting(EchoTest::verb).containsExactly("Checked out", "Checked in");

                engine.invalidatePool();
                engine.echoPool(PoolEcho.CHANGES);
                query(engine);
                assertThat(log.take()).extracting(EchoTest::verb).containsExactly("Replacing", "Closed", "Opened");

                try (var connection = engine.connect()) {
                    connection.invalidate();
                }
                assertThat(log.take()).extracting(EchoTest::verb).containsExactly("Replacing", "Closed");
                assertThat(engine.echoPool()).isEqualTo(PoolEcho.CHANGES);
                engine.echoPool(PoolEcho.NONE);
                query(engine);
            }
            assertThat(log.take()).isEmpty();
        }
    }

    private static String verb(String message) {
        return message.substring(0, message.indexOf(" PooledConnection"));
    }
}
