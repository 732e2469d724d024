package dev.rubedo.orm.distributed;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.distributed.Station_.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Routers that return views of engines, and connections of routed sessions. */
class RoutedViewsTest {

    @DatabaseTest
    void viewsWithEqualOptionsAreOneDatabase(TestDatabase database) {
        Engine engine = database.engine();
        SessionFactory sessions = SessionFactory.builder(engine, World.model())
                .router(request -> engine.withOptions(options -> options.tag("tenant"))).build();
        World.model().metadata().createAll(engine);

        try (Session session = sessions.open()) {
            session.add(new Station("asia", "one"));
            session.flush();
            assertThat(session.all(select(STATION.name))).containsExactly("one");
            Connection connection = session.connection();
            assertThat(session.connection()).isSameAs(connection).isSameAs(session.connection(STATION));
            assertThat(connection.count(Sql.select(session.model().mapper(STATION).table()))).isEqualTo(1);
            session.commit();
        }
        try (Session session = sessions.open()) {
            long missed = sessions.statistics().plans().misses();
            assertThat(session.all(select(STATION.name))).containsExactly("one");
            assertThat(sessions.statistics().plans().misses()).isEqualTo(missed);
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void plansOfClosedEnginesAreReleased(TestDatabase database) {
        var tenant = new AtomicReference<Engine>();
        SessionFactory sessions = SessionFactory.builder(database.engine(), World.model())
                .router(request -> tenant.get()).build();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 1; i < 4; i++) {
            Engine engine = database.newEngine(options -> options);
            World.model().metadata().createAll(engine);
            tenant.set(engine);
            try (Session session = sessions.open()) {
                assertThat(session.count(select(STATION))).isZero();
            }
            sizes.add(sessions.statistics().plans().size());
            assertThat(sessions.totalStatistics().plans().misses()).isEqualTo(i);
            engine.close();
            assertThat(engine.isClosed()).isTrue();
        }

        assertThat(sizes).hasSize(3).containsOnly(sizes.get(0));
    }

    @DatabaseTest
    void viewsWithOtherOptionsAreNot(TestDatabase database) {
        Engine engine = database.engine();
        Engine tagged = engine.withOptions(options -> options.tag("a"));

        assertThat(tagged.isSameAs(engine)).isFalse();
        assertThat(tagged.isSameAs(engine.withOptions(options -> options.tag("a")))).isTrue();
        assertThat(tagged.isSameAs(database.another().engine())).isFalse();
        assertThat(tagged.root()).isSameAs(engine);
        assertThat(engine.withOptions(options -> options.schemaTranslate("", "acme")).options())
                .isEqualTo(engine.options().schemaTranslate(Map.of("", "acme")))
                .hasSameHashCodeAs(engine.options().schemaTranslate(Map.of("", "acme")))
                .isNotEqualTo(engine.options().schemaTranslate("", "other"));
    }

    @DatabaseTest
    void theConnectionOfASessionIsRouted(TestDatabase database) {
        Engine acme = database.another().engine();
        SessionFactory sessions = SessionFactory.builder(database.engine(), World.model())
                .router(request -> "acme".equals(request.info().get("tenant")) ? acme : null).build();

        try (Session session = sessions.open()) {
            assertThat(session.connection().engine()).isSameAs(database.engine());
            session.info().put("tenant", "acme");
            assertThat(session.connection().engine()).isSameAs(acme);
        }
    }
}
