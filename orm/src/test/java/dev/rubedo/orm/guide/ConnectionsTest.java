package dev.rubedo.orm.guide;

import static dev.rubedo.engine.ExecuteOption.onExecute;
import static dev.rubedo.engine.ExecuteOption.tag;
import static dev.rubedo.engine.ExecuteOption.timeout;
import static dev.rubedo.engine.TransactionOptions.isolation;
import static dev.rubedo.sql.Sql.bind;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.update;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.STRING;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.Savepoint;
import dev.rubedo.engine.TwoPhaseTransaction;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateSchema;
import dev.rubedo.schema.DropSchema;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The samples of {@code docs/guide/connections.md}; an architecture test compares the texts. */
class ConnectionsTest {

    private static final MetaData METADATA = new MetaData();

    /** The table of the guide. */
    static final class Users extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<String> name = column("name", string(50)).notNull().unique();

        Users() {
            super("users", METADATA);
        }
    }

    private static final Users users = new Users();

    private static long number(Engine engine) {
        return engine.fromTransaction(connection -> connection.one(select(count(users.id))));
    }

    @DatabaseTest(only = {"h2", "postgresql"})
    void oneMetadataServesManySchemas(Engine engine) {
        engine.execute(new DropSchema("acme", true, true));
        engine.execute(new CreateSchema("acme", false));
        try {
            Engine acme = engine.withOptions(options -> options.schemaTranslate("", "acme"));
            METADATA.createAll(acme);
            acme.inTransaction(connection -> connection.execute(insertInto(users).values(users.name, "Ann")));

            assertThat(number(acme)).isEqualTo(1);
            assertThat(users.exists(engine)).isFalse();
        } finally {
            engine.execute(new DropSchema("acme", true, true));
        }
    }

    @DatabaseTest
    void aTransactionIsCommittedOrRolledBack(Engine engine) {
        METADATA.createAll(engine);
        try (Connection connection = engine.connect()) {
            connection.execute(insertInto(users).values(users.name, "Ann"));
            connection.commit();
            connection.execute(insertInto(users).values(users.name, "Bea"));
        }
        assertThat(number(engine)).isEqualTo(1);

        engine.inTransaction(connection -> connection.execute(insertInto(users).values(users.name, "Bea")));
        long total = engine.fromTransaction(connection -> connection.one(select(count(users.id))));

        assertThat(total).isEqualTo(2);
    }

    @DatabaseTest
    void blocksHaveOptions(Engine engine) {
        METADATA.createAll(engine);
        engine.inTransaction(isolation(IsolationLevel.SERIALIZABLE).timeout(Duration.ofSeconds(5)).retry(3),
                connection -> connection.execute(insertInto(users).values(users.name, "Ann")));

        assertThat(number(engine)).isEqualTo(1);
    }

    @DatabaseTest
    void savepointsUndoAPart(Engine engine) {
        METADATA.createAll(engine);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(users).values(users.name, "Ann"));
            try {
                connection.inSavepoint(
                        () -> connection.execute(insertInto(users).values(users.name, "Ann")));
            } catch (UniqueViolationException e) {
                connection.execute(insertInto(users).values(users.name, "Ann 2"));
            }
            try (Savepoint savepoint = connection.savepoint()) {
                connection.execute(insertInto(users).values(users.name, "Bea"));
                savepoint.rollback();
            }
        });

        assertThat(number(engine)).isEqualTo(2);
    }

    @DatabaseTest
    void executionsHaveOptions(Engine engine) {
        METADATA.createAll(engine);
        AtomicReference<Execution> running = new AtomicReference<>();
        try (Connection connection = engine.connect()) {
            connection.executeMany(insertInto(users).values(users.name, bind("name", STRING)),
                    List.of(Map.of("name", "Ann"), Map.of("name", "Bea")));
            connection.execute(update(users).set(users.name, "Cleo").where(users.name.eq("Ann")),
                    timeout(Duration.ofSeconds(2)), tag("rename"), onExecute(running::set));
            List<Row> rows = connection.executeDriverSql("SELECT name FROM users WHERE name > ?", List.of("B"))
                    .all();
            assertThat(rows).hasSize(2);
            connection.options(options -> options.timeout(Duration.ofSeconds(2)).tag("import"));
            connection.commit();
        }
        running.get().cancel();
        assertThat(running.get().tag()).isEqualTo("rename");
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void twoDatabasesCommitTogether(Engine orders, TestDatabase database) {
        METADATA.createAll(orders);
        Engine stock = database.newEngine(builder -> builder);
        twoPhases(orders, stock);

        assertThat(number(orders)).isEqualTo(2);
        try (Connection connection = orders.connect()) {
            for (String xid : connection.recoverTwoPhase()) {
                connection.rollbackPrepared(xid);
            }
            assertThat(connection.execute(text("SELECT 1")).all()).hasSize(1);
        }
    }

    private static void twoPhases(Engine orders, Engine stock) {
        try (Connection first = orders.connect();
                Connection second = stock.connect();
                TwoPhaseTransaction order = first.beginTwoPhase("order-17");
                TwoPhaseTransaction parts = second.beginTwoPhase("parts-17")) {
            first.execute(insertInto(users).values(users.name, "Ann"));
            second.execute(insertInto(users).values(users.name, "Bea"));
            order.prepare();
            parts.prepare();
            order.commit();
            parts.commit();
        }
    }
}
