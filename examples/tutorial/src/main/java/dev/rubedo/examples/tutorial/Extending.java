package dev.rubedo.examples.tutorial;

import static dev.rubedo.examples.tutorial.User_.USER;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.model.MapperListener;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionListener;
import java.util.ArrayList;
import java.util.List;

/** Chapter 8: computed attributes, checks, criteria and events. Stateless and thread-safe. */
public final class Extending {

    private Extending() {}

    /** A hybrid is a method of the object and an expression of the query. */
    public static String hybrid(Session session) {
        User alice = session.one(select(USER).where(USER.label().eq("Alice: Alice Adams")));
        return alice.label();
    }

    /** A formula is computed by the database and loaded with the columns. */
    public static Long formula(Session session) {
        return session.one(select(USER).where(USER.addressCount.ge(2L))).addressCount();
    }

    /** A validator rejects or changes values. */
    public static String validated() {
        return String.valueOf(new User("x").email("X@EXAMPLE.COM").email());
    }

    /** Criteria apply wherever the entity is read: here, they hide the legal department. */
    public static List<String> criteria(SessionFactory sessions) {
        SessionFactory restricted = sessions.toBuilder().criteria(USER, user -> user.department.ne("legal")).build();
        return restricted.fromTransaction(session -> session.all(select(USER.name).orderBy(USER.name)));
    }

    /** Listeners of a mapper, of a session and of an engine. */
    public static List<String> events(Engine engine, SessionFactory sessions) {
        List<String> seen = new ArrayList<>();
        Registration mapper = Shop.MODEL.listen(USER, new MapperListener<User>() {
            @Override
            public void beforeInsert(User user, Connection connection) {
                seen.add("insert " + user.name());
            }
        });
        Registration session = sessions.listen(new SessionListener() {
            @Override
            public void beforeCommit(Session committing) {
                seen.add("commit");
            }
        });
        Registration execution = engine.listen(new ExecutionListener() {
            @Override
            public void afterExecute(Execution execution) {
                seen.add(execution.subject().kind().name());
            }
        });
        Registration attribute = Shop.MODEL.listen(USER.name, (user, value, old) -> value.strip());
        sessions.inTransaction(one -> one.add(new User("  Eve ")));
        List.of(mapper, session, execution, attribute).forEach(Registration::remove);
        return seen;
    }
}
