package dev.rubedo.schema;

/**
 * {@code CREATE SCHEMA}. Immutable.
 *
 * @param name the name
 * @param ifNotExists whether a schema that is there is no error
 */
public record CreateSchema(String name, boolean ifNotExists) implements DdlElement {}
