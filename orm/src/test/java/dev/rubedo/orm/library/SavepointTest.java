package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.library.Book_.BOOK;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionSavepoint;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** Values read within a savepoint are expired when it is rolled back. */
class SavepointTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Author ann = new Author("ann");
            ann.books().add(new Book("first"));
            Member bob = new Member("bob");
            bob.card(new Card("B1"));
            bob.favourites().add(new Book("liked"));
            session.add(ann, bob);
        });
        return sessions;
    }

    @DatabaseTest
    void aCollectionForgetsARowThatIsGone(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            Author ann = session.require(Author.class, 1);
            Book book = new Book("second");
            try (SessionSavepoint savepoint = session.savepoint()) {
                book.authorId(ann.id());
                session.add(book);
                session.flush();
                assertThat(ann.books()).hasSize(2);
                savepoint.rollback();
            }

            assertThat(ann.books()).hasSize(1);
            ann.books().add(book);
            session.commit();
        }

        sessions.inTransaction(session -> assertThat(session.all(select(BOOK.title).where(BOOK.authorId.eq(1L))
                .orderBy(BOOK.id))).containsExactly("first", "second"));
    }

    @DatabaseTest
    void aBlockInASavepointHasAResult(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Book book = session.fromSavepoint(() -> {
                Book added = new Book("third");
                session.add(added);
                return added;
            });
            assertThat(book.id()).isNotNull();
            assertThatThrownBy(() -> session.<Book, IllegalStateException>fromSavepoint(() -> {
                book.title("changed");
                session.flush();
                throw new IllegalStateException("no");
            })).isInstanceOf(IllegalStateException.class);
            assertThat(book.title()).isEqualTo("third");
        }
    }

    @DatabaseTest
    void aCollectionHasADeletedRowAgain(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Author ann = session.require(Author.class, 1);
            Book first = session.one(select(BOOK).where(BOOK.title.eq("first")));
            try (SessionSavepoint savepoint = session.savepoint()) {
                session.delete(first);
                session.flush();
                assertThat(ann.books()).isEmpty();
                savepoint.rollback();
            }

            assertThat(ann.books()).containsExactly(first);
        }
    }

    @DatabaseTest
    void aOneToOneIsReadAgain(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Member bob = session.require(Member.class, 1);
            Card card = session.require(Card.class, 1);
            try (SessionSavepoint savepoint = session.savepoint()) {
                session.delete(card);
                session.flush();
                assertThat(bob.card()).isNull();
                savepoint.rollback();
            }

            assertThat(bob.card()).isSameAs(card);
            bob.card(null);
            session.commit();
            assertThat(session.get(Card.class, 1)).isEmpty();
        }
    }

    @DatabaseTest
    void whatStatementsDidIsForgottenToo(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Member bob = session.require(Member.class, 1);
            try (SessionSavepoint savepoint = session.savepoint()) {
                session.execute(text("DELETE FROM favourite"));
                assertThat(bob.favourites()).isEmpty();
                savepoint.rollback();
            }

            assertThat(bob.favourites()).hasSize(1);
        }
    }

    @DatabaseTest
    void aSavepointThatIsReleasedPassesOnWhatWasRead(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Author ann = session.require(Author.class, 1);
            try (SessionSavepoint outer = session.savepoint()) {
                try (SessionSavepoint inner = session.savepoint()) {
                    session.execute(text("DELETE FROM book WHERE author_id IS NOT NULL"));
                    assertThat(ann.books()).isEmpty();
                    inner.commit();
                }
                outer.rollback();
            }

            assertThat(ann.books()).hasSize(1);
        }
    }

    @DatabaseTest(only = "sqlite")
    void whatWasReadBeforeIsNotReadAgain(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Author ann = session.require(Author.class, 1);
            assertThat(ann.books()).hasSize(1);
            Member bob = session.require(Member.class, 1);
            try (SessionSavepoint savepoint = session.savepoint()) {
                assertThat(bob.card()).isNotNull();
                savepoint.rollback();
            }
            statements.clear();

            assertThat(ann.books()).hasSize(1);
            assertThat(ann.name()).isEqualTo("ann");
            assertThat(bob.name()).isEqualTo("bob");
            assertThat(statements).isEmpty();
        }
    }

    @DatabaseTest
    void anObjectForgetsWhatAStatementWroteBeforeItWasRead(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Author ann;
            Book first;
            try (SessionSavepoint savepoint = session.savepoint()) {
                session.execute(update(BOOK).set(BOOK.title, "other").where(BOOK.title.eq("first")));
                first = session.one(select(BOOK).where(BOOK.title.eq("other")));
                session.execute(text("UPDATE author SET name = 'eve'"));
                ann = session.require(Author.class, 1);
                assertThat(ann.name()).isEqualTo("eve");
                savepoint.rollback();
            }

            assertThat(first.title()).isEqualTo("first");
            assertThat(ann.name()).isEqualTo("ann");
        }
    }
}
