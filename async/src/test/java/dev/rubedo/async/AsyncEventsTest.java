package dev.rubedo.async;

import static dev.rubedo.async.Author_.AUTHOR;
import static dev.rubedo.async.Story_.STORY;
import static dev.rubedo.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionListener;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Events of the blocking half are fired on the lane. */
class AsyncEventsTest {

    /** Notes which lane hears what. */
    private record Heard(List<String> events) implements ExecutionListener, SessionListener {

        private void note(String event) {
            events.add(event + (Lane.ofThread() == null ? " elsewhere" : " on a lane"));
        }

        @Override
        public void beforeExecute(Execution execution) {
            note("execute");
        }

        @Override
        public void afterCommit(Connection connection) {
            note("connection committed");
        }

        @Override
        public void beforeFlush(Session session) {
            note("flush");
            // a listener works with the blocking session, where attributes load when they are read
            session.newObjects().forEach(entity -> ((Author) entity).name("Changed"));
        }

        @Override
        public void afterCommit(Session session) {
            note("session committed");
        }
    }

    @DatabaseTest
    void listenersAreCalledOnTheLaneAndMayUseTheBlockingSession(Engine engine) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        var sessions = AsyncSessionFactory.of(AsyncEngine.of(engine), model);
        var heard = new Heard(new CopyOnWriteArrayList<>());
        engine.listen((ExecutionListener) heard);
        sessions.sessions().listen(heard);

        sessions.inTransaction(session -> session.add(new Author("Ann"))).join();

        assertThat(heard.events()).containsExactly("flush on a lane", "execute on a lane",
                "connection committed on a lane", "session committed on a lane");
        assertThat(sessions.runSync(session -> session.one(select(AUTHOR.name))).join()).isEqualTo("Changed");
    }
}
