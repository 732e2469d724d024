package dev.rubedo.micrometer;

import static dev.rubedo.sql.Sql.literalColumn;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import dev.rubedo.type.Types;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

class MetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    private double counter(String name, String... tags) {
        return registry.get(name).tags(tags).functionCounter().count();
    }

    @DatabaseTest
    void showThePoolAndWhatTheEngineHasDone(TestDatabase database) {
        try (var engine = database.newEngine(
                builder -> builder.poolSize(1).maxOverflow(0).poolTimeout(Duration.ofMillis(200)))) {
            engine.dialect();
            engine.clearStatementCache();
            try (var meters = EngineMeters.of(engine, "main", Tag.of("application", "shop"))) {
                meters.bindTo(registry);
                var one = select(literalColumn("1", Types.INTEGER));
                try (var connection = engine.connect()) {
                    assertThat(connection.all(one)).containsExactly(1);
                    assertThat(connection.all(one)).containsExactly(1);
                    assertThat(gauge("db.client.connection.count", "db.client.connection.state", "used")).isEqualTo(1);
                    assertThatThrownBy(engine::connect).isInstanceOf(PoolTimeoutException.class);
                    connection.commit();
                }

                assertThat(gauge("db.client.connection.count", "db.client.connection.state", "used")).isZero();
                assertThat(gauge("db.client.connection.count", "db.client.connection.state", "idle")).isEqualTo(1);
                assertThat(gauge("db.client.connection.max", "db.client.connection.pool.name", "main",
                        "application", "shop")).isEqualTo(1);
                assertThat(gauge("db.client.connection.pending_requests")).isZero();
                assertThat(counter("db.client.connection.timeouts")).isEqualTo(1);
                assertThat(registry.get("db.client.connection.wait_time").timer().count()).isEqualTo(1);
                assertThat(counter("rubedo.statements", "db.operation.name", "select")).isEqualTo(2);
                assertThat(counter("rubedo.statements", "db.operation.name", "insert")).isZero();
                assertThat(counter("rubedo.rows.read")).isEqualTo(2);
                assertThat(counter("rubedo.transactions", "outcome", "committed")).isEqualTo(1);
                assertThat(counter("rubedo.compiled_cache", "result", "hit")).isEqualTo(1);
                assertThat(counter("rubedo.compiled_cache", "result", "miss")).isEqualTo(1);
                assertThat(gauge("rubedo.compiled_cache.size")).isEqualTo(1);
                assertThat(gauge("rubedo.compiled_cache.weight")).isGreaterThan(1000);
            }
        }
    }

    @DatabaseTest(only = "sqlite")
    void showWhatSessionsHaveDone(Engine engine) {
        var sessions = SessionFactory.of(engine, Model.of());
        SessionMeters.of(sessions, Tag.of("unit", "orders")).bindTo(registry);

        sessions.inTransaction(session -> session.connection().all(select(literalColumn("1", Types.INTEGER))));

        assertThat(counter("rubedo.session.opened", "unit", "orders")).isEqualTo(1);
        assertThat(counter("rubedo.session.lazy_loads")).isZero();
        assertThat(counter("rubedo.session.written", "operation", "insert")).isZero();
        assertThat(gauge("rubedo.session.plan_cache.size")).isZero();
    }

    @DatabaseTest(only = "sqlite")
    void aResetDoesNotMakeThemRunBackwards(Engine engine) {
        var sessions = SessionFactory.of(engine, Model.of());
        EngineMeters.of(engine, "main").bindTo(registry);
        SessionMeters.of(sessions).bindTo(registry);
        var one = select(literalColumn("1", Types.INTEGER));
        sessions.inTransaction(session -> session.connection().all(one));
        double executed = counter("rubedo.statements", "db.operation.name", "select");
        double missed = counter("rubedo.compiled_cache", "result", "miss");

        engine.resetStatistics();
        sessions.resetStatistics();

        assertThat(engine.statistics().executed()).isZero();
        assertThat(counter("rubedo.statements", "db.operation.name", "select")).isEqualTo(executed).isPositive();
        assertThat(counter("rubedo.compiled_cache", "result", "miss")).isEqualTo(missed).isPositive();
        assertThat(sessions.statistics().sessions()).isZero();
        assertThat(counter("rubedo.session.opened")).isEqualTo(1);
    }
}
