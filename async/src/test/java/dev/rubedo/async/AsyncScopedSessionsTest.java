package dev.rubedo.async;

import static dev.rubedo.async.Author_.AUTHOR;
import static dev.rubedo.async.Story_.STORY;
import static dev.rubedo.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.testing.DatabaseTest;

/** One asynchronous session for each scope. */
class AsyncScopedSessionsTest {

    private String request = "first";

    private AsyncScopedSessions scoped(Engine engine) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        return AsyncSessionFactory.of(AsyncEngine.of(engine), model).scoped(() -> request);
    }

    @DatabaseTest
    void eachScopeHasItsSession(Engine engine) {
        var sessions = scoped(engine);
        var first = sessions.current();
        first.add(new Author("Ann")).join();
        request = "second";

        assertThat(sessions.current()).isNotSameAs(first);
        assertThat(sessions.current().count(select(AUTHOR)).join()).isZero();
        sessions.remove().join();
        request = "first";
        assertThat(sessions.current()).isSameAs(first);
        assertThat(sessions.current().count(select(AUTHOR)).join()).isEqualTo(1);
        sessions.remove().join();
    }

    @DatabaseTest
    void removingClosesTheSessionAndRollsBack(Engine engine) {
        var sessions = scoped(engine);
        var first = sessions.current();
        first.add(new Author("Ann")).thenCompose(done -> first.flush()).join();

        sessions.remove().join();

        assertThat(sessions.isPresent()).isFalse();
        assertThat(engine.poolStatus().checkedOut()).isZero();
        assertThat(sessions.current()).isNotSameAs(first);
        assertThat(sessions.current().count(select(AUTHOR)).join()).isZero();
        sessions.remove().join();
        sessions.remove().join();
    }

    @DatabaseTest(only = "h2")
    void aScopeWithoutIdentityIsRefused(Engine engine) {
        var sessions = AsyncSessionFactory.of(AsyncEngine.of(engine), Model.of(AUTHOR, STORY)).scoped(() -> null);

        assertThatThrownBy(sessions::current).hasMessageContaining("The supplier of the scope returned null");
    }
}
