package dev.rubedo.orm.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.guide.Post_.POST;
import static dev.rubedo.orm.guide.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.MapperListener;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionListener;
import dev.rubedo.orm.session.StatementExecution;
import dev.rubedo.result.Result;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;

/** The samples of {@code docs/guide/events.md}; an architecture test compares the texts. */
class EventsTest {

    private final List<String> log = new ArrayList<>();

    @DatabaseTest
    void theSamplesDoWhatTheySay(Engine engine) {
        Model model = Model.of(USER, POST);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        complete(model);
        clean(model);
        watch(sessions);

        sessions.inTransaction(session -> {
            send(session);
            session.add(new User(" Ada "));
        });
        assertThat(log).hasSize(2).last().isEqualTo("sent");
        log.clear();
        measure(sessions);
        sessions.inTransaction(session -> {
            User ada = session.one(select(USER));
            assertThat(ada.name()).isEqualTo("Ada");
            assertThat(ada.age()).isZero();
        });
        assertThat(log).singleElement().asString().startsWith("Select took ");
    }

    private static void complete(Model model) {
        model.listen(USER, new MapperListener<User>() {
            @Override
            public void beforeInsert(User user, Connection connection) {
                if (user.age() == null) {
                    user.age(0);
                }
            }
        });
    }

    private static void clean(Model model) {
        model.listen(USER.name, (user, value, old) -> value.strip());
    }

    private void watch(SessionFactory sessions) {
        sessions.listen(new SessionListener() {
            @Override
            public void beforeFlush(Session session) {
                for (Object added : session.newObjects()) {
                    log.add("new: " + added);
                }
            }
        });
    }

    private void send(Session session) {
        session.afterCommit(() -> log.add("sent"));
    }

    private void measure(SessionFactory sessions) {
        sessions.listen(new SessionListener() {
            @Override
            public <T> Result<T> aroundExecute(StatementExecution<T> execution) {
                long start = System.nanoTime();
                Result<T> result = execution.proceed();
                log.add(execution.statement().getClass().getSimpleName() + " took " + (System.nanoTime() - start)
                        + " ns");
                return result;
            }
        });
    }
}
