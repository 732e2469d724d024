package dev.rubedo.schema;

/**
 * {@code DROP SCHEMA}. Immutable.
 *
 * @param name the name
 * @param ifExists whether to do nothing if the schema does not exist, instead of failing
 * @param isCascading whether to drop its contents too
 */
public record DropSchema(String name, boolean ifExists, boolean isCascading) implements DdlElement {}
