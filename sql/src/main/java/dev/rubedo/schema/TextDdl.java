package dev.rubedo.schema;

/**
 * Hand-written DDL. Immutable.
 *
 * @param sql the SQL, written verbatim
 */
public record TextDdl(String sql) implements DdlElement {}
