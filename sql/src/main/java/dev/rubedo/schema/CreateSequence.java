package dev.rubedo.schema;

/**
 * {@code CREATE SEQUENCE}. Immutable.
 *
 * @param sequence the sequence
 * @param ifNotExists whether a sequence that is there is no error
 */
public record CreateSequence(Sequence sequence, boolean ifNotExists) implements DdlElement {}
