package dev.rubedo.cli.jpa;

import java.nio.file.Path;

/**
 * Something that was not converted as it stands. Immutable.
 *
 * @param file the source file
 * @param line the line, counted from 1
 * @param annotation the annotation or construct that it is about, as in {@code @ElementCollection}
 * @param message what was done instead, and what is left to do
 */
public record JpaNote(Path file, int line, String annotation, String message) {}
