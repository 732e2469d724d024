package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementReuseTest {

    private final Users users = new Users();
    private final FakeJdbc driver = new FakeJdbc();
    private final Engine engine;

    StatementReuseTest() {
        driver.keepsStatements = true;
        driver.rows = List.of(new Object[]{1L}, new Object[]{2L});
        engine = driver.engine();
    }

    @Test
    void aStatementIsPreparedOncePerPhysicalConnection() {
        for (long id = 1; id <= 5; id++) {
            try (var connection = engine.connect()) {
                connection.all(select(users.id).where(users.id.eq(id)));
                connection.execute(update(users).set(users.name, "n" + id));
                connection.executeMany(deleteFrom(users).where(users.id.eq(bind("id", Types.BIGINT))),
                        List.of(Map.of("id", id)));
            }
        }

        assertThat(driver.prepared).isEqualTo(3);
        assertThat(driver.log).contains("SELECT users.id FROM users WHERE users.id = ? [5]",
                "UPDATE users SET name=? [n5]");
    }

    @Test
    void aStatementWhoseRowsAreBeingReadGetsASibling() {
        try (var connection = engine.connect()) {
            var query = select(users.id);
            var outer = connection.execute(query).iterator();
            assertThat(outer.next()).isEqualTo(1L);
            assertThat(connection.all(query)).containsExactly(1L, 2L);
            assertThat(outer.next()).isEqualTo(2L);
            assertThat(outer.hasNext()).isFalse();
            connection.all(query);
        }

        assertThat(driver.prepared).isEqualTo(2);
        assertThat(driver.openStatements()).isEqualTo(1);
    }

    @Test
    void aStatementThatFailedIsNotUsedAgain() {
        try (var connection = engine.connect()) {
            driver.failWith("42000");
            var change = update(users).set(users.name, "a");
            assertThatThrownBy(() -> connection.execute(change)).isInstanceOf(DatabaseException.class);
            assertThat(driver.openStatements()).isZero();
            connection.execute(change);
        }

        assertThat(driver.prepared).isEqualTo(2);
    }

    @Test
    void aStatementWithSettingsOfItsOwnIsNotKept() {
        try (var connection = engine.connect()) {
            connection.all(select(users.id), ExecuteOption.fetchSize(7));
            connection.all(select(users.id), ExecuteOption.tag("report"));
        }

        assertThat(driver.prepared).isEqualTo(2);
        assertThat(driver.openStatements()).isEqualTo(1);
    }

    @Test
    void onlyTheStatementsUsedLastAreKept() {
        driver.rows = List.of();
        try (var connection = engine.connect()) {
            IntStream.range(0, 150).forEach(i -> connection.all(select(users.id, literal(i))));
        }

        assertThat(driver.openStatements()).isEqualTo(100);
    }

    @Test
    void theDefinitionOfATableMakesThemStale() {
        try (var connection = engine.connect()) {
            connection.all(select(users.id));
            users.create(connection);
            assertThat(driver.openStatements()).isZero();
        }
    }

    @Test
    void aStatementThatReturnedManyRowsIsNotKeptWithThem() {
        driver.rows = IntStream.rangeClosed(1, 101).mapToObj(id -> new Object[]{(long) id}).toList();
        try (var connection = engine.connect()) {
            connection.all(select(users.id));
            assertThat(driver.openStatements()).isZero();
            driver.rows = driver.rows.subList(0, 100);
            connection.all(select(users.id));
            assertThat(driver.openStatements()).isEqualTo(1);
        }
    }

    @Test
    void aStatementWhoseRowsWereNotAllReadIsNotKeptWhereItRetainsThem() {
        var query = select(users.id);
        try (var connection = engine.connect()) {
            connection.first(query);
            assertThat(driver.openStatements()).isEqualTo(1);
            driver.retainsRows = true;
            connection.first(query);
            assertThat(driver.openStatements()).isZero();
            connection.all(query);
            assertThat(driver.openStatements()).isEqualTo(1);
        }
    }

    @Test
    void aStatementIsNotKeptInTransactionsWhereItMayBeStale() {
        driver.keepsStatementsInTransactions = false;
        try (var connection = engine.connect()) {
            connection.all(select(users.id));
            assertThat(driver.openStatements()).isZero();
            connection.rollback();
            connection.options(options -> options.isolationLevel(IsolationLevel.AUTOCOMMIT));
            connection.all(select(users.id));
            assertThat(driver.openStatements()).isEqualTo(1);
        }
    }
}
