package dev.rubedo.schema;

/**
 * {@code CREATE SEQUENCE}. Immutable.
 *
 * @param sequence the sequence
 * @param ifNotExists whether to do nothing if the sequence exists, instead of failing
 */
public record CreateSequence(Sequence sequence, boolean ifNotExists) implements DdlElement {}
