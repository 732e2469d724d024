package dev.rubedo.schema;

/**
 * DDL written by hand. Immutable.
 *
 * @param sql the SQL, written as it is
 */
public record TextDdl(String sql) implements DdlElement {}
