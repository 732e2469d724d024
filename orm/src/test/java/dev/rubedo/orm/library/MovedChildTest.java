package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Book_.BOOK;
import static dev.rubedo.orm.library.Box_.BOX;
import static dev.rubedo.orm.library.Card_.CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.RequiredAttributeException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A child that was moved to another owner, by whichever side, is kept when its former owner is deleted in the same
 * flush.
 */
class MovedChildTest {

    private static SessionFactory withBooks(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Author ann = new Author("ann");
            ann.books().addAll(List.of(new Book("moves"), new Book("goes")));
            session.add(ann, new Author("bob"));
        });
        return sessions;
    }

    private static void moves(Engine engine, StatementLog statements, boolean loadFirst,
            BiConsumer<Book, Author> move) {
        SessionFactory sessions = withBooks(engine, statements);
        sessions.inTransaction(session -> {
            Author ann = session.require(Author.class, 1);
            Author bob = session.require(Author.class, 2);
            Book book = session.one(select(BOOK).where(BOOK.title.eq("moves")));
            if (loadFirst) {
                assertThat(ann.books()).hasSize(2);
            }
            session.withoutAutoflush(() -> {
                move.accept(book, bob);
                session.delete(ann);
                session.flush();
            });
        });

        sessions.inTransaction(session -> {
            assertThat(session.all(select(BOOK.title))).containsExactly("moves");
            assertThat(session.one(select(BOOK)).authorId()).isEqualTo(2L);
            assertThat(session.require(Author.class, 2).books()).hasSize(1);
        });
    }

    @DatabaseTest
    void byItsForeignKey(Engine engine, StatementLog statements) {
        moves(engine, statements, false, (book, bob) -> book.authorId(bob.id()));
    }

    @DatabaseTest
    void byItsForeignKeyAfterLoading(Engine engine, StatementLog statements) {
        moves(engine, statements, true, (book, bob) -> book.authorId(bob.id()));
    }

    @DatabaseTest
    void byItsOwnAttribute(Engine engine, StatementLog statements) {
        moves(engine, statements, false, (book, bob) -> book.author(bob));
    }

    @DatabaseTest
    void byItsOwnAttributeAfterLoading(Engine engine, StatementLog statements) {
        moves(engine, statements, true, (book, bob) -> book.author(bob));
    }

    @DatabaseTest
    void byTheOtherCollection(Engine engine, StatementLog statements) {
        moves(engine, statements, false, (book, bob) -> bob.books().add(book));
    }

    @DatabaseTest
    void byTheOtherCollectionAfterLoading(Engine engine, StatementLog statements) {
        moves(engine, statements, true, (book, bob) -> bob.books().add(book));
    }

    @DatabaseTest
    void aChildThatWentEarlierStaysWithItsNewOwner(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBooks(engine, statements);
        sessions.inTransaction(session -> {
            Author ann = session.require(Author.class, 1);
            assertThat(ann.books()).hasSize(2);
            session.require(Book.class, 1).authorId(2L);
            session.flush();
            session.delete(ann);
        });

        sessions.inTransaction(
                session -> assertThat(session.require(Author.class, 2).books()).extracting(Book::title)
                        .containsExactly("moves"));
    }

    @DatabaseTest
    void aBoxThatWentEarlierStaysOnItsNewShelf(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBox(engine, statements);
        sessions.inTransaction(session -> {
            Shelf a = session.require(Shelf.class, "a");
            assertThat(a.boxes()).hasSize(1);
            session.require(Shelf.class, "b").boxes().add(session.require(Box.class, 1));
            session.flush();
            session.delete(a);
        });

        sessions.inTransaction(session -> assertThat(session.require(Box.class, 1).shelfCode()).isEqualTo("b"));
    }

    @DatabaseTest
    void aBoxThatWentEarlierIsPutBack(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBox(engine, statements);
        sessions.inTransaction(session -> {
            Shelf a = session.require(Shelf.class, "a");
            Box box = a.boxes().get(0);
            box.shelfCode("b");
            session.flush();
            a.boxes().add(box);
        });

        sessions.inTransaction(session -> assertThat(session.require(Box.class, 1).shelfCode()).isEqualTo("a"));
    }

    private static SessionFactory withBox(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Shelf a = new Shelf("a");
            a.boxes().add(new Box("x"));
            session.add(a, new Shelf("b"));
        });
        return sessions;
    }

    @DatabaseTest
    void aCardThatGetsItsMemberReplacesOneThatWasNotRead(Engine engine, StatementLog statements) {
        SessionFactory sessions = withCards(engine, statements);
        sessions.inTransaction(session -> {
            Member ann = session.require(Member.class, 1);
            Card fresh = new Card("new");
            session.add(fresh);
            fresh.member(ann);
        });

        sessions.inTransaction(session -> assertThat(session.all(select(CARD.number).orderBy(CARD.number)))
                .containsExactly("B1", "new"));
    }

    @DatabaseTest
    void aNewCardThatIsReplacedFromItsOwnSideIsNotInserted(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Member cyd = new Member("cyd");
            Card first = new Card("first");
            cyd.card(first);
            session.add(cyd);
            Card second = new Card("second");
            second.member(cyd);
            session.add(second);

            assertThat(InstanceState.of(first).isTransient()).isTrue();
        });

        sessions.inTransaction(session -> assertThat(session.one(select(CARD.number))).isEqualTo("second"));
    }

    @DatabaseTest
    void aCardThatWasGivenAndReplacedIsAnOrphan(Engine engine, StatementLog statements) {
        SessionFactory sessions = withCards(engine, statements);
        try (Session session = sessions.open()) {
            Member cyd = new Member("cyd");
            Card card = session.require(Card.class, 1);
            session.add(cyd);
            session.commit();

            card.member(cyd);
            cyd.card(new Card("new"));
            session.commit();

            assertThat(InstanceState.of(card).wasDeleted()).isTrue();
        }

        sessions.inTransaction(session -> assertThat(session.all(select(CARD.number).orderBy(CARD.number)))
                .containsExactly("B1", "new"));
    }

    private static SessionFactory withCards(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Member ann = new Member("ann");
            ann.card(new Card("A1"));
            Member bob = new Member("bob");
            bob.card(new Card("B1"));
            session.add(ann, bob);
        });
        return sessions;
    }

    @DatabaseTest
    void aChildGivenToNobodyByItsForeignKeyStays(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBooks(engine, statements);
        sessions.inTransaction(session -> {
            session.require(Book.class, 1).authorId(null);
            session.delete(session.require(Author.class, 1));
        });

        sessions.inTransaction(session -> assertThat(session.all(select(BOOK.title))).containsExactly("moves"));
    }

    @DatabaseTest
    void whatAFailedFlushWouldHaveDeletedMayStillBeGivenAway(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Member ann = new Member("ann");
            ann.card(new Card("A1"));
            session.add(ann, new Member("bob"));
        });
        sessions.inTransaction(session -> {
            Member ann = session.require(Member.class, 1);
            Member bob = session.require(Member.class, 2);
            Card card = ann.card();
            ann.card(null);
            bob.name(null);
            assertThatThrownBy(session::flush).isInstanceOf(RequiredAttributeException.class);

            bob.name("bob");
            card.member(bob);
        });

        sessions.inTransaction(session -> assertThat(session.require(Member.class, 2).card()).isNotNull());
    }

    @DatabaseTest
    void aChildGivenToTheDeletedOwnerGoesWithIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBooks(engine, statements);
        sessions.inTransaction(session -> {
            Author ann = session.require(Author.class, 1);
            Book fresh = new Book("fresh");
            session.add(fresh);
            fresh.author(ann);
            session.delete(ann);
        });

        sessions.inTransaction(session -> assertThat(session.all(select(BOOK))).isEmpty());
    }

    @DatabaseTest
    void aChildTakenFromItsDeletedOwnerStays(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBooks(engine, statements);
        sessions.inTransaction(session -> {
            Author ann = session.require(Author.class, 1);
            Book book = ann.books().get(0);
            book.author(null);
            session.delete(ann);
        });

        sessions.inTransaction(session -> {
            assertThat(session.all(select(BOOK.authorId).where(BOOK.id.eq(1L)))).containsOnlyNulls();
            assertThat(session.get(Author.class, 1)).isEmpty();
        });
    }

    @DatabaseTest
    void boxesOfADeletedShelfLoseIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Shelf a = new Shelf("a");
            a.boxes().addAll(List.of(new Box("stays"), new Box("moves"), new Box("written")));
            session.add(a, new Shelf("b"));
        });
        sessions.inTransaction(session -> {
            Shelf a = session.require(Shelf.class, "a");
            Shelf b = session.require(Shelf.class, "b");
            List<Box> boxes = session.all(select(BOX).orderBy(BOX.id));
            b.boxes().add(boxes.get(1));
            boxes.get(2).shelfCode("b");
            session.delete(a);
        });

        sessions.inTransaction(session -> {
            assertThat(session.require(Shelf.class, "b").boxes()).extracting(Box::name)
                    .containsExactly("moves", "written");
            assertThat(session.require(Box.class, 1).shelfCode()).isNull();
        });
    }

    @DatabaseTest
    void aBoxThatWasAddedAndTakenOutAgainIsOnNoShelf(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Shelf a = new Shelf("a");
            a.boxes().add(new Box("x"));
            session.add(a);
        });
        sessions.inTransaction(session -> {
            Shelf a = session.require(Shelf.class, "a");
            Box box = session.require(Box.class, 1);
            a.boxes().add(box);
            a.boxes().remove(box);
            a.boxes().remove(box);
        });

        sessions.inTransaction(session -> assertThat(session.require(Box.class, 1).shelfCode()).isNull());
    }

    @DatabaseTest
    void anExistingLinkMayBeAddedAgain(Engine engine, StatementLog statements) {
        SessionFactory sessions = withLinks(engine, statements);
        sessions.inTransaction(session -> {
            session.require(Member.class, 1).favourites().add(session.require(Book.class, 1));
            session.require(Member.class, 1).clubs().add(session.require(Club.class, 1));
        });
        sessions.inTransaction(session -> session.require(Club.class, 1).members()
                .add(session.require(Member.class, 1)));

        sessions.inTransaction(session -> {
            assertThat(session.require(Member.class, 1).favourites()).hasSize(1);
            assertThat(session.require(Member.class, 1).clubs()).hasSize(1);
        });
    }

    @DatabaseTest
    void anExistingLinkThatIsAddedAndTakenOutIsGone(Engine engine, StatementLog statements) {
        SessionFactory sessions = withLinks(engine, statements);
        sessions.inTransaction(session -> {
            Member ann = session.require(Member.class, 1);
            Book book = session.require(Book.class, 1);
            ann.favourites().add(book);
            ann.favourites().removeAll(List.of(book));
            Club club = session.require(Club.class, 1);
            ann.clubs().add(club);
            ann.clubs().removeAll(List.of(club));
        });

        sessions.inTransaction(session -> {
            assertThat(session.require(Member.class, 1).favourites()).isEmpty();
            assertThat(session.require(Member.class, 1).clubs()).isEmpty();
            assertThat(session.require(Club.class, 1).members()).isEmpty();
        });
    }

    private static SessionFactory withLinks(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Member ann = new Member("ann");
            ann.favourites().add(new Book("b"));
            ann.clubs().add(new Club("chess"));
            session.add(ann);
        });
        return sessions;
    }

    @DatabaseTest
    void newObjectsAreLinkedWithoutLoading(Engine engine, StatementLog statements) {
        SessionFactory sessions = withLinks(engine, statements);
        try (Session session = sessions.open()) {
            Member ann = session.require(Member.class, 1);
            statements.clear();

            ann.clubs().add(new Club("go"));
            session.flush();

            assertThat(statements).hasCount(2);
            assertThat(ann.clubs()).extracting(Club::name).containsExactly("chess", "go");
        }
    }

    @DatabaseTest
    void aRequiredAttributeSetToNullIsRefusedBeforeTheUpdate(Engine engine, StatementLog statements) {
        SessionFactory sessions = withBooks(engine, statements);
        try (Session session = sessions.open()) {
            Book book = session.require(Book.class, 1);
            statements.clear();
            book.title(null);

            assertThatThrownBy(session::flush).isInstanceOf(RequiredAttributeException.class).hasMessage(
                    "Book[id=1] cannot be updated: \"title\" is required and has no value. Set it before the flush, or declare it @Nullable.");
            assertThat(statements).isEmpty();

            book.title("given");
            session.commit();
            assertThat(book.title()).isEqualTo("given");
        }
    }

    @DatabaseTest
    void aRequiredForeignKeySetToNullIsRefusedBeforeTheUpdate(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Member ann = new Member("ann");
            ann.card(new Card("A1"));
            session.add(ann);
        });
        try (Session session = sessions.open()) {
            Card card = session.require(Card.class, 1);
            card.memberId(null);

            assertThatThrownBy(session::flush).isInstanceOf(RequiredAttributeException.class)
                    .hasMessageContaining("Card[id=1] cannot be updated: \"member\" is required");
        }
    }

    @DatabaseTest
    void anUnsetKeyIsExplained(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            session.add(new Stamp(null));

            assertThatThrownBy(session::flush).isInstanceOf(RequiredAttributeException.class).hasMessage(
                    "A new \"Stamp\" cannot be inserted: \"id\" is required and has no value. Set it before the flush, for example in the constructor: the database generates only integer keys.");
        }
    }
}
