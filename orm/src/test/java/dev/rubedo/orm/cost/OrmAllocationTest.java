package dev.rubedo.orm.cost;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.cost.Allocation.assertAtMost;
import static dev.rubedo.orm.shop.User_.USER;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ORM allocates, in bytes. */
class OrmAllocationTest {

    private final Engine engine = Engine.create("h2:///mem:ormallocation");
    private final SessionFactory sessions = SessionFactory.of(engine, Shop.model());
    private long changes;

    @BeforeEach
    void fill() {
        sessions.model().metadata().createAll(engine);
        sessions.inTransaction(session -> {
            for (int i = 0; i < 500; i++) {
                var user = new User("name " + i);
                user.age(i % 90);
                user.addresses().add(new Address(i + "@home"));
                user.addresses().add(new Address(i + "@work"));
                session.add(user);
            }
        });
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static void use(Object value) {
        if (value.hashCode() == 0x5ca1ab1e) {
            throw new IllegalStateException("never");
        }
    }

    @Test
    void whatIsInTheSessionCostsNothing() {
        try (var session = sessions.open()) {
            var user = session.require(USER, 1L);
            use(user.addresses().get(0));

            assertAtMost(280, "get from the identity map", () -> use(session.require(USER, 1L)));
            assertAtMost(0, "read an attribute", () -> use(user.name()));
            assertAtMost(64, "read a loaded collection", () -> use(user.addresses().get(0)));
            assertAtMost(150, "set an attribute", () -> user.name(++changes % 2 == 0 ? "a" : "b"));
        }
    }

    @Test
    void anObjectIsLoadedByKey() {
        assertAtMost(15_300, "session, get, close", () -> {
            try (var session = sessions.open()) {
                use(session.require(USER, 7L));
            }
        });
    }

    @Test
    void manyObjectsAreLoaded() {
        long plain = Allocation.of(() -> {
            try (var connection = engine.connect(); var statement = connection.jdbc().createStatement();
                    var rows = statement.executeQuery("SELECT id, name, age FROM users")) {
                while (rows.next()) {
                    var user = new User(rows.getString(2));
                    user.age(rows.getInt(3));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertAtMost(plain + 500 * 260, "500 objects", () -> {
            try (var session = sessions.open()) {
                session.all(select(USER));
            }
        });
        assertAtMost(640_000, "500 objects with 1000 in collections", () -> {
            try (var session = sessions.open()) {
                session.all(select(USER).options(selectIn(USER.addresses)));
            }
        });
    }

    @Test
    void collectionsAreLoadedWithTheirOwners() {
        assertAtMost(850_000, "500 objects with 1000 in joined collections", () -> {
            try (var session = sessions.open()) {
                session.all(select(USER).options(joined(USER.addresses)));
            }
        });
    }

    @Test
    void anObjectIsInsertedInATransactionOfItsOwn() {
        assertAtMost(23_000, "session, add, commit", () -> sessions.inTransaction(session -> {
            var user = new User("one more");
            session.add(user);
            session.flush();
            use(user.id());
        }));
    }

    @Test
    void aFlushCostsWhatHasChanged() {
        try (var session = sessions.open()) {
            var users = session.all(select(USER).orderBy(USER.id));

            assertAtMost(19_700, "flush of one change among 500 objects", () -> {
                users.get(3).name("name " + ++changes);
                session.flush();
            });
            assertAtMost(215, "flush of no change among 500 objects", session::flush);
        }
    }

    @Test
    void anObjectIsMerged() {
        User detached;
        try (var session = sessions.open()) {
            detached = session.require(USER, 9L);
        }
        try (var session = sessions.open()) {
            session.require(USER, 9L);

            assertAtMost(12_400, "merge into a loaded object", () -> use(session.merge(detached)));
        }
    }
}
