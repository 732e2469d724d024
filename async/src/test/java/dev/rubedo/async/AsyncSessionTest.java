package dev.rubedo.async;

import static dev.rubedo.async.Author_.AUTHOR;
import static dev.rubedo.async.Story_.STORY;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.Objects;

/** Asynchronous sessions. */
class AsyncSessionTest {

    private static AsyncSessionFactory filled(Engine engine, StatementLog statements) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        var sessions = AsyncSessionFactory.of(AsyncEngine.of(engine), model);
        sessions.inTransaction(session -> {
            var author = new Author("Ann");
            author.stories().add(new Story("B"));
            author.stories().add(new Story("A"));
            return session.add(author);
        }).join();
        statements.clear();
        return sessions;
    }

    private static List<String> titles(Author author) {
        return author.stories().stream().map(Story::title).toList();
    }

    @DatabaseTest
    void objectsAreStoredWhenTheStageOfABlockCompletes(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);

        assertThat(sessions.runSync(session -> session.all(select(STORY.title).orderBy(STORY.title))).join())
                .containsExactly("A", "B");
    }

    @DatabaseTest
    void objectsKeepTheirValuesAfterCommit(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var session = sessions.open();

        var author = session.one(select(AUTHOR).options(selectIn(AUTHOR.stories))).join();
        session.commit().join();

        assertThat(titles(author)).containsExactly("A", "B");
        session.close().join();
    }

    @DatabaseTest
    void anAttributeIsLoadedByNameAndThenReadAnywhere(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var session = sessions.open();

        var found = session.one(select(AUTHOR)).thenCompose(author -> session.load(author, AUTHOR.stories))
                .thenApply(AsyncSessionTest::titles).join();

        assertThat(found).containsExactly("A", "B");
        session.close().join();
    }

    @DatabaseTest
    void anAttributeThatIsNotLoadedIsRefusedOutsideTheLane(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var session = sessions.open();
        var author = session.one(select(AUTHOR)).join();

        assertThatThrownBy(() -> titles(author)).isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Author[id=").hasMessageContaining("\"stories\"")
                .hasMessageContaining(".options(selectIn(AUTHOR.stories))")
                .hasMessageContaining("session.load(object, ATTRIBUTE)");
        assertThat(session.runSync(blocking -> titles(author)).join()).containsExactly("A", "B");
        session.close().join();
    }

    @DatabaseTest
    void aDependentStageIsOutsideTheLaneToo(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var session = sessions.open();

        var read = session.one(select(AUTHOR)).thenApply(AsyncSessionTest::titles);

        assertThatThrownBy(read::join).hasCauseInstanceOf(LazyLoadException.class);
        session.close().join();
    }

    @DatabaseTest
    void theBlockingSessionIsRefusedOutsideTheLane(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var session = sessions.open();
        Session kept = session.runSync(blocking -> blocking).join();

        assertThatThrownBy(kept::flush).isInstanceOf(ObjectStateException.class)
                .hasMessageContaining("may not use this session");
        session.close().join();
    }

    @DatabaseTest
    void changesBetweenCallsAreFlushed(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var session = sessions.open();
        var author = session.one(select(AUTHOR)).join();
        author.name("Bob");
        session.commit().join();
        session.close().join();

        assertThat(sessions.runSync(blocking -> blocking.one(select(AUTHOR.name))).join()).isEqualTo("Bob");
    }

    @DatabaseTest
    void aFailedBlockLeavesNothing(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);

        var failed = sessions.inTransaction(session -> session.add(new Author("lost"))
                .thenCompose(done -> session.flush())
                .thenCompose(done -> session.require(AUTHOR, -1L)));

        assertThatThrownBy(failed::join).hasCauseInstanceOf(dev.rubedo.orm.error.EntityNotFoundException.class);
        assertThat(sessions.runSync(blocking -> blocking.count(select(AUTHOR))).join()).isEqualTo(1);
        Numbers.awaitAllReturned(engine);
    }

    @DatabaseTest
    void theSessionOfAnObjectExecutesTheSameStatementsAsABlockingOne(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var session = sessions.open();
        session.get(AUTHOR, 1L).thenCompose(author -> session.get(AUTHOR, 1L)).join();

        statements.assertThat().hasCount(1);
        session.close().join();
    }

    @DatabaseTest
    void savepointsRestoreObjects(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var session = sessions.open();
        var author = session.one(select(AUTHOR)).join();
        var savepoint = session.savepoint().join();
        author.name("Bob");
        session.flush().join();
        savepoint.rollback().join();

        assertThat(session.load(author, AUTHOR.name).thenApply(Author::name).join()).isEqualTo("Ann");
        session.close().join();
        assertThat(Objects.toString(session)).isNotEmpty();
    }
}
