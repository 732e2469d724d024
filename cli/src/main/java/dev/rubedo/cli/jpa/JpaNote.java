package dev.rubedo.cli.jpa;

import java.nio.file.Path;

/**
 * A note on a construct that was not converted one to one. Immutable.
 *
 * @param file the source file
 * @param line the line number, starting at 1
 * @param annotation the annotation or construct that it is about, as in {@code @ElementCollection}
 * @param message what was done instead, and what remains to be done
 */
public record JpaNote(Path file, int line, String annotation, String message) {}
