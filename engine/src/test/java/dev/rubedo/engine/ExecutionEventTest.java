package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What listeners are told, in which order, and what they can change. */
class ExecutionEventTest {

    private static final Users USERS = new Users();

    private final FakeJdbc database = new FakeJdbc();
    private final Engine engine = database.engine();
    private final List<String> told = new ArrayList<>();

    /** Notes every call. */
    private final class Notes implements ExecutionListener {
        @Override
        public void afterConnect(Connection connection) {
            told.add("connect");
        }

        @Override
        public void afterClose(Connection connection) {
            told.add("close " + connection.isClosed());
        }

        @Override
        public void afterOptions(Connection connection, ConnectionOptions before) {
            told.add("options " + before.isReadOnly() + " -> " + connection.options().isReadOnly());
        }

        @Override
        public <T> Statement<T> beforeCompile(Connection connection, Statement<T> statement) {
            told.add("compile");
            return statement;
        }

        @Override
        public String beforePrepare(Connection connection, String sql) {
            told.add("prepare " + sql);
            return sql;
        }

        @Override
        public void beforeExecute(Execution execution) {
            told.add("before");
        }

        @Override
        public void afterExecute(Execution execution) {
            told.add("after");
        }

        @Override
        public void afterError(Execution execution, DatabaseException failure) {
            told.add("error " + failure.sqlState());
        }

        @Override
        public RuntimeException replaceError(Execution execution, RuntimeException failure) {
            told.add("replace");
            return failure;
        }

        @Override
        public void beforeDdl(Connection connection, DdlElement element) {
            told.add("before " + element.getClass().getSimpleName());
        }

        @Override
        public void afterDdl(Connection connection, DdlElement element) {
            told.add("after " + element.getClass().getSimpleName());
        }

        @Override
        public void afterBegin(Connection connection) {
            told.add("begin");
        }

        @Override
        public void afterCommit(Connection connection) {
            told.add("commit");
        }

        @Override
        public void afterRollback(Connection connection) {
            told.add("rollback");
        }

        @Override
        public void afterEngineClose(Engine closed) {
            told.add("engine closed");
        }
    }

    @Test
    void areToldInTheDocumentedOrder() {
        engine.listen(new Notes());
        try (var connection = engine.connect()) {
            connection.options(options -> options.readOnly(false));
            connection.execute(text("UPDATE t SET a = 1"));
            connection.commit();
        }
        engine.close();
        engine.close();

        assertThat(told).containsExactly("connect", "options false -> false", "compile", "begin",
                "prepare UPDATE t SET a = 1", "before", "after", "commit", "close true", "engine closed");
    }

    @Test
    void areToldOfFailuresAndDdl() {
        engine.listen(new Notes());
        database.failWith("23505");
        assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(text("UPDATE t SET a = 1"))))
                .isInstanceOf(DatabaseException.class);
        assertThat(told).containsExactly("connect", "compile", "begin", "prepare UPDATE t SET a = 1", "before",
                "error 23505", "replace", "rollback", "close true");
        told.clear();

        USERS.create(engine);

        assertThat(told).containsSubsequence("begin", "before CreateTable",
                "prepare CREATE TABLE users ( id BIGINT NOT NULL, name VARCHAR(50) NOT NULL, PRIMARY KEY (id) )",
                "before",
                "after", "after CreateTable", "commit");
    }

    @Test
    void replaceAStatementBeforeItIsCompiled() {
        engine.listen(new ExecutionListener() {
            // a select stays one of the same elements
            @SuppressWarnings("unchecked")
            @Override
            public <T> Statement<T> beforeCompile(Connection connection, Statement<T> statement) {
                return statement instanceof Select<?> select ? (Statement<T>) select.where(USERS.id.gt(7L)) : statement;
            }
        });

        engine.inTransaction(connection -> {
            connection.all(select(USERS.name));
            connection.executeMany(update(USERS).set(USERS.name, bind("name", dev.rubedo.type.Types.STRING)),
                    List.of(Map.of("name", "a")));
        });

        assertThat(database.log).startsWith("SELECT users.name FROM users WHERE users.id > ? [7]");
    }

    @Test
    void replaceTheSqlInTurn() {
        for (String comment : List.of(" /* a */", " /* b */")) {
            engine.listen(new ExecutionListener() {
                @Override
                public String beforePrepare(Connection connection, String sql) {
                    return sql + comment;
                }
            });
        }

        engine.inTransaction(connection -> connection.all(select(USERS.name)));

        assertThat(database.log).startsWith("SELECT users.name FROM users /* a */ /* b */");
    }

    @Test
    void replaceTheException() {
        engine.listen(new ExecutionListener() {
            @Override
            public RuntimeException replaceError(Execution execution, RuntimeException failure) {
                return new IllegalStateException("in " + execution.sql(), failure);
            }
        });
        database.failWith("23505");

        assertThatIllegalStateException()
                .isThrownBy(() -> engine.inTransaction(connection -> connection.execute(text("UPDATE t SET a = 1"))))
                .withMessage("in UPDATE t SET a = 1").withCauseInstanceOf(DatabaseException.class)
                .satisfies(e -> assertThat(e.getCause()).isNotInstanceOf(UniqueViolationException.class));
        assertThat(database.openStatements()).isZero();
    }

    @Test
    void aConnectionThatAListenerRefusesGoesBackToThePool() {
        var registration = engine.listen(new ExecutionListener() {
            @Override
            public void afterConnect(Connection connection) {
                throw new IllegalStateException("not now");
            }
        });

        assertThatIllegalStateException().isThrownBy(engine::connect);

        assertThat(engine.poolStatus().checkedOut()).isZero();
        registration.remove();
        engine.connect().close();
    }
}
