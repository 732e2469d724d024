package dev.rubedo.examples.tutorial;

import static dev.rubedo.engine.TransactionOptions.retrying;
import static dev.rubedo.examples.tutorial.User_.USER;
import static dev.rubedo.orm.Orm.forUpdate;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Values;
import java.util.List;

/** Chapter 10: concurrent changes, violated constraints and many rows. Stateless and thread-safe. */
public final class Transacting {

    private Transacting() {}

    /** The version of a row shows whether someone else has changed it since it was loaded. */
    public static String optimistic(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            User alice = session.one(select(USER).where(USER.name.eq("Alice")));
            session.commit();
            User mine = sessions.fromTransaction(other -> other.require(USER, alice.id()));
            sessions.inTransaction(other -> other.require(USER, mine.id()).age(31));
            mine.age(32);
            session.merge(mine);
            session.commit();
            return "not noticed";
        } catch (StaleDataException stale) {
            return stale.entityName();
        }
    }

    /** Locks the rows that it will change, if the database has row locks. */
    public static void pessimistic(Session session) {
        User alice = session.require(USER, 1L, forUpdate());
        alice.age(33);
        session.flush();
    }

    /** Repeats the block after a deadlock or a serialization failure. */
    public static long retried(SessionFactory sessions) {
        return sessions.fromTransaction(retrying(3), session -> session.count(select(USER)));
    }

    /** A constraint violation names the entity and its attribute. */
    public static String violated(SessionFactory sessions) {
        try {
            sessions.inTransaction(session -> session.add(new User("Alice II").email("alice@example.com")));
            return "no violation";
        } catch (UniqueViolationException duplicate) {
            return String.valueOf(duplicate.getMessage());
        }
    }

    /** Many rows without objects, and an upsert. */
    public static List<String> bulk(Session session) {
        session.bulkInsert(USER, List.of(Values.EMPTY.set(USER.name, "Kim"), Values.EMPTY.set(USER.name, "Lou")));
        User alice = session.one(select(USER).where(USER.name.eq("Alice")));
        session.bulkUpdate(USER, List.of(Values.EMPTY.set(USER.id, alice.id()).set(USER.age, 40)));
        List<User> upserted = session.upsert(USER, List.of(Values.EMPTY.set(USER.id, alice.id())
                .set(USER.name, "Alice").set(USER.fullName, "Alice Cooper")));
        return List.of(String.valueOf(session.count(select(USER).where(USER.name.in("Kim", "Lou")))),
                String.valueOf(alice.age()), String.valueOf(upserted.get(0).fullName()));
    }
}
