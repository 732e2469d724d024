package dev.rubedo.orm.library;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.orm.error.ObjectStateException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of authors and books: a bidirectional one-to-many that cascades DELETE. Confined to one thread at a time. */
final class AuthorChanges extends RandomChanges {

    AuthorChanges(RandomWork work) {
        super(work);
    }

    void newAuthor() {
        String author = work.newName("author");
        Author object = new Author(author);
        work.put(author, object);
        world().add(author, "author", author);
        work.run("Author " + author + " = new Author()", () -> {});
        for (int i = work.choice(3); i > 0; i--) {
            String book = makeBook(null);
            world().set(book, "author", author);
            if (work.maybe()) {
                work.run(author + ".books().add(" + book + ")", () -> object.books().add(work.book(book)));
            } else {
                work.run(book + ".author(" + author + ")", () -> work.book(book).author(object));
            }
        }
        work.run("session.add(" + author + ")", () -> work.session.add(object));
    }

    private String makeBook(@Nullable String isbn) {
        String book = work.newName("book");
        work.put(book, new Book(book).isbn(isbn));
        world().add(book, "book", book);
        world().set(book, "isbn", isbn);
        work.run("Book " + book + " = new Book().isbn(" + isbn + ")", () -> {});
        return book;
    }

    void newBook() {
        String author = work.any("author");
        int way = author == null ? 0 : work.choice(4);
        if (way == 3) {
            work.flush();
        }
        String book = makeBook(freeIsbn());
        Book object = work.book(book);
        switch (way) {
            case 1 -> work.run(author + ".books().add(" + book + ")", () -> work.author(author).books().add(object));
            case 2 -> {
                work.run(book + ".author(" + author + ")", () -> object.author(work.author(author)));
                work.run("session.add(" + book + ")", () -> work.session.add(object));
            }
            case 3 -> {
                work.run(book + ".authorId(" + author + ".id())", () -> object.authorId(work.author(author).id()));
                work.run("session.add(" + book + ")", () -> work.session.add(object));
                work.flush();
                forget(author, true);
            }
            default -> work.run("session.add(" + book + ")", () -> work.session.add(object));
        }
        world().set(book, "author", way == 0 ? null : author);
    }

    /** An ISBN that is free, maybe only when what is to be deleted is gone. */
    private @Nullable String freeIsbn() {
        String isbn = "isbn" + work.choice(6);
        boolean taken = world().alive("book").stream().anyMatch(book -> isbn.equals(world().get(book, "isbn")));
        return taken ? null : isbn;
    }

    void moveBook() {
        String book = work.any("book");
        String author = work.any("author");
        if (book == null || author == null) {
            return;
        }
        String before = world().get(book, "author");
        Book object = work.book(book);
        readOrForgetOwner(book, "author", object::author);
        switch (work.choice(4)) {
            case 0 -> work.run(author + ".books().add(" + book + ")", () -> work.author(author).books().add(object));
            case 1 -> work.run(author + ".books().add(0, " + book + ")",
                    () -> work.author(author).books().add(0, object));
            case 2 -> work.run(book + ".author(" + author + ")", () -> object.author(work.author(author)));
            default -> {
                work.flush();
                work.run(book + ".authorId(" + author + ".id())", () -> object.authorId(work.author(author).id()));
                work.flush();
                forget(author, true);
                if (before != null && !before.equals(author)) {
                    forget(before, false);
                }
            }
        }
        world().set(book, "author", author);
    }

    void takeBook() {
        String book = work.any("book");
        String author = book == null ? null : world().get(book, "author");
        if (book == null || author == null) {
            return;
        }
        Book object = work.book(book);
        readOrForgetOwner(book, "author", object::author);
        switch (work.stale.contains(author) ? 0 : work.choice(3)) {
            case 0 -> work.run(book + ".author(null)", () -> object.author(null));
            case 1 -> work.run("while (" + author + ".books().remove(" + book + "))", () -> {
                // an object that was added twice is in the list twice until it is read again
                while (work.author(author).books().remove(object)) {
                    continue;
                }
            });
            default -> work.run(author + ".books().removeAll(List.of(" + book + "))",
                    () -> work.author(author).books().removeAll(List.of(object)));
        }
        world().set(book, "author", null);
    }

    void clearBooks() {
        String author = work.any("author");
        if (author != null && !work.stale.contains(author)) {
            work.run(author + ".books().clear()", () -> work.author(author).books().clear());
            world().referring("book", "author", author).forEach(book -> world().set(book, "author", null));
            // what is to be deleted is still in the collection, and may be kept later
            world().going("book").stream().filter(book -> author.equals(world().get(book, "author")))
                    .forEach(book -> world().set(book, "author", null));
        }
    }

    void giveIsbn() {
        String book = work.any("book");
        String other = work.any("book");
        if (book == null || other == null) {
            return;
        }
        String one = world().get(book, "isbn");
        String two = world().get(other, "isbn");
        work.run("session.withoutAutoflush(() -> " + book + " and " + other + " exchange their isbn)",
                () -> work.session.withoutAutoflush(() -> {
                    work.book(book).isbn();
                    work.book(other).isbn();
                    work.book(book).isbn(two);
                    work.book(other).isbn(one);
                }));
        world().set(book, "isbn", two);
        world().set(other, "isbn", one);
    }

    void setIsbn() {
        String book = work.any("book");
        if (book != null) {
            String isbn = freeIsbn();
            work.run(book + ".isbn(" + isbn + ")", () -> work.book(book).isbn(isbn));
            world().set(book, "isbn", isbn);
        }
    }

    void deleteBook() {
        String book = work.any("book");
        if (book != null && world().linkedFrom("favourite", book).isEmpty()) {
            delete(book);
        }
    }

    void deleteAuthor() {
        String author = work.any("author");
        if (author != null && world().referring("book", "author", author).stream()
                .allMatch(book -> world().linkedFrom("favourite", book).isEmpty())) {
            forgetIfLacking(author);
            delete(author);
        }
    }

    /** Books of an author who is to be deleted are given away, if that is not too late. */
    void rescueBook() {
        String book = work.any(world().going("book").stream().filter(one -> !world().isDoomed(one)).toList());
        String author = work.any("author");
        if (book == null || author == null) {
            return;
        }
        Book object = work.book(book);
        if (!work.isDeleted(book) && work.choice(3) == 0) {
            takeFromDeletedAuthor(book);
            return;
        }
        if (work.isDeleted(book)) {
            work.run(author + ".books().add(" + book + ") is refused",
                    () -> assertThatThrownBy(() -> work.author(author).books().add(object))
                            .isInstanceOf(ObjectStateException.class));
            return;
        }
        boolean byCollection = work.maybe();
        String before = Objects.requireNonNull(world().get(book, "author"));
        world().set(book, "author", author);
        if (!world().isUnique()) {
            world().set(book, "author", before);
            return;
        }
        work.session.withoutAutoflush(() -> {
            object.author();
            if (byCollection) {
                work.run("noAutoflush " + author + ".books().add(" + book + ")",
                        () -> work.author(author).books().add(object));
            } else {
                work.run("noAutoflush " + book + ".author(" + author + ")",
                        () -> object.author(work.author(author)));
            }
        });
    }

    private void takeFromDeletedAuthor(String book) {
        String before = Objects.requireNonNull(world().get(book, "author"));
        world().set(book, "author", null);
        if (!world().isUnique()) {
            world().set(book, "author", before);
            return;
        }
        work.session.withoutAutoflush(() -> {
            work.book(book).author();
            work.run("noAutoflush " + book + ".author(null)", () -> work.book(book).author(null));
        });
    }
}
