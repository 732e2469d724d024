package dev.rubedo.schema;

import dev.rubedo.type.EnumeratedType;

/**
 * {@code CREATE TYPE ... AS ENUM}. Immutable.
 *
 * @param type the type
 * @param schema the schema, or empty for the default schema of the connection
 * @param ifNotExists whether to do nothing if the type exists, instead of failing
 */
public record CreateEnum(EnumeratedType<?> type, String schema, boolean ifNotExists) implements DdlElement {}
