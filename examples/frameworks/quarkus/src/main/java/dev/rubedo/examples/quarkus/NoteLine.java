package dev.rubedo.examples.quarkus;

/**
 * A note as clients see it. Immutable.
 *
 * @param id its key
 * @param text its text
 */
public record NoteLine(long id, String text) {

    static NoteLine of(Note note) {
        return new NoteLine(note.id(), note.text());
    }
}
