package dev.rubedo.schema;

/**
 * {@code DROP SCHEMA}. Immutable.
 *
 * @param name the name
 * @param ifExists whether a schema that is not there is no error
 * @param isCascading whether what is in it goes too
 */
public record DropSchema(String name, boolean ifExists, boolean isCascading) implements DdlElement {}
