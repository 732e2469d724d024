package dev.rubedo.examples.rest;

/**
 * A book in a list, read with just these columns by one query. Immutable.
 *
 * @param id the id
 * @param title the title
 * @param author the name of the author
 * @param version the version, for a later change
 */
public record BookLine(Long id, String title, String author, Long version) {

    static BookLine of(Book book) {
        return new BookLine(book.id(), book.title(), book.author().name(), book.version());
    }
}
