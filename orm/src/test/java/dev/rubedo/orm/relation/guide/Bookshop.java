package dev.rubedo.orm.relation.guide;

import static dev.rubedo.orm.relation.guide.Author_.AUTHOR;
import static dev.rubedo.orm.relation.guide.Book_.BOOK;
import static dev.rubedo.orm.relation.guide.Employee_.EMPLOYEE;
import static dev.rubedo.orm.relation.guide.Genre_.GENRE;
import static dev.rubedo.orm.relation.guide.Letter_.LETTER;
import static dev.rubedo.orm.relation.guide.Review_.REVIEW;
import static dev.rubedo.orm.relation.guide.Sale_.SALE;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** The tables of the samples with some rows. Thread-safe. */
final class Bookshop {

    private Bookshop() {}

    static SessionFactory filled(Engine engine, StatementLog statements) {
        Model model = Model.of(AUTHOR, BOOK, GENRE, REVIEW, SALE, EMPLOYEE, LETTER);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Genre novel = new Genre("novel");
            for (String name : List.of("Ada", "Bob")) {
                Author author = new Author(name);
                author.books().add(new Book(name + "'s short one", 100));
                author.books().add(new Book(name + "'s long one", 900));
                author.books().forEach(book -> book.genres().add(novel));
                session.add(author);
                session.flush();
            }
            Employee boss = new Employee("boss");
            Employee lead = new Employee("lead");
            lead.manager(boss);
            new Employee("intern").manager(lead);
            session.add(boss);
        });
        statements.clear();
        return sessions;
    }
}
