package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Book_.BOOK;
import static dev.rubedo.orm.library.Disc_.DISC;
import static dev.rubedo.orm.library.Shelf_.SHELF;
import static dev.rubedo.orm.shop.OrderLine_.ORDER_LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Item;
import dev.rubedo.orm.shop.Order;
import dev.rubedo.orm.shop.OrderLine;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.sql.Values;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows that are inserted, or updated if their keys are there. */
class UpsertTest {

    private static Values book(String title, String isbn) {
        return Values.EMPTY.set(BOOK.title, title).set(BOOK.isbn, isbn);
    }

    @DatabaseTest
    void rowsWithAKnownUniqueKeyAreUpdatedAndTheOthersInserted(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Book("Old").isbn("1")));
        try (Session session = sessions.open()) {
            Book known = session.require(Book.class, 1L);
            statements.clear();

            List<Book> books = session.upsert(BOOK, List.of(book("Two", "2"), book("New", "1"), book("Three", "3")),
                    BOOK.isbn);

            assertThat(statements).hasCount(2);
            assertThat(books).extracting(Book::title).containsExactly("Two", "New", "Three");
            assertThat(books.get(1)).isSameAs(known);
            assertThat(books).allMatch(session::contains);
            books.get(0).title("Second");
            session.commit();
        }
        List<String> titles = sessions
                .fromTransaction(session -> session.all(select(BOOK.title).orderBy(BOOK.isbn)));
        assertThat(titles).containsExactly("New", "Second", "Three");
    }

    @DatabaseTest
    void versionsGoOn(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        for (String label : List.of("one", "two", "three")) {
            sessions.inTransaction(session -> {
                Shelf shelf = session.upsert(SHELF,
                        List.of(Values.EMPTY.set(SHELF.code, "a").set(SHELF.label, label))).get(0);
                assertThat(shelf.label()).isEqualTo(label);
            });
        }
        sessions.inTransaction(session -> {
            Shelf shelf = session.require(Shelf.class, "a");
            assertThat(shelf.version()).isEqualTo(3);
            shelf.label("four");
        });
    }

    @DatabaseTest
    void rowsOfKeysOnlyAreLeftAsTheyAre(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        List<Values> rows = IntStream.range(0, 3).mapToObj(i -> Values.EMPTY.set(SHELF.code, "s" + i)).toList();

        sessions.inTransaction(session -> session.upsert(SHELF, rows));
        List<String> codes = sessions.fromTransaction(
                session -> session.upsert(SHELF, rows).stream().map(Shelf::code).toList());

        assertThat(codes).containsExactly("s0", "s1", "s2");
    }

    @DatabaseTest
    void aKeyMayHaveSeveralAttributes(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        long[] items = sessions.fromTransaction(session -> {
            Item first = new Item("first");
            Item second = new Item("second");
            Order order = new Order("new");
            order.lines().add(new OrderLine(first, 1));
            session.addAll(List.of(second, order));
            session.flush();
            return new long[]{order.id(), first.id(), second.id()};
        });
        List<Values> rows = List.of(line(items[0], items[2], 7), line(items[0], items[1], 8));

        List<OrderLine> lines = sessions.fromTransaction(session -> session.upsert(ORDER_LINE, rows));

        assertThat(lines).extracting(OrderLine::quantity).containsExactly(7, 8);
        assertThat(lines).extracting(OrderLine::itemId).containsExactly(items[2], items[1]);
    }

    private static Values line(long order, long item, int quantity) {
        return Values.EMPTY.set(ORDER_LINE.orderId, order).set(ORDER_LINE.itemId, item)
                .set(ORDER_LINE.quantity, quantity);
    }

    @DatabaseTest
    void manyRowsAreWrittenInFewStatements(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        List<Values> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            rows.add(book("book" + i, "isbn" + i));
        }

        sessions.inTransaction(session -> session.upsert(BOOK, rows, BOOK.isbn));
        statements.clear();
        List<Book> again = sessions.fromTransaction(session -> session.upsert(BOOK, rows, BOOK.isbn));

        assertThat(again).hasSize(2_000);
        assertThat(again.get(1_999).title()).isEqualTo("book1999");
        assertThat(statements.all()).hasSizeLessThan(12);
    }

    @DatabaseTest(except = {"mariadb", "mysql"})
    void keysThatDifferInCaseOrAccentsAreDifferent(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        List<Values> rows = Stream.of("a", "A", "\u00e1")
                .map(code -> Values.EMPTY.set(SHELF.code, code).set(SHELF.label, "of " + code)).toList();

        for (int i = 0; i < 2; i++) {
            List<Shelf> shelves = sessions.fromTransaction(session -> session.upsert(SHELF, rows));
            assertThat(shelves).extracting(Shelf::code).containsExactly("a", "A", "\u00e1");
            assertThat(shelves).extracting(Shelf::label).containsExactly("of a", "of A", "of \u00e1");
        }
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void keysThatAreTheSameInTheDatabaseAreRefused(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.upsert(SHELF,
                    List.of(Values.EMPTY.set(SHELF.code, "a"), Values.EMPTY.set(SHELF.code, "A"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Rows 1 and 2 of upsert(...) have the same key [A]. Keep only one of them.");
            assertThatThrownBy(session::commit).isInstanceOf(ObjectStateException.class);
            session.rollback();
            assertThat(session.count(select(SHELF))).isZero();

            session.upsert(SHELF, List.of(Values.EMPTY.set(SHELF.code, "a").set(SHELF.label, "one")));
            Shelf shelf = session.upsert(SHELF,
                    List.of(Values.EMPTY.set(SHELF.code, "A").set(SHELF.label, "two"))).get(0);
            assertThat(shelf.label()).isEqualTo("two");
            assertThat(shelf.code()).isEqualTo("a");
        }
    }

    @DatabaseTest
    void aRowWithAnotherKeyIsNotChanged(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        Long id = sessions.fromTransaction(session -> {
            Book book = new Book("Old").isbn("1");
            session.add(book);
            session.flush();
            return book.id();
        });
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.upsert(BOOK, List.of(book("New", "1").set(BOOK.id, id + 5))))
                    .isInstanceOf(RubedoException.class);
            session.rollback();
            assertThatThrownBy(() -> session.upsert(BOOK, List.of(book("New", "2").set(BOOK.id, id)), BOOK.isbn))
                    .isInstanceOf(RubedoException.class);
            session.rollback();
            assertThat(session.require(Book.class, id).title()).isEqualTo("Old");

            Book same = session.upsert(BOOK, List.of(book("New", "1").set(BOOK.id, id))).get(0);
            assertThat(same.title()).isEqualTo("New");
        }
    }

    @DatabaseTest(only = "mariadb")
    void theRowThatWouldBeChangedIsNamed(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Book("Old").isbn("1")));
        try (Session session = sessions.open()) {
            statements.clear();
            assertThatThrownBy(() -> session.upsert(BOOK, List.of(book("New", "1").set(BOOK.id, 5L))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage(
                            "upsert(...) of \"Book\" with key [5] would update another row, that with key [1], which "
                                    + "has the same [Book.isbn]: [1]. Change or delete that row before, or name its key in "
                                    + "upsert(...).");
            assertThat(statements.texts()).noneMatch(sql -> sql.startsWith("INSERT"));
        }
    }

    @DatabaseTest(only = "sqlite")
    void whatIsNoKeyIsRefused(Engine engine, StatementLog statements) {
        try (Session session = Library.open(engine, statements).open()) {
            assertThatThrownBy(() -> session.upsert(BOOK, List.of(book("a", "1")), BOOK.title))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The attributes [Book.title] are not a unique key of \"Book\". Name those of a unique "
                            + "constraint, or none for the primary key.");
            assertThatThrownBy(() -> session.upsert(BOOK, List.of(book("a", "1"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A row of upsert(...) has no value for \"Book.id\". Each row needs its key.");
            assertThatThrownBy(() -> session.upsert(BOOK, List.of(book("a", "1"), book("b", "1")), BOOK.isbn))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Rows 1 and 2 of upsert(...) have the same key [1]. Keep only one of "
                            + "them.");
            assertThatThrownBy(() -> session.upsert(DISC, List.of(Values.EMPTY.set(DISC.title, "x"))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage(
                            "upsert(...) writes one table, but \"Disc\" is stored in several. Use merge(...) or bulk "
                                    + "statements.");
        }
    }
}
