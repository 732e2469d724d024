package dev.rubedo.schema;

import dev.rubedo.type.EnumeratedType;

/**
 * {@code CREATE TYPE ... AS ENUM}. Immutable.
 *
 * @param type the type
 * @param schema the schema, or empty for the default of the connection
 * @param ifNotExists whether a type that is there is no error
 */
public record CreateEnum(EnumeratedType<?> type, String schema, boolean ifNotExists) implements DdlElement {}
