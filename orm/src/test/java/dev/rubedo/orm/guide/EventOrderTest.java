package dev.rubedo.orm.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.guide.Post_.POST;
import static dev.rubedo.orm.guide.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.MapperListener;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionListener;
import dev.rubedo.orm.session.StatementExecution;
import dev.rubedo.testing.DatabaseTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The order of all events of sessions and mappers, as the page on events has it. */
class EventOrderTest {

    private final List<String> seen = new ArrayList<>();

    /** Records the names of all events, without those that the others are part of. */
    private <L> L recording(Class<L> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? (Object) (proxy == arguments[0])
                        : method.getName().equals("hashCode") ? (Object) System.identityHashCode(proxy) : "recording";
            }
            if (arguments[0] instanceof StatementExecution<?> execution) {
                return execution.proceed();
            }
            seen.add(method.getName());
            return null;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    @SuppressWarnings("unchecked") // a recorder takes objects of any class
    @DatabaseTest(only = {"sqlite", "h2"})
    void eventsComeInTheOrderOfThePage(Engine engine) {
        Model model = Model.of(USER, POST);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.listen(recording(SessionListener.class));
        model.listen(USER, (MapperListener<User>) recording(MapperListener.class));
        Session session = sessions.open();
        User ada = new User("Ada");
        step("add", () -> session.add(ada));
        step("flush", session::flush);
        step("commit", session::commit);
        step("read an expired attribute", ada::name);
        step("change and commit", () -> {
            ada.name("Ada II");
            session.commit();
        });
        step("close", session::close);
        User detached = sessions.fromTransaction(other -> other.require(USER, 1L));
        try (Session other = sessions.open()) {
            seen.clear();
            step("merge a detached object", () -> other.merge(detached));
        }
        try (Session other = sessions.open()) {
            seen.clear();
            step("load by a query", () -> other.one(select(USER)));
            step("rollback of a new object", () -> {
                other.add(new User("Bob"));
                other.flush();
                other.rollback();
            });
            User again = other.require(USER, 1L);
            seen.clear();
            step("delete and commit", () -> {
                other.delete(again);
                other.commit();
            });
            seen.clear();
        }
    }

    private void step(String name, Runnable work) {
        work.run();
        assertThat(page()).contains("| " + name + " | " + String.join(", ", seen) + " |");
        seen.clear();
    }

    private static String page() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("docs/guide/events.md"))) {
            at = at.getParent();
        }
        try {
            return Files.readString(Objects.requireNonNull(at, "docs/guide/events.md").resolve("docs/guide/events.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
