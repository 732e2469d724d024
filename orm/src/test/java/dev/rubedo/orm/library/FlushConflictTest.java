package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Book_.BOOK;
import static dev.rubedo.orm.library.Box_.BOX;
import static dev.rubedo.orm.library.Card_.CARD;
import static dev.rubedo.orm.library.Loan_.LOAN;
import static dev.rubedo.orm.library.Member_.MEMBER;
import static dev.rubedo.orm.library.Shelf_.SHELF;
import static dev.rubedo.orm.library.Stamp_.STAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.UUID;

/** Conflicting rows within one flush: reused keys, and unique values that move. */
class FlushConflictTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);

    private static SessionFactory withMember(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Member ann = new Member("ann");
            ann.card(new Card("A1"));
            session.add(ann);
        });
        return sessions;
    }

    @DatabaseTest
    void theTargetOfAOneToOneIsReplaced(Engine engine, StatementLog statements) {
        SessionFactory sessions = withMember(engine, statements);
        sessions.inTransaction(session -> session.require(Member.class, 1).card(new Card("A2")));

        sessions.inTransaction(session -> {
            assertThat(session.one(select(CARD)).number()).isEqualTo("A2");
            assertThat(session.require(Member.class, 1).card().number()).isEqualTo("A2");
        });
    }

    @DatabaseTest(only = "sqlite")
    void theOldTargetIsDeletedFirst(Engine engine, StatementLog statements) {
        try (Session session = withMember(engine, statements).open()) {
            Member ann = session.require(Member.class, 1);
            Card old = ann.card();
            statements.clear();

            ann.card(new Card("A1"));

            assertThat(session.flushPlan()).hasToString("delete Card[id=1]\ninsert Card x1");
            session.flush();
            assertThat(statements).containsExactly(
                    "DELETE FROM card WHERE card.id = ?",
                    "INSERT INTO card (number, member_id) VALUES (?, ?) RETURNING id");
            assertThat(InstanceState.of(old).isDeleted()).isTrue();
        }
    }

    @DatabaseTest
    void aCardGoesToAnotherMemberWhoseCardGoes(Engine engine, StatementLog statements) {
        SessionFactory sessions = withMember(engine, statements);
        sessions.inTransaction(session -> {
            Member bob = new Member("bob");
            bob.card(new Card("B1"));
            session.add(bob);
        });
        sessions.inTransaction(session -> {
            Member bob = session.require(Member.class, 2);
            bob.card(session.require(Member.class, 1).card());
        });

        sessions.inTransaction(session -> {
            assertThat(session.all(select(CARD.number))).containsExactly("A1");
            assertThat(session.require(Member.class, 1).card()).isNull();
            assertThat(session.require(Member.class, 2).card().number()).isEqualTo("A1");
        });
    }

    @DatabaseTest
    void aUniqueValueMovesFromRowToRow(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            for (String isbn : List.of("1", "2", "3")) {
                session.add(new Book("b" + isbn).isbn(isbn));
            }
        });
        sessions.inTransaction(session -> {
            List<Book> books = session.all(select(BOOK).orderBy(BOOK.id));
            books.get(0).isbn("2");
            books.get(1).isbn("3");
            session.delete(books.get(2));
            session.add(new Book("new").isbn("1"));
        });

        sessions.inTransaction(session -> assertThat(session.all(select(BOOK.isbn).orderBy(BOOK.id)))
                .containsExactly("2", "3", "1"));
    }

    @DatabaseTest
    void aUniqueValueOfADeletedObjectThatIsExpiredIsFree(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            Book book = new Book("old").isbn("1");
            session.add(book);
            session.commit();

            session.delete(book);
            session.add(new Book("new").isbn("1"));
            session.commit();

            assertThat(session.one(select(BOOK)).title()).isEqualTo("new");
        }
    }

    @DatabaseTest
    void valuesThatMayBeEmptyAreExchanged(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Book("a").isbn("1"), new Book("b").isbn("2")));
        try (Session session = sessions.open()) {
            List<Book> books = session.all(select(BOOK).orderBy(BOOK.id));
            books.get(0).isbn("2");
            books.get(1).isbn("1");

            assertThat(session.flushPlan())
                    .hasToString("set to NULL Book.isbn of Book[id=2]\nupdate Book[id=1]\nupdate Book[id=2]");
            session.commit();
            assertThat(books).extracting(Book::isbn).containsExactly("2", "1");
        }
    }

    @DatabaseTest
    void otherValuesThatAreExchangedAreRefusedWithAdvice(Engine engine, StatementLog statements) {
        SessionFactory sessions = withMember(engine, statements);
        sessions.inTransaction(session -> {
            Member bob = new Member("bob");
            bob.card(new Card("B1"));
            session.add(bob);
        });
        try (Session session = sessions.open()) {
            List<Card> cards = session.all(select(CARD).orderBy(CARD.id));
            cards.get(0).number("B1");
            cards.get(1).number("A1");

            assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class)
                    .hasMessageContaining("exchanges unique values of \"Card.number\" between rows")
                    .hasMessageContaining(
                            "flush before the exchange, or, if it is not the primary key, make the attribute"
                                    + " @Nullable so that the flush can set NULL first.");
            session.rollback();
            assertThat(cards).extracting(Card::number).containsExactly("A1", "B1");
            cards.get(0).number("-");
            session.flush();
            cards.get(1).number("A1");
            session.flush();
            cards.get(0).number("B1");
            session.commit();
            assertThat(cards).extracting(Card::number).containsExactly("B1", "A1");
        }
    }

    @DatabaseTest
    void aUniqueValueThatIsTakenWithoutAnExchangeIsRefusedWithoutThatAdvice(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Book("a").isbn("1"), new Book("b").isbn("2")));
        try (Session session = sessions.open()) {
            session.all(select(BOOK).orderBy(BOOK.id)).get(0).isbn("2");

            assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class)
                    .hasMessageNotContaining("exchanges");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aNewObjectWithTheKeyOfADeletedOneTakesOverItsRow(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Shelf("a").label("old")));
        try (Session session = sessions.open()) {
            Shelf old = session.require(Shelf.class, "a");
            statements.clear();

            session.delete(old);
            Shelf fresh = new Shelf("a");
            session.add(fresh);

            assertThat(session.flushPlan()).hasToString("replace Shelf[code=a]");
            session.flush();
            assertThat(statements).containsExactly(
                    "SELECT box.id, box.name, box.shelf_code FROM box WHERE ? = box.shelf_code ORDER BY box.id",
                    "UPDATE shelf SET label=?, version=? WHERE shelf.code = ? AND shelf.version = ?");
            assertThat(statements).statement(1).hasParameters(null, 2, "a", 1);
            assertThat(session.require(Shelf.class, "a")).isSameAs(fresh);
            assertThat(InstanceState.of(old).isDeleted()).isTrue();
        }
    }

    @DatabaseTest
    void takingARowOverIsUndoneByRollback(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Shelf("a").label("old")));
        try (Session session = sessions.open()) {
            Shelf old = session.require(Shelf.class, "a");
            session.delete(old);
            Shelf fresh = new Shelf("a").label("new");
            session.add(fresh);
            session.flush();

            session.rollback();

            assertThat(session.require(Shelf.class, "a")).isSameAs(old);
            assertThat(old.label()).isEqualTo("old");
            assertThat(InstanceState.of(fresh).isTransient()).isTrue();
        }
    }

    @DatabaseTest
    void childrenMayGoOverToWhatTakesTheRow(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Shelf old = new Shelf("a");
            old.boxes().addAll(List.of(new Box("stays"), new Box("left")));
            session.add(old);
        });
        sessions.inTransaction(session -> {
            Shelf old = session.require(Shelf.class, "a");
            Shelf fresh = new Shelf("a").label("new");
            fresh.boxes().add(old.boxes().get(0));
            session.delete(old);
            session.add(fresh);
        });

        sessions.inTransaction(session -> {
            assertThat(session.one(select(SHELF)).label()).isEqualTo("new");
            assertThat(session.one(select(SHELF)).boxes()).extracting(Box::name).containsExactly("stays");
            assertThat(session.all(select(BOX))).hasSize(2);
        });
    }

    @DatabaseTest
    void whatTheDatabaseFillsInIsFilledInAgain(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Stamp(ONE).colour("red").text("old")));
        sessions.inTransaction(session -> {
            session.delete(session.require(Stamp.class, ONE));
            session.add(new Stamp(ONE).text("new"));
        });

        sessions.inTransaction(session -> {
            Stamp stamp = session.one(select(STAMP));
            assertThat(stamp.colour()).isEqualTo("blue");
            assertThat(stamp.text()).isEqualTo("new");
        });
    }

    @DatabaseTest
    void aNewObjectMustNotHaveTheKeyOfOneThatStays(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Shelf("a")));
        try (Session session = sessions.open()) {
            session.require(Shelf.class, "a");
            session.add(new Shelf("a"));

            assertThatThrownBy(session::flush).isInstanceOf(FlushException.class)
                    .hasMessageContaining("New Shelf[code=a] has the primary key of another object");
        }
    }

    @DatabaseTest
    void aKeyThatWasGivenUpIsFree(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Shelf("a").label("first")));
        sessions.inTransaction(session -> {
            session.require(Shelf.class, "a").code("b");
            session.add(new Shelf("a").label("second"));
        });

        sessions.inTransaction(session -> assertThat(session.all(select(SHELF.label).orderBy(SHELF.code)))
                .containsExactly("second", "first"));
    }

    @DatabaseTest
    void aNewLinkToWhatIsDeletedIsLeftOut(Engine engine, StatementLog statements) {
        SessionFactory sessions = withMember(engine, statements);
        sessions.inTransaction(session -> session.add(new Club("chess"), new Book("b")));
        sessions.inTransaction(session -> {
            Member ann = session.require(Member.class, 1);
            Club chess = session.require(Club.class, 1);
            Book book = session.require(Book.class, 1);
            assertThat(ann.clubs()).isEmpty();
            assertThat(ann.favourites()).isEmpty();
            ann.clubs().add(chess);
            ann.favourites().add(book);
            session.delete(chess);
            session.delete(book);
        });

        sessions.inTransaction(session -> {
            Member ann = session.require(Member.class, 1);
            assertThat(ann.clubs()).isEmpty();
            assertThat(ann.favourites()).isEmpty();
            assertThat(session.all(select(BOOK))).isEmpty();
        });
    }

    @DatabaseTest
    void aNewReferenceToWhatIsDeletedIsAContradiction(Engine engine, StatementLog statements) {
        SessionFactory sessions = withMember(engine, statements);
        sessions.inTransaction(session -> session.add(new Stamp(ONE)));
        try (Session session = sessions.open()) {
            Member ann = session.require(Member.class, 1);
            Loan loan = new Loan(ONE);
            loan.member(ann);
            session.add(loan);
            session.delete(ann);

            assertThatThrownBy(session::flush).isInstanceOf(FlushException.class).hasMessageContaining(
                    "\"Loan.member\" of Loan[id=null] refers to Member[id=1], which is to be deleted");
        }
    }

    @DatabaseTest
    void aForeignKeyOrdersRowsWithoutARelationship(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            session.add(new Loan(TWO));
            session.add(new Stamp(TWO));
        });
        sessions.inTransaction(session -> {
            Stamp original = new Stamp(ONE);
            session.add(original);
            session.flush();
            session.require(Stamp.class, TWO).copyOf(ONE);
        });
        sessions.inTransaction(session -> {
            List<Stamp> stamps = session.all(select(STAMP).orderBy(STAMP.id));
            Loan loan = session.one(select(LOAN));
            stamps.forEach(session::delete);
            session.delete(loan);
        });

        sessions.inTransaction(session -> assertThat(session.all(select(STAMP))).isEmpty());
    }

    @DatabaseTest
    void aForeignKeyOrdersNewRowsOfItsOwnTable(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Stamp(ONE).copyOf(TWO), new Stamp(TWO)));
        sessions.inTransaction(session -> {
            session.require(Stamp.class, ONE).copyOf(THREE);
            session.add(new Stamp(THREE));
        });

        sessions.inTransaction(
                session -> assertThat(session.require(Stamp.class, ONE).copyOf()).isEqualTo(THREE));
    }

    @DatabaseTest
    void foreignKeysInACycleAreWrittenAfterwards(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        try (Session session = sessions.open()) {
            Stamp one = new Stamp(ONE).copyOf(TWO);
            session.add(one, new Stamp(TWO).copyOf(ONE));

            assertThat(session.flushPlan()).asString().contains("post-update Stamp.copyOf x1");
            session.flush();
            assertThat(one.copyOf()).isEqualTo(TWO);
            session.commit();
        }

        sessions.inTransaction(session -> {
            assertThat(session.require(Stamp.class, ONE).copyOf()).isEqualTo(TWO);
            assertThat(session.require(Stamp.class, TWO).copyOf()).isEqualTo(ONE);
        });
    }

    @DatabaseTest
    void theTargetOfAOneToOneIsTakenAway(Engine engine, StatementLog statements) {
        SessionFactory sessions = withMember(engine, statements);
        sessions.inTransaction(session -> session.require(Member.class, 1).card(null));

        sessions.inTransaction(session -> {
            assertThat(session.all(select(CARD))).isEmpty();
            assertThat(session.all(select(MEMBER))).hasSize(1);
        });
    }

    @DatabaseTest
    void aChildLeavesForANewOwnerBeforeTheOldOneGoes(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Author old = new Author("old");
            old.books().add(new Book("moving").isbn("1"));
            session.add(old, new Book("other").isbn("2"));
        });
        sessions.inTransaction(session -> {
            Author old = session.require(Author.class, 1);
            Author young = new Author("young");
            session.one(select(BOOK).where(BOOK.title.eq("moving"))).isbn("3").author(young);
            session.one(select(BOOK).where(BOOK.title.eq("other"))).isbn("1");
            session.add(young);
            session.delete(old);
        });

        sessions.inTransaction(session -> assertThat(session.all(select(BOOK.isbn).orderBy(BOOK.isbn)))
                .containsExactly("1", "3"));
    }

    @DatabaseTest
    void aBoxLeavesForANewShelfBeforeTheOldOneGoes(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Shelf old = new Shelf("old");
            old.boxes().add(new Box("box"));
            session.add(old, new Book("b1").isbn("1"), new Book("b2").isbn("2"));
        });
        sessions.inTransaction(session -> {
            Shelf young = new Shelf("young");
            young.boxes().add(session.one(select(BOX)));
            session.delete(session.require(Shelf.class, "old"));
            session.add(young);
            session.one(select(BOOK).where(BOOK.isbn.eq("1"))).isbn("3");
            session.one(select(BOOK).where(BOOK.isbn.eq("2"))).isbn("1");
        });

        sessions.inTransaction(
                session -> assertThat(session.all(select(BOX.shelfCode))).containsExactly("young"));
    }

    @DatabaseTest
    void expiredRowsThatReferToEachOtherAreDeletedInOrder(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            Stamp one = new Stamp(ONE);
            Stamp two = new Stamp(TWO).copyOf(ONE);
            Stamp three = new Stamp(THREE).copyOf(TWO);
            session.add(one, two, three);
            session.commit();

            List.of(two, one, three).forEach(session::delete);
            session.commit();

            assertThat(session.all(select(STAMP))).isEmpty();
        }
    }

    @DatabaseTest
    void anExpiredRowLetsGoOfWhatIsDeleted(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            Stamp one = new Stamp(ONE);
            Loan loan = new Loan(ONE);
            Book first = new Book("b1").isbn("1");
            Book second = new Book("b2").isbn("2");
            session.add(one, new Stamp(TWO), first, second);
            session.flush();
            session.add(loan);
            session.commit();

            session.delete(one);
            loan.stampId(TWO);
            first.isbn("3");
            session.withoutAutoflush(() -> second.isbn("1"));
            session.commit();

            assertThat(session.all(select(LOAN.stampId))).containsExactly(TWO);
            assertThat(session.all(select(BOOK.isbn).orderBy(BOOK.id))).containsExactly("3", "1");
        }
    }

    @DatabaseTest
    void aUniqueValueThatWasOverwrittenUnreadIsFree(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            Book first = new Book("b1").isbn("1");
            Book second = new Book("b2").isbn("2");
            session.add(first, second);
            session.commit();

            second.isbn("1");
            first.isbn("3");
            session.add(new Book("b3").isbn("2"));
            session.commit();

            assertThat(session.all(select(BOOK.isbn).orderBy(BOOK.id))).containsExactly("3", "1", "2");
        }
    }

    @DatabaseTest(only = "sqlite")
    void whatManyRowsReferToUnreadIsAskedForOnce(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            Book first = new Book("b1").isbn("1");
            Book second = new Book("b2").isbn("2");
            Stamp one = new Stamp(ONE);
            Stamp two = new Stamp(TWO);
            session.add(first, second, one, two, new Stamp(THREE));
            session.flush();
            Loan loan = new Loan(ONE);
            Loan other = new Loan(TWO);
            session.add(loan, other);
            session.commit();
            first.title();
            second.title();
            one.text();
            two.text();

            statements.clear();
            session.withoutAutoflush(() -> {
                first.isbn("3");
                second.isbn("1");
                loan.stampId(THREE);
                other.stampId(THREE);
                session.delete(one);
                session.delete(two);
            });
            session.flush();

            assertThat(statements.texts().stream().filter(sql -> sql.startsWith("SELECT")))
                    .containsExactly("SELECT loan.id, loan.stamp_id FROM loan WHERE loan.id IN (?, ?)");
            session.commit();
            assertThat(session.all(select(LOAN.stampId))).containsExactly(THREE, THREE);
        }
    }

    @DatabaseTest
    void aDeletedRowReleasesAValueThatWasOverwrittenBeforeItWasRead(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        try (Session session = sessions.open()) {
            Book old = new Book("old").isbn("1");
            session.add(old);
            session.commit();
            old.isbn("2");
            session.delete(old);
            session.add(new Book("new").isbn("1"));

            session.commit();

            assertThat(session.all(select(BOOK.title))).containsExactly("new");
        }
    }

    @DatabaseTest
    void aRowRefersToAChangedKeyBesideValuesThatAreExchanged(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Book("a").isbn("1"), new Book("b").isbn("2"),
                new Shelf("old"), new Shelf("older"), new Box("related"), new Box("linked")));
        sessions.inTransaction(session -> {
            List<Book> books = session.all(select(BOOK).orderBy(BOOK.id));
            List<Box> boxes = session.all(select(BOX).orderBy(BOX.name));
            Shelf related = session.require(Shelf.class, "old");
            Shelf linked = session.require(Shelf.class, "older");
            boxes.forEach(box -> box.name(box.name() + "!"));
            books.get(0).isbn("2");
            books.get(1).isbn("1");
            related.code("new");
            linked.code("newer");
            boxes.get(0).shelfCode("newer");
            related.boxes().add(boxes.get(1));
        });

        sessions.inTransaction(session -> assertThat(session.all(select(BOX.shelfCode).orderBy(BOX.name)))
                .containsExactly("newer", "new"));
    }

    @DatabaseTest
    void aRowRefersToAChangedKeyOfItsOwnTable(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Stamp(ONE), new Stamp(TWO)));
        sessions.inTransaction(session -> {
            Stamp original = session.require(Stamp.class, TWO);
            session.require(Stamp.class, ONE).copyOf(THREE);
            original.id(THREE);
        });

        sessions.inTransaction(session -> assertThat(session.require(Stamp.class, ONE).copyOf()).isEqualTo(THREE));
    }

    @DatabaseTest
    void keysThatAreExchangedAreRefusedWithAdvice(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Shelf("a"), new Shelf("b")));
        try (Session session = sessions.open()) {
            Shelf a = session.require(Shelf.class, "a");
            Shelf b = session.require(Shelf.class, "b");
            a.code("b");
            b.code("a");

            assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class).hasMessageContaining(
                    "exchanges unique values of \"Shelf.code\" between rows, and the column cannot be NULL in between.");
            session.rollback();

            assertThat(a.code()).isEqualTo("a");
        }
    }
}
