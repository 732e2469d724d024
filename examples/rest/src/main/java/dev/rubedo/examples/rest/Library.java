package dev.rubedo.examples.rest;

import static dev.rubedo.examples.rest.Author_.AUTHOR;
import static dev.rubedo.examples.rest.Book_.BOOK;
import static dev.rubedo.orm.Orm.expectVersion;
import static dev.rubedo.orm.Orm.into;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;

import dev.rubedo.orm.session.Page;
import dev.rubedo.orm.session.Session;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The operations of the service, each in a transaction. Thread-safe: the injected session is that of the transaction. */
@Repository
@Transactional
public class Library {

    private final Session session;

    /** @param session stands for the session of the current transaction */
    public Library(Session session) {
        this.session = session;
    }

    /** Returns a page of the books whose title contains a text. */
    @Transactional(readOnly = true)
    public Page<BookLine> find(String text, long page, int size) {
        return session.page(select(into(BookLine::new, BOOK.id, BOOK.title, BOOK.author().name, BOOK.version))
                .where(BOOK.title.containsIgnoreCase(text)).orderBy(BOOK.title, BOOK.id), page, size);
    }

    /** Returns a book. */
    @Transactional(readOnly = true)
    public BookLine book(long id) {
        return BookLine.of(session.require(BOOK, id, joined(BOOK.author)));
    }

    /** Returns an author with the books. */
    @Transactional(readOnly = true)
    public Author author(long id) {
        return session.require(AUTHOR, id, selectIn(AUTHOR.books));
    }

    /** Adds an author. */
    public Long addAuthor(String name) {
        var author = new Author(name);
        session.add(author);
        session.flush();
        return author.id();
    }

    /** Adds a book. */
    public BookLine add(NewBook wanted) {
        var author = session.require(AUTHOR, wanted.authorId());
        var book = new Book(wanted.title(), wanted.isbn(), wanted.pages());
        book.author(author);
        session.add(book);
        session.flush();
        return BookLine.of(book);
    }

    /** Changes a book unless someone else has changed it since the client read it. */
    public BookLine change(long id, BookChange change) {
        var book = session.require(BOOK, id, expectVersion(change.version()), joined(BOOK.author));
        book.title(change.title());
        book.pages(change.pages());
        session.flush();
        return BookLine.of(book);
    }

    /** Deletes a book. */
    public void delete(long id) {
        session.delete(session.require(BOOK, id));
    }
}
