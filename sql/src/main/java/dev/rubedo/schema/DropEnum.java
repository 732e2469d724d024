package dev.rubedo.schema;

import dev.rubedo.type.EnumeratedType;

/**
 * {@code DROP TYPE}. Immutable.
 *
 * @param type the type
 * @param schema the schema, or empty for the default of the connection
 * @param ifExists whether a type that is not there is no error
 */
public record DropEnum(EnumeratedType<?> type, String schema, boolean ifExists) implements DdlElement {}
