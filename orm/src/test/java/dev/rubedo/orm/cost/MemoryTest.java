package dev.rubedo.orm.cost;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.sql.Sql;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is no longer used can be collected, and what is repeated does not fill the memory. */
class MemoryTest {

    private final Engine engine = Engine.create("h2:///mem:memory");
    private final SessionFactory sessions = SessionFactory.of(engine, Shop.model());

    @BeforeEach
    void fill() {
        sessions.model().metadata().createAll(engine);
        sessions.inTransaction(session -> {
            for (int i = 0; i < 50; i++) {
                var user = new User("name " + i);
                user.addresses().add(new Address(i + "@home"));
                session.add(user);
            }
        });
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** Makes many of something, keeps none of them, and returns how many are still reachable. */
    private static long reachable(int count, Supplier<?> making) {
        var made = new ArrayList<WeakReference<Object>>();
        for (int i = 0; i < count; i++) {
            made.add(new WeakReference<>(making.get()));
        }
        long left = count;
        for (int i = 0; i < 20 && left > 0; i++) {
            ManagementFactory.getMemoryMXBean().gc();
            left = made.stream().filter(one -> one.get() != null).count();
        }
        return left;
    }

    @Test
    void aClosedSessionAndItsObjectsAreCollected() {
        assertThat(reachable(20, () -> {
            var session = sessions.open();
            session.all(select(USER).options(selectIn(USER.addresses)));
            session.close();
            return session;
        })).isZero();
        assertThat(reachable(20, () -> sessions.fromTransaction(session -> session.require(USER, 3L)))).isZero();
    }

    @Test
    void whatIsDetachedFromALongSessionIsCollected() {
        try (var session = sessions.open()) {
            assertThat(reachable(20, () -> {
                var user = session.require(USER, 3L);
                user.addresses().get(0);
                session.detachAll();
                return user;
            })).isZero();
            assertThat(reachable(20, () -> {
                var users = session.all(select(USER));
                users.forEach(session::detach);
                return users.get(0);
            })).isZero();
        }
    }

    @Test
    void factoriesAndModelsOfOneEngineAreCollected() {
        assertThat(reachable(10, () -> {
            var factory = SessionFactory.of(engine, Shop.model());
            try (var session = factory.open()) {
                session.all(select(USER).where(USER.name.eq("name 3")));
            }
            return factory;
        })).isZero();
    }

    @Test
    void closedEnginesAreCollected() {
        assertThat(reachable(10, () -> {
            var other = Engine.create("h2:///mem:other");
            other.inTransaction(connection -> assertThat(connection.one(Sql.select(value(1)))).isEqualTo(1));
            other.close();
            return other;
        })).isZero();
    }

    @Test
    void aFloodOfDistinctStatementsIsForgotten() {
        try (var session = sessions.open()) {
            var kept = new ArrayList<WeakReference<Object>>();
            for (int i = 0; i < 2_000; i++) {
                var query = select(USER).where(USER.name.eq(literal("name " + i)));
                session.all(query);
                if (i < 200) {
                    kept.add(new WeakReference<>(query));
                }
            }
            for (int i = 0; i < 10; i++) {
                ManagementFactory.getMemoryMXBean().gc();
            }
            assertThat(kept.stream().filter(one -> one.get() != null).count()).isLessThan(50);
        }
    }

    @Test
    void savepointsOfALongTransactionAreForgotten() {
        try (var connection = engine.connect()) {
            connection.begin();
            assertThat(reachable(200, () -> {
                var savepoint = connection.savepoint();
                savepoint.close();
                return savepoint;
            })).isZero();
        }
    }

    @Test
    void resultsThatAreReadInALongTransactionAreForgotten() {
        try (var connection = engine.connect()) {
            var query = Sql.select(sessions.model().mapper(User.class).table());
            assertThat(reachable(100, () -> {
                var result = connection.execute(query);
                assertThat(result.all()).hasSize(50);
                return result;
            })).isZero();
        }
    }
}
