package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Book_.BOOK;
import static dev.rubedo.orm.library.Box_.BOX;
import static dev.rubedo.orm.library.Card_.CARD;
import static dev.rubedo.orm.library.Stamp_.STAMP;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionSavepoint;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A flush that fails at any of its statements: after a rollback the same objects are stored as if nothing had been. */
class FlushFailureTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    /** Refuses one statement that writes, by its number. Confined to one thread at a time. */
    private static final class Refusal implements ExecutionListener {
        private int left = Integer.MAX_VALUE;
        private int written;

        @Override
        public void beforeExecute(Execution execution) {
            if (!execution.sql().startsWith("SELECT ") || execution.sql().contains("INSERT ")) {
                written++;
                if (--left == 0) {
                    throw new IllegalStateException("refused: " + execution.sql());
                }
            }
        }
    }

    /** New objects in all kinds of relationships, held by the test so that they can be stored again. */
    private static final class Graph {
        final Author author = new Author("cyd");
        final Book book = new Book("fresh").isbn("1");
        final Member member = new Member("dan");
        final Card card = new Card("A1");
        final Club club = new Club("go");
        final Shelf shelf = new Shelf("a").label("new");
        final Box box = new Box("fresh");
        final Stamp one = new Stamp(ONE).copyOf(TWO);
        final Stamp two = new Stamp(TWO).copyOf(ONE);
        final Loan loan = new Loan(ONE);

        Graph() {
            author.books().add(book);
            card.member(member);
            member.clubs().add(club);
            member.favourites().add(book);
            shelf.boxes().add(box);
            loan.member(member);
        }

        /** Also takes the unique values and the key of what is deleted, and what others had. */
        void work(Session session) {
            Author ann = session.require(Author.class, 1);
            Author bob = session.require(Author.class, 2);
            Member old = session.require(Member.class, 1);
            Shelf a = session.require(Shelf.class, "a");
            Box left = session.require(Box.class, 1);
            bob.books().add(ann.books().get(0));
            session.delete(ann);
            session.delete(old);
            session.delete(a);
            shelf.boxes().add(left);
            add(session);
        }

        void add(Session session) {
            session.add(author, member, shelf, one, two, loan);
        }
    }

    private static void fill(SessionFactory sessions) {
        sessions.inTransaction(session -> {
            Author ann = new Author("ann");
            ann.books().addAll(List.of(new Book("moves").isbn("0"), new Book("goes").isbn("1")));
            Member old = new Member("old");
            old.card(new Card("A1"));
            old.clubs().add(new Club("chess"));
            Shelf a = new Shelf("a").label("old");
            a.boxes().addAll(List.of(new Box("moves"), new Box("left")));
            session.add(ann, new Author("bob"), old, a);
        });
    }

    private static List<String> content(Session session) {
        List<String> rows = new ArrayList<>();
        session.all(select(BOOK).orderBy(BOOK.title)).forEach(book -> rows.add(book.title() + " " + book.isbn()
                + " " + (book.author() == null ? null : book.author().name())));
        session.all(select(CARD)).forEach(card -> rows.add(card.number() + " " + card.member().name() + " "
                + card.member().clubs().stream().map(Club::name).toList() + " "
                + card.member().favourites().stream().map(Book::title).toList()));
        session.all(select(BOX).orderBy(BOX.name)).forEach(box -> rows.add(box.name() + " " + box.shelfCode()));
        session.all(select(STAMP).orderBy(STAMP.id)).forEach(stamp -> rows.add(stamp.id() + " " + stamp.copyOf()));
        for (Table table : session.model().metadata().tables()) {
            rows.add(table.name() + " "
                    + session.one(text("SELECT COUNT(*) FROM " + table.name())).get(1));
        }
        return rows;
    }

    @DatabaseTest
    void isRepeatedAfterARollback(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        Refusal refusal = new Refusal();
        engine.listen(refusal);
        fill(sessions);
        refusal.written = 0;
        List<String> expected;
        int count;
        try (Session session = sessions.open()) {
            new Graph().work(session);
            session.flush();
            count = refusal.written;
            expected = content(session);
        }
        assertThat(count).isGreaterThan(15);

        for (int at = 1; at <= count; at++) {
            Graph graph = new Graph();
            try (Session session = sessions.open()) {
                refusal.left = at;
                assertThatThrownBy(() -> {
                    graph.work(session);
                    session.flush();
                }).as("statement " + at).hasMessageContaining("refused");
                refusal.left = Integer.MAX_VALUE;
                session.rollback();
                assertThat(InstanceState.of(graph.book).isTransient()).isTrue();
                assertThat(graph.book.id()).isNull();
                assertThat(graph.author.books()).containsExactly(graph.book);

                graph.work(session);
                session.flush();
                assertThat(graph.card.member()).isSameAs(graph.member);
                assertThat(content(session)).as("statement " + at).isEqualTo(expected);
            }
        }
    }

    @DatabaseTest
    void isRepeatedWithinASavepoint(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        fill(sessions);
        try (Session session = sessions.open()) {
            Author first = new Author("first");
            session.add(first);
            SessionSavepoint savepoint = session.savepoint();
            Book good = new Book("good");
            Book bad = new Book("bad").isbn("0");
            good.author(first);
            session.add(good, bad);
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            savepoint.rollback();

            assertThat(good.id()).isNull();
            assertThat(InstanceState.of(first).isPersistent()).isTrue();
            bad.isbn("2");
            session.add(good, bad);
            session.commit();
            assertThat(first.books()).containsExactly(good);
        }
    }

    @DatabaseTest
    void aKeyThatTheProgramGaveIsKept(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        try (Session session = sessions.open()) {
            Author given = new Author("given");
            InstanceState.of(given).set("id", 77L);
            Author made = new Author("made");
            session.add(given, made);
            session.flush();
            session.rollback();

            assertThat(given.id()).isEqualTo(77L);
            assertThat(made.id()).isNull();
            session.add(given);
            session.commit();
            assertThat(session.require(Author.class, 77).name()).isEqualTo("given");
        }
    }

    @DatabaseTest
    void aRepeatedBlockStoresTheSameObjects(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        Refusal refusal = new Refusal();
        engine.listen(refusal);
        Graph graph = new Graph();
        for (int at = 1; at < 6; at++) {
            refusal.left = 2 * at;
            assertThatThrownBy(() -> sessions.inTransaction(graph::add)).hasMessageContaining("refused");
        }
        refusal.left = Integer.MAX_VALUE;

        sessions.inTransaction(graph::add);

        List<String> rows = sessions.fromTransaction(FlushFailureTest::content);
        assertThat(rows).contains("A1 dan [go] [fresh]", "fresh 1 cyd", "fresh a", "book 1", "card 1",
                ONE + " " + TWO, TWO + " " + ONE, "loan 1");
    }
}
