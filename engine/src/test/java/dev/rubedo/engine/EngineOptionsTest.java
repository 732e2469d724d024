package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.error.RubedoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {

    private final FakeJdbc database = new FakeJdbc();

    @Test
    void aViewHasOtherOptionsOnTheSamePool() {
        try (var engine = database.engine(builder -> builder
                .connectionOptions(options -> options.timeout(Duration.ofSeconds(9))))) {
            var heard = new ArrayList<String>();
            var reports = engine.withOptions(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE));
            engine.listen(new ExecutionListener() {
                @Override
                public void beforeExecute(Execution execution) {
                    heard.add(execution.sql());
                }
            });

            reports.inTransaction(connection -> connection.execute(text("UPDATE t SET a = 1")));

            assertThat(database.log).containsExactly("setTransactionIsolation 8", "setQueryTimeout 9",
                    "UPDATE t SET a = 1", "commit", "setTransactionIsolation 2");
            assertThat(heard).containsExactly("UPDATE t SET a = 1");
            assertThat(database.connections()).isEqualTo(1);
            assertThat(engine.options().isolationLevel()).isEmpty();
            reports.close();
            assertThatThrownBy(engine::connect).isInstanceOf(RubedoException.class).hasMessageContaining("closed");
        }
    }

    @Test
    void optionsHoldInAutoCommitToo() {
        try (var engine = database.engine(builder -> builder.isolationLevel(IsolationLevel.AUTOCOMMIT)
                .connectionOptions(options -> options.timeout(Duration.ofSeconds(9))))) {
            engine.inTransaction(connection -> connection.execute(text("UPDATE t SET a = 1")));

            assertThat(database.log).containsExactly("setQueryTimeout 9", "UPDATE t SET a = 1");
        }
    }

    @Test
    void notesStayWithThePhysicalConnection() {
        try (var engine = database.engine()) {
            try (var connection = engine.connect()) {
                assertThat(connection.info()).isEmpty();
                connection.info().put("uses", 1);
            }
            try (var connection = engine.connect()) {
                connection.info().computeIfPresent("uses", (key, uses) -> (Integer) uses + 1);
                assertThat(connection.info()).containsEntry("uses", 2);

                connection.invalidate();

                assertThat(connection.info()).isEmpty();
            }
        }
    }

    @Test
    void aDetachedConnectionIsClosedInsteadOfReused() {
        try (var engine = database.engine()) {
            try (var connection = engine.connect()) {
                connection.detach();
                connection.detach();
                assertThat(engine.poolStatus().checkedOut()).isZero();
                connection.execute(text("UPDATE t SET a = 1"));
                connection.commit();
            }
            engine.connect().close();

            assertThat(database.connections()).isEqualTo(2);
            assertThat(database.log).containsExactly("UPDATE t SET a = 1", "commit");
        }
    }

    @Test
    void aRetiredConnectionEndsWithItsTransaction() {
        try (var engine = database.engine()) {
            try (var connection = engine.connect()) {
                connection.execute(text("UPDATE t SET a = 1"));
                connection.retire();
                connection.commit();
            }
            assertThat(engine.poolStatus().idle()).isZero();
            engine.connect().close();

            assertThat(database.log).containsExactly("UPDATE t SET a = 1", "commit");
            assertThat(database.connections()).isEqualTo(2);
        }
    }

    @Test
    void tablesThatNothingConnectsAreWarnedOfOnce() {
        var users = new Users();
        var others = users.as("others");
        try (var engine = database.engine(); var log = new LogCapture(Engine.class.getName())) {
            for (int i = 0; i < 2; i++) {
                engine.inTransaction(connection -> connection.all(select(users.id, others.column(users.name))));
            }
            assertThat(log.take()).singleElement().asString()
                    .startsWith("The statement combines each row of \"users\" with each row of \"others\": ");
        }
        try (var engine = database.engine(builder -> builder.cartesianWarnings(false));
                var log = new LogCapture(Engine.class.getName())) {
            engine.inTransaction(connection -> connection.all(select(users.id, others.column(users.name))));
            assertThat(log.take()).isEmpty();
        }
    }

    @Test
    void aDisposedEngineConnectsAnew() {
        try (var engine = database.engine(); var connection = engine.connect()) {
            engine.connect().close();
            assertThat(engine.poolStatus().idle()).isEqualTo(1);

            engine.dispose();

            assertThat(engine.poolStatus().idle()).isZero();
            connection.execute(text("UPDATE t SET a = 1"));
            connection.commit();
            connection.close();
            assertThat(engine.poolStatus().idle()).isZero();
            engine.connect().close();
            assertThat(database.connections()).isEqualTo(3);
        }
    }

    @Test
    void compiledStatementsAreForgottenOnRequest() {
        try (var engine = database.engine()) {
            engine.prepare(select(new Users().id));
            assertThat(engine.cachedStatements()).isEqualTo(1);

            engine.clearStatementCache();

            assertThat(engine.cachedStatements()).isZero();
        }
    }

    /** A plug-in that takes an option of the URL for itself. */
    public static final class Tagging implements EnginePlugin {

        static final List<Engine> CREATED = new ArrayList<>();

        @Override
        public String name() {
            return "tagging";
        }

        @Override
        public void configure(EngineBuilder builder) {
            String tag = builder.url().singleOptions().getOrDefault("tag", "none");
            builder.url(builder.url().withoutOption("tag")).loggingName(tag);
        }

        @Override
        public void afterCreate(Engine engine) {
            CREATED.add(engine);
        }
    }

    @Test
    void aPluginChangesOptionsAndSeesTheEngine() {
        var builder = new EngineBuilder(DatabaseUrl.of("sqlite://?tag=x&plugin=tagging"));

        // there is no driver in this module; the plug-in has done its work before that is noticed
        assertThatThrownBy(builder::build).isInstanceOf(RubedoException.class).hasMessageContaining("\"sqlite\"");

        assertThat(builder.url()).isEqualTo(DatabaseUrl.of("sqlite://"));
    }

    @Test
    void anUnknownPluginIsRefused() {
        assertThatThrownBy(() -> Engine.create("sqlite://?plugin=nosuch")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("No engine plug-in named \"nosuch\"").hasMessageContaining("[tagging]");
    }
}
