package dev.rubedo.schema;

/**
 * {@code DROP SEQUENCE}. Immutable.
 *
 * @param sequence the sequence
 * @param ifExists whether a sequence that is not there is no error
 */
public record DropSequence(Sequence sequence, boolean ifExists) implements DdlElement {}
