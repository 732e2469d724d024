package dev.rubedo.schema;

/**
 * {@code CREATE SCHEMA}. Immutable.
 *
 * @param name the name
 * @param ifNotExists whether to do nothing if the schema exists, instead of failing
 */
public record CreateSchema(String name, boolean ifNotExists) implements DdlElement {}
