package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.bind;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.exists;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.union;
import static dev.rubedo.sql.Sql.update;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.ResultException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutionTest {

    record Secret(String text) {}

    record SecretType() implements CustomType<Secret, String> {
        @Override
        public Class<?> javaType() {
            return Secret.class;
        }

        @Override
        public SqlType<String> storage() {
            return Types.TEXT;
        }

        @Override
        public @Nullable String toStorage(@Nullable Secret value) {
            return value == null ? null : value.text();
        }

        @Override
        public @Nullable Secret fromStorage(@Nullable String stored) {
            return stored == null ? null : new Secret(stored);
        }

        @Override
        public boolean isSensitive() {
            return true;
        }
    }

    private final FakeJdbc database = new FakeJdbc();
    private final Engine engine = database.engine();
    private final Users users = new Users();
    private final List<String> calls = new ArrayList<>();

    @AfterEach
    void everyStatementWasClosed() {
        assertThat(database.openStatements()).isZero();
        engine.close();
    }

    private void listen(Engine to) {
        to.listen(new ExecutionListener() {
            @Override
            public void beforeExecute(Execution execution) {
                calls.add("before " + execution.parameters());
            }

            @Override
            public void afterExecute(Execution execution) {
                calls.add("after " + execution.rowCount() + (execution.tag().isEmpty() ? "" : " " + execution.tag()));
            }

            @Override
            public void afterError(Execution execution, DatabaseException failure) {
                calls.add("error " + failure.sqlState());
            }

            @Override
            public void afterBegin(Connection connection) {
                calls.add("begin");
            }

            @Override
            public void afterCommit(Connection connection) {
                calls.add("commit");
            }

            @Override
            public void afterRollback(Connection connection) {
                calls.add("rollback");
            }
        });
    }

    /** An option that nobody who executes statements here understands. */
    private record Hurry(int level) implements StatementOption {}

    @Test
    void optionsForSessionsAreRefusedWhereverTheyStand() {
        var query = select(users.id).options(new Hurry(3));
        var refused = "The option \"Hurry[level=3]\" of the statement has no meaning for a connection. "
                + "Run the statement through a Session, or leave the option out.";
        engine.inTransaction(connection -> {
            for (var statement : List.of(query, update(users).set(users.name, "A").options(new Hurry(3)),
                    insertInto(users).values(users.name, "A").options(new Hurry(3)),
                    deleteFrom(users).options(new Hurry(3)), union(query, query),
                    union(select(users.id), select(users.id)).options(new Hurry(3)),
                    text("select 1").options(new Hurry(3)), text("select 1").columns(users.id).options(new Hurry(3)),
                    select(users.name).where(users.id.in(query)), select(query.subquery()), select(query.cte("c")),
                    update(users).set(users.name, "A").where(exists(query)))) {
                assertThatThrownBy(() -> connection.execute(statement)).as(statement.toString())
                        .isInstanceOf(InvalidStatementException.class).hasMessage(refused);
                assertThatThrownBy(() -> connection.executeMany(statement, List.of(Map.of())))
                        .isInstanceOf(InvalidStatementException.class).hasMessage(refused);
                assertThatThrownBy(() -> connection.prepared().prepare(statement))
                        .isInstanceOf(InvalidStatementException.class).hasMessage(refused);
            }
        });
        assertThat(engine.cachedStatements()).isZero();
    }

    @Test
    void listenersHearATransactionInOrder() {
        listen(engine);

        engine.inTransaction(
                connection -> connection.execute(update(users).set(users.name, "A").where(users.id.eq(1L)),
                        ExecuteOption.tag("rename")));

        assertThat(calls).containsExactly("begin", "before [[A, 1]]", "after 1 rename", "commit");
    }

    @Test
    void listenersHearErrors() {
        listen(engine);
        database.failWith("23505");

        assertThatThrownBy(
                () -> engine.inTransaction(connection -> connection.execute(update(users).set(users.name, "A"))))
                .isInstanceOf(DatabaseException.class);

        assertThat(calls).containsExactly("begin", "before [[A]]", "error 23505", "rollback");
    }

    @Test
    void aRemovedListenerHearsNothing() {
        var registration = engine.listen(new ExecutionListener() {
            @Override
            public void beforeExecute(Execution execution) {
                calls.add("before");
            }
        });
        registration.remove();

        engine.inTransaction(connection -> connection.execute(update(users).set(users.name, "A")));

        assertThat(calls).isEmpty();
    }

    @Test
    void sensitiveValuesAreStarsForListeners() {
        listen(engine);
        Column<Secret> password = Column.column("password", new SecretType());
        users.add(password);

        engine.inTransaction(connection -> connection
                .execute(insertInto(users).values(users.name, "A").values(password, new Secret("x"))));

        assertThat(calls).contains("before [[A, ***]]");
        assertThat(database.log.get(0)).endsWith("[A, x]");
    }

    @Test
    void errorsShowValuesOnlyWhenEchoDoes() {
        database.failWith("23505");
        assertThatThrownBy(
                () -> engine.inTransaction(connection -> connection.execute(update(users).set(users.name, "secret"))))
                .hasMessageContaining("UPDATE users")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));

        try (var loud = database.engine(builder -> builder.echo(Echo.PARAMETERS))) {
            database.failWith("23505");
            assertThatThrownBy(
                    () -> loud.inTransaction(connection -> connection.execute(update(users).set(users.name, "secret"))))
                    .hasMessageContaining("'secret'");
        }
    }

    @Test
    void statementsOfOneShapeAreCompiledOnce() {
        try (var connection = engine.connect()) {
            for (long id = 0; id < 10; id++) {
                connection.execute(select(users.name).where(users.id.eq(id))).all();
            }
        }

        assertThat(engine.cachedStatements()).isEqualTo(1);
        assertThat(database.log).contains("SELECT users.name FROM users WHERE users.id = ? [9]");
    }

    @Test
    void theCacheForgetsWhatWasUsedLongestAgo() {
        try (var small = database.engine(builder -> builder.statementCacheSize(4)); var connection = small.connect()) {
            for (int i = 0; i < 30; i++) {
                connection.execute(select(users.name.as("n" + i))).all();
            }

            assertThat(small.cachedStatements()).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void listsAreWrittenOutAsLongAsTheyAre() {
        try (var connection = engine.connect()) {
            connection.execute(select(users.name).where(users.id.in(1L, 2L, 3L))).all();
            connection.execute(select(users.name).where(users.id.in(List.of(4L)))).all();
        }

        assertThat(database.log).contains("SELECT users.name FROM users WHERE users.id IN (?, ?, ?) [1, 2, 3]",
                "SELECT users.name FROM users WHERE users.id IN (?) [4]");
        assertThat(engine.cachedStatements()).isEqualTo(1);
    }

    @Test
    void aParameterGetsItsValueAtExecution() {
        var query = select(users.name).where(users.id.eq(bind("id", BIGINT)));
        try (var connection = engine.connect()) {
            connection.execute(query, Map.of("id", 5)).all();

            assertThatThrownBy(() -> connection.execute(query)).isInstanceOf(ResultException.class)
                    .hasMessageContaining("\"id\" has no value");
            assertThatThrownBy(() -> connection.execute(query, Map.of("nothing", 5)))
                    .hasMessageContaining("no parameter \"nothing\"");
            assertThatThrownBy(() -> connection.execute(query, Map.of("id", "five")))
                    .hasMessageContaining("java.lang.Long")
                    .hasMessageContaining("java.lang.String");
        }
        assertThat(database.log).contains("SELECT users.name FROM users WHERE users.id = ? [5]");
    }

    @Test
    void manyMapsAreOneBatch() {
        listen(engine);
        var insert = insertInto(users).values(users.name, bind("name", string(50)));

        long[] counts = engine.fromTransaction(
                connection -> connection.executeMany(insert, List.of(Map.of("name", "A"), Map.of("name", "B"))));

        assertThat(counts).containsExactly(1, 1);
        assertThat(database.log).containsExactly("INSERT INTO users (name) VALUES (?) batch [[A], [B]]", "commit");
        assertThat(calls).containsExactly("begin", "before [[A], [B]]", "after 2", "commit");
    }

    @Test
    void eachRowOfABatchHasADefaultOfItsOwnAlsoWithoutValues() {
        var numbers = new AtomicInteger();
        var tasks = new MetaData().table("tasks",
                Column.column("id", Types.INTEGER).primaryKey().defaultValue(numbers::incrementAndGet),
                Column.column("done", Types.BOOLEAN));
        var insert = insertInto(tasks).values(tasks.column("done", Boolean.class), false);

        engine.inTransaction(connection -> connection.executeMany(insert, List.of(Map.of(), Map.of())));

        assertThat(database.log.get(0)).startsWith("INSERT INTO tasks (").endsWith("]]");
        var ids = Pattern.compile("\\d+").matcher(database.log.get(0)).results().map(MatchResult::group).toList();
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aBatchOfManyRowsGoesInPieces() {
        long[] counts = engine.fromTransaction(connection -> {
            var statement = connection.prepared().prepare(update(users).set(users.name, "A"));
            return connection.prepared().batch(statement, 2500, (row, out) -> out.setString("n" + row));
        });

        assertThat(counts).hasSize(2500).containsOnly(1);
        assertThat(database.log).filteredOn(entry -> entry.contains("batch")).hasSize(3);
    }

    @Test
    void aBinderMustWriteAllParameters() {
        try (var connection = engine.connect()) {
            var statement = connection.prepared().prepare(update(users).set(users.name, "A").where(users.id.eq(1L)));

            assertThatThrownBy(() -> connection.prepared().update(statement, out -> out.setString("A")))
                    .hasMessageContaining("2 parameters, but 1");
        }
    }

    @Test
    void ddlIsRunAsItIs() {
        engine.inTransaction(connection -> users.create(connection));

        assertThat(database.log).hasSize(2).first().asString().startsWith("CREATE TABLE users");
    }
}
