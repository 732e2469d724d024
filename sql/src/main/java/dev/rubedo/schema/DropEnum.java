package dev.rubedo.schema;

import dev.rubedo.type.EnumeratedType;

/**
 * {@code DROP TYPE}. Immutable.
 *
 * @param type the type
 * @param schema the schema, or empty for the default schema of the connection
 * @param ifExists whether to do nothing if the type does not exist, instead of failing
 */
public record DropEnum(EnumeratedType<?> type, String schema, boolean ifExists) implements DdlElement {}
