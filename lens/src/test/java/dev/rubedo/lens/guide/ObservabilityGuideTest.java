package dev.rubedo.lens.guide;

import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.EngineStatistics;
import dev.rubedo.engine.SqlComments;
import dev.rubedo.engine.StatementKind;
import dev.rubedo.lens.Lens;
import dev.rubedo.micrometer.EngineMeters;
import dev.rubedo.micrometer.ObservedStatements;
import dev.rubedo.micrometer.SessionMeters;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.ExpectStatements;
import dev.rubedo.testing.NoNPlusOne;
import dev.rubedo.testing.TestDatabase;
import dev.rubedo.type.Types;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

class ObservabilityGuideTest {

    private final MetaData metadata = new MetaData();
    private final People people = new People(metadata);

    /** A table. */
    private static final class People extends Table {
        final Column<Long> id = column("id", Types.BIGINT).primaryKey();
        final Column<String> name = column("name", Types.string(50)).notNull();

        People(MetaData metadata) {
            super("people", metadata);
        }
    }

    /** The trace that a program is in. */
    private static final class Trace {
        @Nullable
        String current() {
            return "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        }
    }

    @BeforeEach
    void create(Engine engine) {
        metadata.createAll(engine);
    }

    private List<String> names(Connection connection) {
        return connection.all(select(people.name));
    }

    @DatabaseTest
    @ExpectStatements(select = 1)
    @NoNPlusOne
    void namesAreReadAtOnce(Engine engine) {
        assertThat(engine.fromTransaction(this::names)).isEmpty();
    }

    @DatabaseTest
    void statisticsTellWhatWasDone(Engine engine) {
        Runnable work = () -> engine.inTransaction(this::names);
        engine.resetStatistics();

        EngineStatistics before = engine.statistics();
        work.run();
        EngineStatistics done = engine.statistics().since(before);
        assertThat(done.executed()).isEqualTo(1);

        EngineStatistics statistics = engine.statistics();
        long queries = statistics.executed(StatementKind.SELECT);
        long rows = statistics.rowsRead();
        double hits = statistics.compiled().hitRatio();
        long waits = statistics.pool().waits();
        assertThat(queries).isEqualTo(1);
        assertThat(rows).isZero();
        assertThat(hits).isBetween(0.0, 1.0);
        assertThat(waits).isZero();
    }

    @DatabaseTest(only = "h2")
    void slowStatementsAreLogged(TestDatabase database) {
        String url = database.url();
        Engine slow = Engine.builder(url)
                .slowStatements(Duration.ofMillis(200))
                .slowStatementPlans(true)
                .build();
        try (slow) {
            assertThat(slow.fromTransaction(this::names)).isEmpty();
        }
    }

    @DatabaseTest
    void commentsNameTheTrace(TestDatabase database) {
        String url = database.url();
        Trace trace = new Trace();
        Engine named = Engine.builder(url)
                .sqlComments(SqlComments.of("application", "shop").with("traceparent", trace::current))
                .build();
        try (named) {
            assertThat(named.fromTransaction(this::names)).isEmpty();
        }
    }

    @DatabaseTest
    void micrometerObserves(Engine engine) {
        var observations = TestObservationRegistry.create();
        var meters = new SimpleMeterRegistry();
        var sessions = SessionFactory.of(engine, Model.of());
        ObservedStatements.of(observations).observe(engine);
        EngineMeters.of(engine, "main").bindTo(meters);
        SessionMeters.of(sessions).bindTo(meters);

        assertThat(engine.fromTransaction(this::names)).isEmpty();

        assertThat(meters.get("rubedo.transactions").tag("outcome", "committed").functionCounter().count())
                .isPositive();
    }

    @DatabaseTest(only = "sqlite")
    void lensIsStartedByTheProgram(Engine engine) {
        var sessions = SessionFactory.of(engine, Model.of());
        Lens lens = Lens.builder(engine).sessions(sessions).start();
        System.out.println(lens.url());
        assertThat(lens.url().getHost()).isEqualTo("127.0.0.1");
        lens.close();
    }
}
