package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.ResultException;
import dev.rubedo.error.RubedoException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SlowStatementTest {

    private final Users users = new Users();
    private final FakeJdbc driver = new FakeJdbc();

    private List<String> logged(UnaryOperator<EngineBuilder> options) {
        driver.rows = List.of(new Object[]{1L}, new Object[]{2L});
        try (var log = new LogCapture("dev.rubedo.slow"); var engine = driver.engine(options)) {
            engine.inTransaction(connection -> {
                connection.execute(select(users.id).where(users.name.eq("Ada")), ExecuteOption.tag("list")).all();
                connection.execute(update(users).set(users.name, "Ben"));
            });
            return log.take();
        }
    }

    @Test
    void aSlowStatementIsLoggedWithItsTimeRowsTablesAndPlace() {
        var messages = logged(builder -> builder.slowStatements(Duration.ZERO));

        assertThat(messages).hasSize(2);
        assertThat(messages.get(0)).matches("\\[list] slow statement: \\d+ ms, 2 rows, SELECT users, at "
                + "dev\\.rubedo\\.engine\\.SlowStatementTest\\.lambda\\S+\\(SlowStatementTest\\.java:\\d+\\): "
                + "SELECT users\\.id FROM users WHERE users\\.name = \\?");
        assertThat(messages.get(1)).matches("slow statement: \\d+ ms, \\d+ rows?, UPDATE users, at .*: "
                + "UPDATE users SET name=\\?");
    }

    @Test
    void valuesAreLoggedOnlyIfErrorsShowThem() {
        var messages = logged(builder -> builder.slowStatements(Duration.ZERO).hideParameters(false));

        assertThat(messages.get(0)).endsWith("WHERE users.name = ? ['Ada']");
    }

    @Test
    void aFastStatementIsNotLogged() {
        assertThat(logged(builder -> builder.slowStatements(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void plansWithoutAThresholdAreAMistake() {
        assertThatThrownBy(() -> logged(builder -> builder.slowStatementPlans(true)))
                .isInstanceOf(RubedoException.class).hasMessageContaining("slowStatements(threshold)");
    }

    @Test
    void aThresholdIsNotNegative() {
        assertThatThrownBy(() -> logged(builder -> builder.slowStatements(Duration.ofMillis(-1))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("slowStatements");
    }

    @Test
    void onlyASingleQueryIsExplained() {
        try (var engine = driver.engine()) {
            for (var sql : List.of("DELETE FROM users", "SELECT 1; DELETE FROM users",
                    "WITH gone AS (DELETE FROM users RETURNING id) SELECT id FROM gone",
                    "SELECT id INTO copy FROM users")) {
                assertThatThrownBy(() -> engine.explain(sql, List.of())).isInstanceOf(InvalidStatementException.class)
                        .hasMessageContaining("Only a single query");
            }
        }
        assertThat(driver.log).isEmpty();
    }

    @Test
    void aConnectionThatIsSharedIsNotUsedForPlans() {
        driver.rows = List.of();
        var builder = new EngineBuilder(dev.rubedo.backend.DatabaseUrl.of("fake://host/db"));
        try (var engine = builder.engine(driver, driver, dev.rubedo.pool.StaticPool::new)) {
            assertThatThrownBy(() -> engine.explain("SELECT 1", List.of()))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("only one");
        }
    }

    @Test
    void plansOfHiddenValuesAreAMistake() {
        assertThatThrownBy(() -> logged(builder -> builder.slowStatements(Duration.ZERO).slowStatementPlans(true)
                .hideParameters(true))).isInstanceOf(RubedoException.class)
                .hasMessage("slowStatementPlans(true) shows values, which hideParameters(true) forbids: plans contain "
                        + "those of the query. Remove one of them.");
    }

    @Test
    void aSlowStatementThatFailsIsLoggedWithItsError() {
        try (var log = new LogCapture("dev.rubedo.slow");
                var engine = driver.engine(builder -> builder.slowStatements(Duration.ZERO))) {
            engine.dialect();
            driver.failures.add(new java.sql.SQLException("secret value", "40001"));
            assertThatThrownBy(() -> engine.inTransaction(
                    connection -> connection.execute(update(users).set(users.name, "Ben"))))
                    .isInstanceOf(dev.rubedo.error.DatabaseException.class);

            assertThat(log.take()).singleElement().asString().matches("slow statement: \\d+ ms, failed with "
                    + "\\w+Exception, UPDATE users, at .*: UPDATE users SET name=\\?");
        }
    }

    @Test
    void literalsCommentsAndFunctionsDoNotMakeAQueryAChange() {
        try (var engine = driver.engine()) {
            for (var sql : List.of("SELECT ';', 'delete it', \"update\" FROM users",
                    "SELECT id FROM users /*route='a;b',action='delete'*/",
                    "-- insert; or update\nSELECT id FROM users", "SELECT replace(name, 'a', 'b') FROM users")) {
                // the driver answers only queries with rows
                assertThatThrownBy(() -> engine.explain(sql, List.of())).isInstanceOf(ResultException.class);
                assertThat(driver.log).contains("EXPLAIN " + sql);
            }
            for (var sql : List.of("SELECT 'it\\'; DELETE FROM users; -- '", "SELECT '' ; DELETE FROM users",
                    "SELECT 1 /* /* */ ; DELETE FROM users /* */ */", "SELECT 1 /*! ; DELETE FROM users */")) {
                assertThatThrownBy(() -> engine.explain(sql, List.of())).as(sql)
                        .isInstanceOf(InvalidStatementException.class);
            }
        }
    }
}
