package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Book_.BOOK;
import static dev.rubedo.orm.library.Box_.BOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.RequiredAttributeException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** A plan that is only looked at, or cannot be made, leaves the objects as they are: what is taken back after it is not written. */
class PlanTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Author ann = new Author("ann");
            ann.books().add(new Book("first"));
            Shelf shelf = new Shelf("a");
            shelf.boxes().add(new Box("full"));
            session.add(ann, new Author("bob"), shelf, new Shelf("b"));
        });
        return sessions;
    }

    @DatabaseTest
    void aToOneIsTakenBackAfterAFlushThatWasRefused(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Author ann = session.require(Author.class, 1);
            Book book = session.require(Book.class, 1);
            book.author(session.require(Author.class, 2)).isbn("1");
            Book unnamed = new Book().isbn("2");
            session.add(unnamed);
            assertThatThrownBy(session::flush).isInstanceOf(RequiredAttributeException.class);

            unnamed.title("second");
            book.author(ann);
            session.commit();

            assertThat(book.author()).isSameAs(ann);
            assertThat(session.one(select(BOOK.authorId).where(BOOK.isbn.eq("1")))).isEqualTo(1);
        }
    }

    @DatabaseTest
    void aToOneIsTakenBackAfterALook(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Author ann = session.require(Author.class, 1);
            Book book = session.require(Book.class, 1);
            book.author(null).title("second");
            assertThat(session.flushPlan()).hasToString("update Book[id=1]");
            assertThat(book.authorId()).isEqualTo(1);

            book.author(ann);
            session.commit();

            assertThat(session.one(select(BOOK.authorId))).isEqualTo(1);
        }
    }

    @DatabaseTest
    void whatMovedToAnotherCollectionComesBackAfterALook(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Shelf a = session.require(Shelf.class, "a");
            Shelf b = session.require(Shelf.class, "b");
            Box box = a.boxes().removeFirst();
            b.boxes().add(box);
            assertThat(session.flushPlan()).hasToString("update Box[id=1]");
            assertThat(box.shelfCode()).isEqualTo("a");

            b.boxes().remove(box);
            a.boxes().add(box);
            box.name("moved about");
            session.commit();

            assertThat(session.one(select(BOX.shelfCode))).isEqualTo("a");
        }
    }

    @DatabaseTest
    void aNewObjectForgetsTheCollectionItWasTakenFromAfterALook(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Shelf a = session.require(Shelf.class, "a");
            Box box = new Box("new");
            a.boxes().add(box);
            assertThat(session.flushPlan()).hasToString("insert Box x1");

            a.boxes().remove(box);
            session.commit();

            assertThat(box.id()).isNotNull();
            assertThat(box.shelfCode()).isNull();
        }
    }

    @DatabaseTest
    void whatWasNotReadIsStillNotReadAfterALook(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Book book = session.require(Book.class, 1);
            session.expire(book, BOOK.authorId, BOOK.author);
            book.author(session.require(Author.class, 2));
            assertThat(session.flushPlan()).hasToString("update Book[id=1]");

            assertThat(InstanceState.of(book).unloaded()).contains("authorId");
            session.commit();

            assertThat(book.authorId()).isEqualTo(2);
        }
    }

    @DatabaseTest
    void childrenKeepTheOwnerWhoseDeletionIsTakenBackAfterALook(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Shelf a = session.require(Shelf.class, "a");
            Box box = session.require(Box.class, 1);
            session.delete(a);
            assertThat(session.flushPlan()).hasToString("update Box[id=1]\ndelete Shelf[code=a]");

            session.add(a);
            box.name("kept");
            session.commit();

            assertThat(session.one(select(BOX.shelfCode))).isEqualTo("a");
        }
    }

    @DatabaseTest
    void aNewObjectHasNoForeignKeyAfterALook(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Author ann = session.require(Author.class, 1);
            Book book = new Book("new");
            book.author(ann);
            session.add(book);
            assertThat(session.flushPlan()).hasToString("insert Book x1");
            assertThat(book.authorId()).isNull();

            session.commit();

            assertThat(book.authorId()).isEqualTo(1);
        }
    }
}
