package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Book_.BOOK;
import static dev.rubedo.orm.library.Club_.CLUB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Objects whose rows were deleted, and how they are stored again. */
class DeletedObjectTest {

    private static SessionFactory withBook(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Author ann = new Author("ann");
            ann.books().add(new Book("one"));
            session.add(ann, new Author("bob"));
        });
        return sessions;
    }

    @DatabaseTest
    void cannotBeRelatedAfterTheFlush(Engine engine, StatementLog statements) {
        try (Session session = withBook(engine, statements).open()) {
            Author bob = session.require(Author.class, 2);
            Book book = session.require(Book.class, 1);
            session.delete(book);
            session.flush();

            assertThatThrownBy(() -> bob.books().add(book)).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("Book[id=1] was deleted by a flush of this transaction")
                    .hasMessageContaining("makeTransient()");
            assertThatThrownBy(() -> session.add(book)).isInstanceOf(ObjectStateException.class);

            assertThat(bob.books()).isEmpty();
            assertThat(InstanceState.of(book).isDeleted()).isTrue();
        }
    }

    @DatabaseTest
    void cannotBeRelatedAfterTheCommit(Engine engine, StatementLog statements) {
        try (Session session = withBook(engine, statements).open()) {
            Author bob = session.require(Author.class, 2);
            Member member = new Member("m");
            session.add(member);
            Book book = session.require(Book.class, 1);
            session.delete(book);
            session.commit();

            assertThat(InstanceState.of(book).isDetached()).isTrue();
            assertThat(InstanceState.of(book).wasDeleted()).isTrue();
            assertThatThrownBy(() -> bob.books().add(book)).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("Book[id=1] was deleted");
            assertThatThrownBy(() -> member.favourites().add(book)).isInstanceOf(ObjectStateException.class);
            assertThatThrownBy(() -> session.add(book)).isInstanceOf(ObjectStateException.class);
            assertThatThrownBy(() -> session.delete(book)).isInstanceOf(ObjectStateException.class);
            assertThat(bob.books()).isEmpty();
            assertThat(member.favourites()).isEmpty();
        }
    }

    @DatabaseTest
    void aNewOwnerOfADeletedObjectCannotBeAdded(Engine engine, StatementLog statements) {
        try (Session session = withBook(engine, statements).open()) {
            Book book = session.require(Book.class, 1);
            session.delete(book);
            session.commit();
            Author cyd = new Author("cyd");
            cyd.books().add(book);

            assertThatThrownBy(() -> session.add(cyd)).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("Book[id=1] was deleted");
        }
    }

    @DatabaseTest
    void whatStillStandsInALoadedCollectionDoesNotDisturb(Engine engine, StatementLog statements) {
        try (Session session = withBook(engine, statements).open()) {
            Author ann = session.require(Author.class, 1);
            Book book = ann.books().get(0);
            session.delete(book);
            session.flush();

            session.add(ann);
            ann.books().add(new Book("two"));
            session.commit();

            assertThat(ann.books()).extracting(Book::title).containsExactly("two");
        }
    }

    @DatabaseTest
    void itsLinksAreNotDeletedTwice(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Member ann = new Member("ann");
            ann.clubs().addAll(List.of(new Club("chess"), new Club("go"), new Club("bridge")));
            session.add(ann);
        });
        sessions.inTransaction(session -> {
            Member ann = session.require(Member.class, 1);
            List<Club> clubs = List.copyOf(ann.clubs());
            session.delete(clubs.get(0));
            session.delete(clubs.get(1));
            session.flush();

            ann.clubs().removeAll(List.of(clubs.get(0)));
            session.flush();
            session.delete(ann);
        });

        sessions.inTransaction(
                session -> assertThat(session.one(select(CLUB)).members()).isEmpty());
    }

    @DatabaseTest
    void comesBackOnceItIsTransient(Engine engine, StatementLog statements) {
        try (Session session = withBook(engine, statements).open()) {
            Author bob = session.require(Author.class, 2);
            Book book = session.require(Book.class, 1);
            session.delete(book);
            session.flush();

            InstanceState.of(book).makeTransient();
            bob.books().add(book);
            session.commit();

            assertThat(session.one(select(BOOK))).isSameAs(book);
            assertThat(book.author()).isSameAs(bob);
        }
    }

    @DatabaseTest
    void comesBackByRollback(Engine engine, StatementLog statements) {
        try (Session session = withBook(engine, statements).open()) {
            Author bob = session.require(Author.class, 2);
            Book book = session.require(Book.class, 1);
            session.delete(book);
            session.flush();
            session.rollback();

            bob.books().add(book);
            session.commit();

            assertThat(InstanceState.of(book).wasDeleted()).isFalse();
            assertThat(book.author()).isSameAs(bob);
        }
    }

    @DatabaseTest
    void mergeMakesANewObjectOfIt(Engine engine, StatementLog statements) {
        try (Session session = withBook(engine, statements).open()) {
            Book book = session.require(Book.class, 1);
            session.delete(book);
            session.flush();

            Book again = session.merge(book);
            session.commit();

            assertThat(again).isNotSameAs(book);
            assertThat(session.one(select(BOOK.title))).isEqualTo("one");
        }
    }

    @DatabaseTest
    void addingToACollectionTakesADeletionBack(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBook(engine, statements);
        sessions.inTransaction(session -> {
            Book book = session.require(Book.class, 1);
            Author bob = session.require(Author.class, 2);
            session.delete(book);
            bob.books().add(book);
        });

        sessions.inTransaction(session -> assertThat(session.one(select(BOOK)).authorId()).isEqualTo(2L));
    }

    @DatabaseTest
    void anObjectOfAnotherSessionChangesNothing(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBook(engine, statements);
        try (Session one = sessions.open(); Session two = sessions.open()) {
            Book book = one.require(Book.class, 1);
            Author bob = two.require(Author.class, 2);

            assertThatThrownBy(() -> bob.books().add(book)).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("another session");

            assertThat(bob.books()).isEmpty();
            assertThat(one.isModified(book)).isFalse();
        }
    }

    @DatabaseTest
    void whatATransactionBlockDidNotCommitIsNewAgain(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBook(engine, statements);
        Author cyd = new Author("cyd");
        AtomicInteger attempts = new AtomicInteger();

        for (int i = 0; i < 2; i++) {
            try {
                sessions.inTransaction(session -> {
                    session.add(cyd);
                    session.flush();
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("once");
                    }
                });
            } catch (IllegalStateException e) {
                assertThat(InstanceState.of(cyd).isTransient()).isTrue();
                assertThat(cyd.id()).isNull();
            }
        }

        sessions.inTransaction(session -> assertThat(session.require(Author.class, cyd.id()).name()).isEqualTo("cyd"));
    }

    @DatabaseTest
    void aClosedSessionLeavesDeletedObjectsAsTheyWere(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBook(engine, statements);
        Book book;
        try (Session session = sessions.open()) {
            book = session.require(Book.class, 1);
            session.delete(book);
            session.flush();
        }

        assertThat(InstanceState.of(book).isDetached()).isTrue();
        assertThat(InstanceState.of(book).wasDeleted()).isFalse();
        sessions.inTransaction(session -> {
            session.add(book);
            book.title("changed");
        });
        sessions.inTransaction(
                session -> assertThat(session.all(select(BOOK.title))).isEqualTo(List.of("changed")));
    }
}
