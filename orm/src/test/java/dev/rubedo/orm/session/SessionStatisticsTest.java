package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.engine.StatementOrigin;
import dev.rubedo.orm.session.SessionStatistics.Writes;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What sessions count, tell listeners, warn of and record about themselves. */
class SessionStatisticsTest {

    private static final int USERS = 7;

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (int i = 0; i < USERS; i++) {
                User user = new User("u" + i).age(i);
                user.addresses().add(new Address("a" + i));
                session.add(user);
            }
        });
        sessions.resetStatistics();
        return sessions;
    }

    private static int readLazily(Session session) {
        int found = 0;
        for (User user : session.all(select(USER).options(lazy(USER.addresses)))) {
            found += user.addresses().size();
        }
        return found;
    }

    @DatabaseTest
    void countsLoadedAndWrittenObjectsByEntity(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);

        sessions.inTransaction(session -> {
            List<User> users = session.all(select(USER).options(selectIn(USER.addresses)).orderBy(USER.id));
            users.get(0).age(99);
            users.get(1).addresses().add(new Address("new"));
            session.delete(users.get(2));
        });

        SessionStatistics statistics = sessions.statistics();
        assertThat(statistics.sessions()).isEqualTo(1);
        assertThat(statistics.loaded()).isEqualTo(2 * USERS);
        assertThat(statistics.flushes()).isEqualTo(1);
        assertThat(statistics.writes()).containsEntry(Address.class.getName(), new Writes(1, 0, 1));
        assertThat(statistics.writes().get(User.class.getName())).extracting(Writes::inserted, Writes::deleted)
                .containsExactly(0L, 1L);
        assertThat(statistics.allLazyLoads()).isZero();
    }

    @DatabaseTest
    void countsOnlyTheLazyLoadsThatExecuteAStatement(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);

        sessions.inTransaction(session -> {
            for (User user : session.all(select(USER).options(lazy(USER.addresses)))) {
                for (Address address : user.addresses()) {
                    assertThat(address.user()).isSameAs(user);
                }
                assertThat(user.addresses()).hasSize(1);
            }
        });

        assertThat(sessions.statistics().lazyLoads()).isEqualTo(Map.of("User.addresses", (long) USERS));
    }

    @DatabaseTest
    void countsThePlansThatAreFound(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        for (int i = 0; i < 3; i++) {
            sessions.inTransaction(session -> session.all(select(USER).where(USER.name.eq("u1"))));
        }

        assertThat(sessions.statistics().plans().misses()).isEqualTo(1);
        assertThat(sessions.statistics().plans().hits()).isEqualTo(2);
        assertThat(sessions.statistics().plans().weight()).isPositive();
    }

    @DatabaseTest(only = "sqlite")
    void aFloodOfQueriesNeitherGrowsTheCacheOfPlansNorDisplacesTheOneInUse(Engine engine, StatementLog statements) {
        int limit = 200_000;
        SessionFactory sessions = filled(engine, statements).toBuilder().planCacheWeight(limit).build();

        try (Session session = sessions.open()) {
            for (int i = 0; i < 300; i++) {
                session.all(select(USER).where(USER.name.as("n" + i).isNotNull()));
                session.all(select(USER).where(USER.name.eq("u1")));
                assertThat(sessions.statistics().plans().weight()).isLessThanOrEqualTo(limit + limit / 2);
            }
        }

        assertThat(sessions.statistics().plans().evictions()).isPositive();
        assertThat(sessions.statistics().plans().hits()).isGreaterThanOrEqualTo(299);
    }

    @DatabaseTest
    void listenersAreToldWhyTheSessionExecutesAStatement(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        List<String> heard = new ArrayList<>();
        engine.listen(new ExecutionListener() {
            @Override
            public void afterExecute(Execution execution) {
                heard.add(execution.subject().summary() + " for "
                        + execution.origin().map(StatementOrigin::toString).orElse("the program"));
            }
        });

        sessions.inTransaction(session -> {
            User user = session.all(select(USER).options(lazy(USER.addresses)).orderBy(USER.id)).get(0);
            user.age(50);
            assertThat(user.addresses()).hasSize(1);
            user.age(51);
            session.flush();
            session.connection().all(text("SELECT 1 FROM users"));
        });

        assertThat(heard.get(0)).isEqualTo("SELECT users for the program");
        assertThat(heard).contains("UPDATE users for StatementOrigin[cause=FLUSH, subject=, advice=]");
        assertThat(heard).contains("SELECT addresses for StatementOrigin[cause=LAZY_LOAD, subject=User.addresses, "
                + "advice=.options(selectIn(USER.addresses))]");
        assertThat(heard.get(heard.size() - 1)).isEqualTo("TEXT for the program");
    }

    @DatabaseTest(only = "sqlite")
    void anAttributeThatIsLoadedObjectByObjectIsWarnedOfOnce(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        ListAppender<ILoggingEvent> warnings = new ListAppender<>();
        warnings.start();
        Logger log = (Logger) LoggerFactory.getLogger("dev.rubedo.orm.lazy");
        log.addAppender(warnings);
        try {
            sessions.inTransaction(session -> assertThat(readLazily(session)).isEqualTo(USERS));
            assertThat(warnings.list).isEmpty();

            SessionFactory warning = sessions.toBuilder().warnOfLazyLoads(true).build();
            warning.inTransaction(session -> assertThat(readLazily(session)).isEqualTo(USERS));
        } finally {
            log.detachAppender(warnings);
        }

        assertThat(warnings.list).singleElement().satisfies(event -> assertThat(event.getFormattedMessage())
                .startsWith("N+1 statements: \"User.addresses\" was loaded 5 times, one by one, in one transaction, at "
                        + "dev.rubedo.orm.session.SessionStatisticsTest.readLazily(SessionStatisticsTest.java:")
                .endsWith("add .options(selectIn(USER.addresses)) to their query."));
    }

    @DatabaseTest(only = "sqlite")
    void loadsFromDifferentLinesOrTransactionsAreNoNPlusOne(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements).toBuilder().warnOfLazyLoads(true).build();
        ListAppender<ILoggingEvent> warnings = new ListAppender<>();
        warnings.start();
        Logger log = (Logger) LoggerFactory.getLogger("dev.rubedo.orm.lazy");
        log.addAppender(warnings);
        try (Session session = sessions.open()) {
            for (int i = 0; i < USERS; i++) {
                long id = i + 1L;
                assertThat(session.require(User.class, id, lazy(USER.addresses)).addresses()).hasSize(1);
                session.rollback();
            }
        } finally {
            log.detachAppender(warnings);
        }

        assertThat(warnings.list).isEmpty();
    }

    @DatabaseTest(only = "sqlite")
    void flushesAndLazyLoadsAreRecorded(Engine engine, StatementLog statements, @TempDir Path directory)
            throws Exception {
        SessionFactory sessions = filled(engine, statements);
        List<RecordedEvent> events;
        try (Recording recording = new Recording()) {
            recording.enable("rubedo.Flush").withoutThreshold();
            recording.enable("rubedo.LazyLoad").withoutThreshold();
            recording.start();
            sessions.inTransaction(session -> {
                readLazily(session);
                session.add(new User("new"));
            });
            recording.stop();
            Path file = directory.resolve("session.jfr");
            recording.dump(file);
            events = RecordingFile.readAllEvents(file);
        }

        assertThat(events).filteredOn(event -> event.getEventType().getName().equals("rubedo.LazyLoad"))
                .hasSize(USERS).allSatisfy(event -> {
                    assertThat(event.getString("attribute")).isEqualTo("User.addresses");
                    assertThat(event.getString("advice")).isEqualTo(".options(selectIn(USER.addresses))");
                });
        assertThat(events).filteredOn(event -> event.getEventType().getName().equals("rubedo.Flush"))
                .singleElement().satisfies(event -> {
                    assertThat(event.getInt("inserted")).isEqualTo(1);
                    assertThat(event.getBoolean("automatic")).isFalse();
                });
    }

    @DatabaseTest(only = "sqlite")
    void aCacheOfPlansNeedsMemory(Engine engine, StatementLog statements) {
        assertThatThrownBy(() -> Shop.open(engine, statements).toBuilder().planCacheWeight(0))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("planCacheWeight");
    }
}
