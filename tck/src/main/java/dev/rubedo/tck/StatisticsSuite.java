package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.engine.SqlComments;
import dev.rubedo.engine.StatementKind;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.feature.Feature;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;

/** The statistics of an engine are exact, and the description of a statement is derived from its tree. */
public abstract class StatisticsSuite {

    private Shop shop = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        shop = Shop.filled(engine);
        engine.clearStatementCache();
        engine.resetStatistics();
    }

    @DatabaseTest
    void countsStatementsByKindWithTheirRows(Engine engine) {
        engine.inTransaction(connection -> {
            assertThat(connection.all(select(shop.users.name))).hasSize(4);
            connection.execute(update(shop.users).set(shop.users.name, "Eve").where(shop.users.id.eq(4L)));
            connection.execute(deleteFrom(shop.orders).where(shop.orders.id.gt(2L)));
            connection.execute(text("SELECT count(*) FROM users")).all();
        });

        var statistics = engine.statistics();
        assertThat(statistics.executed()).isEqualTo(4);
        assertThat(statistics.executed(StatementKind.SELECT)).isEqualTo(1);
        assertThat(statistics.executed(StatementKind.UPDATE)).isEqualTo(1);
        assertThat(statistics.executed(StatementKind.DELETE)).isEqualTo(1);
        assertThat(statistics.executed(StatementKind.TEXT)).isEqualTo(1);
        assertThat(statistics.rowsRead()).isEqualTo(5);
        assertThat(statistics.rowsChanged()).isEqualTo(3);
        assertThat(statistics.roundTrips()).isEqualTo(5);
    }

    @DatabaseTest
    void countsTheEndsOfTransactions(Engine engine) {
        engine.inTransaction(connection -> connection.all(select(shop.users.name)));
        try (var connection = engine.connect()) {
            connection.all(select(shop.users.name));
        }

        var statistics = engine.statistics();
        assertThat(statistics.begun()).isEqualTo(2);
        assertThat(statistics.committed()).isEqualTo(1);
        assertThat(statistics.rolledBack()).isEqualTo(1);
        assertThat(statistics.pool().checkOuts()).isEqualTo(2);
        assertThat(statistics.pool().waits()).isZero();
    }

    @DatabaseTest
    void countsFailures(Engine engine) {
        assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(
                text("SELECT nothing FROM nowhere")))).isInstanceOf(DatabaseException.class);

        assertThat(engine.statistics().errors()).isEqualTo(1);
    }

    @DatabaseTest
    void countsWhatTheCacheOfStatementsFinds(Engine engine) {
        for (long id = 1; id <= 3; id++) {
            long wanted = id;
            engine.inTransaction(
                    connection -> connection.all(select(shop.users.name).where(shop.users.id.eq(wanted))));
        }

        var compiled = engine.statistics().compiled();
        assertThat(compiled.misses()).isEqualTo(1);
        assertThat(compiled.hits()).isEqualTo(2);
        assertThat(compiled.hitRatio()).isEqualTo(2 / 3d);
        assertThat(compiled.size()).isEqualTo(1);
        assertThat(compiled.weight()).isBetween(1_000L, 3_000L);
    }

    @DatabaseTest
    void differencesTellWhatABlockOfCodeDid(Engine engine) {
        engine.inTransaction(connection -> connection.all(select(shop.users.name)));
        var before = engine.statistics();

        engine.inTransaction(connection -> connection.all(select(shop.orders.id)));

        var done = engine.statistics().since(before);
        assertThat(done.executed()).isEqualTo(1);
        assertThat(done.rowsRead()).isEqualTo(4);
        assertThat(done.committed()).isEqualTo(1);
    }

    @DatabaseTest
    void listenersAreToldTheSubjectAndTheNumberOfRowsRead(Engine engine) {
        var heard = new ArrayList<String>();
        engine.listen(new ExecutionListener() {
            @Override
            public void beforeExecute(Execution execution) {
                execution.notes().put(StatisticsSuite.class, "noted");
            }

            @Override
            public void afterRead(Execution execution) {
                heard.add(execution.subject().summary() + " read " + execution.rowsRead() + " "
                        + execution.notes().get(StatisticsSuite.class));
            }
        });

        engine.inTransaction(connection -> {
            connection.all(select(shop.users.name, shop.orders.id)
                    .joinFrom(shop.users, shop.orders, shop.orders.userId.eq(shop.users.id)));
            connection.first(select(shop.users.name));
            connection.execute(deleteFrom(shop.orders));
        });

        assertThat(heard).isEqualTo(List.of("SELECT users orders read 4 noted", "SELECT users read 1 noted"));
    }

    @DatabaseTest(requires = Feature.EXPLAIN)
    void thePlanOfAnExecutedQueryIsReadFromItsTextAndValues(Engine engine) {
        var executed = new ArrayList<Execution>();
        engine.listen(new ExecutionListener() {
            @Override
            public void afterExecute(Execution execution) {
                executed.add(execution);
            }
        });
        engine.inTransaction(connection -> connection
                .all(select(shop.users.name).where(shop.users.name.eq("Ada"), shop.users.id.gt(0L))));
        var query = executed.get(0);

        assertThat(engine.explain(query.sql(), query.parameters().get(0))).isNotEmpty()
                .anySatisfy(line -> assertThat(line.toLowerCase(Locale.ROOT)).contains("users"));
    }

    @DatabaseTest
    void commentsDoNotDisturbStatements(TestDatabase database) {
        try (var engine = database.newEngine(builder -> builder
                .sqlComments(SqlComments.of("application", "a 'b' */ ? :c $1 --").with("trace", () -> "00-1?")))) {
            for (int i = 0; i < 3; i++) {
                engine.inTransaction(connection -> {
                    assertThat(connection.all(select(shop.users.name).where(shop.users.id.eq(1L))))
                            .containsExactly("Ada");
                    connection.execute(update(shop.users).set(shop.users.name, "Ada").where(shop.users.id.eq(1L)));
                    connection.execute(text("SELECT count(*) FROM users")).all();
                });
            }
        }
    }
}
