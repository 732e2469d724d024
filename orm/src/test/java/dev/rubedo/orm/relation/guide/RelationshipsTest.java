package dev.rubedo.orm.relation.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.sum;
import static dev.rubedo.orm.relation.guide.Author_.AUTHOR;
import static dev.rubedo.orm.relation.guide.Book_.BOOK;
import static dev.rubedo.orm.relation.guide.Employee_.EMPLOYEE;
import static dev.rubedo.orm.relation.guide.Genre_.GENRE;
import static dev.rubedo.orm.relation.guide.Sale_.SALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** The samples of {@code docs/guide/relationships.md}; an architecture test compares the texts. */
class RelationshipsTest {

    @DatabaseTest
    void theSamplesDoWhatTheySay(Engine engine, StatementLog statements) {
        SessionFactory sessions = Bookshop.filled(engine, statements);
        try (Session session = sessions.open()) {
            bothSides(session);
            orphans(session);
            links(session);
            maps(session);
            proxies(session);
            assertThat(large(session)).hasSize(1);
            assertThat(tree(session)).hasSize(1);
            assertThat(conditions(session)).containsExactly("Ada");
        }
    }

    private static void bothSides(Session session) {
        Author ada = session.require(AUTHOR, 1);
        Book book = new Book("Notes", 66);
        ada.books().add(book);
        assertThat(book.author()).isSameAs(ada);

        book.author(session.require(AUTHOR, 2));
        assertThat(ada.books()).doesNotContain(book);
        session.flush();
    }

    private static void orphans(Session session) {
        Author bob = session.require(AUTHOR, 2);
        bob.books().removeIf(book -> book.title().equals("Notes"));
        session.flush();
        assertThat(session.count(select(BOOK))).isEqualTo(4);
    }

    private static void links(Session session) {
        Book book = session.require(BOOK, 1);
        Genre novel = session.one(select(GENRE).where(GENRE.name.eq("novel")));
        book.genres().remove(novel);
        session.flush();
        assertThat(novel.books()).hasSize(3);
    }

    private static void maps(Session session) {
        Book book = session.require(BOOK, 1);
        book.reviews().put("Eve", new Review("A page turner"));
        session.flush();
        assertThat(book.reviews().get("Eve").reader()).isEqualTo("Eve");
    }

    private static void proxies(Session session) {
        Book book = session.require(BOOK, 1);
        book.genreNames().add("essay");
        List<Book> essays = session.all(select(BOOK).where(BOOK.genreNames().contains("essay")));
        assertThat(essays).containsExactly(book);
    }

    private static List<Sale> large(Session session) {
        Author ada = session.require(AUTHOR, 1);
        ada.sales().add(new Sale(3));
        session.flush();
        long sold = session.one(ada.sales().select().unordered().columns(sum(SALE.amount)));
        assertThat(sold).isEqualTo(3);
        return session.all(ada.sales().select().where(SALE.amount.gt(1)).limit(10));
    }

    private static List<Employee> tree(Session session) {
        Employee_ manager = EMPLOYEE.as("manager");
        return session.all(select(EMPLOYEE).join(EMPLOYEE.manager.to(manager)).where(manager.name.eq("boss")));
    }

    private static List<String> conditions(Session session) {
        return session.all(select(AUTHOR.name)
                .where(AUTHOR.longBooks.any(BOOK.title.startsWith("Ada"))));
    }
}
