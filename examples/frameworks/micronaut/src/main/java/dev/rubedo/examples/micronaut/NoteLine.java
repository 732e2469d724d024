package dev.rubedo.examples.micronaut;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A note as clients see it. Immutable.
 *
 * @param id its key
 * @param text its text
 */
@Serdeable
public record NoteLine(long id, String text) {

    static NoteLine of(Note note) {
        return new NoteLine(note.id(), note.text());
    }
}
