package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.model.MapperListener;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionListener;
import dev.rubedo.orm.session.SessionSavepoint;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Listeners that end the transaction they are called in, or throw what the compiler does not know of. */
class ListenerMisuseTest {

    private static final Map<String, Consumer<Session>> CALLS = Map.of("rollback()", Session::rollback, "close()",
            Session::close, "reset()", Session::reset, "commit()", Session::commit, "prepare()", Session::prepare);

    private static void refuses(SessionFactory sessions, SessionListener listener, String call, String during) {
        try (Session session = sessions.open()) {
            Registration registration = session.listen(listener);
            Book book = new Book("kept");
            session.add(book);

            assertThatThrownBy(session::commit).isInstanceOf(ObjectStateException.class).hasMessageContaining(
                    "This session is " + during + ", and a listener called " + call + ". Let the listener throw");

            registration.remove();
            session.rollback();
            session.add(book);
            session.commit();
            assertThat(session.all(select(BOOK))).containsExactly(book);
            session.delete(book);
            session.commit();
        }
    }

    @DatabaseTest
    void aCommitIsNotEndedByItsListeners(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);

        CALLS.forEach((name, call) -> refuses(sessions, new SessionListener() {
            @Override
            public void beforeCommit(Session session) {
                call.accept(session);
            }
        }, name, "committing"));
    }

    @DatabaseTest
    void aFlushIsNotEndedByItsListeners(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);

        CALLS.forEach((name, call) -> refuses(sessions, new SessionListener() {
            @Override
            public void beforeFlush(Session session) {
                call.accept(session);
            }
        }, name, "flushing"));
        CALLS.forEach((name, call) -> refuses(sessions, new SessionListener() {
            @Override
            public void afterFlush(Session session, FlushPlan plan) {
                call.accept(session);
            }
        }, name, "flushing"));
    }

    @DatabaseTest
    void aSavepointIsNotRolledBackByListenersToAFlush(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            SessionSavepoint savepoint = session.savepoint();
            session.listen(new SessionListener() {
                @Override
                public void beforeFlush(Session flushing) {
                    savepoint.rollback();
                }
            });
            session.add(new Book("kept"));

            assertThatThrownBy(session::flush).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("a listener called rollback() of a savepoint");
            assertThat(session.newObjects()).hasSize(1);
        }
    }

    /** Adds a book to a savepoint that fails, and goes on. */
    private static void attempt(Session session) {
        assertThatThrownBy(() -> session.inSavepoint(() -> {
            session.execute(insertInto(BOOK).values(BOOK.title, "undone"));
            throw new IllegalStateException("refused");
        })).isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
    }

    @DatabaseTest
    void aListenerRollsBackASavepointOfItsOwn(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        for (SessionListener listener : List.of(new SessionListener() {
            @Override
            public void beforeCommit(Session session) {
                attempt(session);
            }
        }, new SessionListener() {
            @Override
            public void afterFlushPostExec(Session session, FlushPlan plan) {
                attempt(session);
            }
        })) {
            try (Session session = sessions.open()) {
                session.listen(listener);
                Book book = new Book("kept");
                session.add(book);
                session.commit();

                assertThat(session.all(select(BOOK.title))).containsExactly("kept");
                session.delete(book);
                session.commit();
            }
            assertThat(sessions.<Long, RuntimeException>fromTransaction(session -> session.count(select(BOOK))))
                    .isZero();
        }
    }

    @DatabaseTest
    void anEarlierSavepointIsNotRolledBackByListenersToACommit(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            SessionSavepoint savepoint = session.savepoint();
            session.listen(new SessionListener() {
                @Override
                public void beforeCommit(Session committing) {
                    savepoint.rollback();
                }
            });

            assertThatThrownBy(session::commit).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("a listener called rollback() of a savepoint");
        }
    }

    /** Throws an exception that the compiler does not know of, as listeners in Kotlin may. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> void undeclared(Exception e) throws E {
        throw (E) e;
    }

    @DatabaseTest
    void aCheckedExceptionOfAListenerUndoesTheFlush(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        Registration registration = sessions.model().listen(BOOK, new MapperListener<>() {
            @Override
            public void afterInsert(Book book, Connection connection) {
                ListenerMisuseTest.<RuntimeException>undeclared(new SQLException("refused"));
            }
        });
        try (Session session = sessions.open()) {
            Book book = new Book("one");
            session.add(book);
            assertThatThrownBy(session::flush).isInstanceOf(SQLException.class).hasMessage("refused");
            assertThat(session.isActive()).isFalse();

            session.rollback();

            assertThat(book.id()).isNull();
        } finally {
            registration.remove();
        }
    }

    @DatabaseTest(only = "h2")
    void aSessionIsNotClosedWhileAnotherThreadIsInIt(Engine engine, StatementLog statements)
            throws InterruptedException {
        SessionFactory sessions = Library.open(engine, statements);
        try (Session session = sessions.open()) {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch ends = new CountDownLatch(1);
            session.listen(new SessionListener() {
                @Override
                public void beforeFlush(Session flushing) {
                    entered.countDown();
                    try {
                        assertThat(ends.await(1, TimeUnit.MINUTES)).isTrue();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            Thread other = Thread.ofVirtual().name("other").start(() -> {
                session.add(new Book("kept"));
                session.commit();
            });
            assertThat(entered.await(1, TimeUnit.MINUTES)).isTrue();

            assertThatThrownBy(session::close).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("uses a session while thread \"other\" is in it");

            ends.countDown();
            other.join();
            assertThat(session.all(select(BOOK.title))).isEqualTo(List.of("kept"));
        }
    }

    @DatabaseTest
    void aDeletedObjectThatIsChangedDoesNotDisturbTheCommit(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            Book book = new Book("one");
            Member member = new Member("ann");
            session.add(book, member);
            session.commit();
            session.delete(book);
            session.flush();

            book.title("two");
            member.name("bob");
            session.commit();

            assertThat(session.all(select(BOOK))).isEmpty();
            assertThat(member.name()).isEqualTo("bob");
        }
    }
}
