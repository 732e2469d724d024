package dev.rubedo.examples.tutorial;

import static dev.rubedo.examples.tutorial.User_.USER;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import java.util.ArrayList;
import java.util.List;

/** Chapter 4: sessions store, change and delete objects. Stateless and thread-safe. */
public final class Storing {

    private Storing() {}

    /** Create the factory once; it has the options for all of its sessions. */
    public static SessionFactory factory(Engine engine, Model model) {
        return SessionFactory.builder(engine, model).autoflush(true).expireOnCommit(true).build();
    }

    /** An object is transient at first, then pending, and persistent once its row is inserted. */
    public static List<String> states(SessionFactory sessions) {
        List<String> seen = new ArrayList<>();
        User ed = new User("ed").fullName("Ed Jones");
        seen.add(String.valueOf(InstanceState.of(ed).isTransient()));
        try (Session session = sessions.open()) {
            session.add(ed);
            seen.add(String.valueOf(InstanceState.of(ed).isPending()));
            session.commit();
            seen.add(String.valueOf(InstanceState.of(ed).isPersistent()));
            seen.add(String.valueOf(session.require(USER, ed.id()) == ed));
        }
        seen.add(String.valueOf(InstanceState.of(ed).isDetached()));
        return seen;
    }

    /** Several objects are inserted as one batch. Their keys are filled in. */
    public static List<Long> addAll(SessionFactory sessions) {
        List<User> users = List.of(new User("wendy"), new User("mary"), new User("fred"));
        sessions.inTransaction(session -> session.addAll(users));
        return users.stream().map(User::id).toList();
    }

    /** Changes are detected. A query first sends them to the database. */
    public static long change(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            User wendy = session.one(select(USER).where(USER.name.eq("wendy")));
            wendy.fullName("Wendy Williams");
            boolean isModified = session.isModified(wendy);
            long found = session.count(select(USER).where(USER.fullName.eq("Wendy Williams")));
            session.commit();
            return isModified ? found : -1;
        }
    }

    /** Uncommitted changes can be undone, also in the objects. */
    public static String rollBack(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            User mary = session.one(select(USER).where(USER.name.eq("mary")));
            mary.name("Mary II");
            session.add(new User("fake"));
            session.flush();
            session.rollback();
            return mary.name() + " " + session.count(select(USER).where(USER.name.eq("fake")));
        }
    }

    /** A block in a savepoint is undone if it throws; the transaction continues. */
    public static long savepoint(SessionFactory sessions) {
        return sessions.fromTransaction(session -> {
            session.add(new User("kept").email("kept@example.com"));
            try {
                session.inSavepoint(() -> {
                    session.add(new User("twice").email("kept@example.com"));
                    session.flush();
                });
            } catch (IntegrityException duplicate) {
                session.add(new User("instead"));
            }
            return session.count(select(USER).where(USER.name.in("kept", "twice", "instead")));
        });
    }

    /** Reads a row again: immediately, only some attributes, or on the next access. */
    public static String refresh(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            User fred = session.one(select(USER).where(USER.name.eq("fred")));
            session.refresh(fred);
            session.refresh(fred, USER.name, USER.fullName);
            session.expire(fred);
            session.expireAll();
            List<String> names = new ArrayList<>();
            session.withoutAutoflush(() -> names.add(fred.name()));
            return names.get(0);
        }
    }

    /** Deletes an object and everything that belongs to it. */
    public static boolean delete(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            User fred = session.one(select(USER).where(USER.name.eq("fred")));
            session.delete(fred);
            session.commit();
            return session.optional(select(USER).where(USER.name.eq("fred"))).isEmpty();
        }
    }

    /** Updates and deletes many rows without loading them; loaded objects are updated too. */
    public static List<Long> statements(SessionFactory sessions) {
        return sessions.fromTransaction(session -> {
            User wendy = session.one(select(USER).where(USER.name.eq("wendy")));
            long changed = session.execute(update(USER).set(USER.age, 18).where(USER.age.isNull())).rowCount();
            long adults = wendy.age() == null ? 0 : wendy.age();
            long deleted = session.execute(deleteFrom(USER).where(USER.name.eq("instead"))).rowCount();
            return List.of(changed, adults, deleted);
        });
    }

    /** An object that was changed elsewhere, for example in a browser, is merged into the session. */
    public static String merge(SessionFactory sessions) {
        User wendy = sessions.fromTransaction(session -> session.one(select(USER).where(USER.name.eq("wendy"))));
        wendy.department("support");
        try (Session session = sessions.open()) {
            User merged = session.merge(wendy);
            session.commit();
            return merged.department();
        }
    }
}
