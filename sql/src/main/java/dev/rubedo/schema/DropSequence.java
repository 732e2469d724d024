package dev.rubedo.schema;

/**
 * {@code DROP SEQUENCE}. Immutable.
 *
 * @param sequence the sequence
 * @param ifExists whether to do nothing if the sequence does not exist, instead of failing
 */
public record DropSequence(Sequence sequence, boolean ifExists) implements DdlElement {}
