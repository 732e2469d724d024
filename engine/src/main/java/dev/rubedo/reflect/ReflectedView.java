package dev.rubedo.reflect;

/**
 * A view as found in the database. Immutable.
 *
 * @param schema the requested schema; empty for the default one
 * @param name the name
 * @param definition the query in the words of the database, without CREATE VIEW
 * @param isMaterialized whether its rows are stored
 */
public record ReflectedView(String schema, String name, String definition, boolean isMaterialized) {}
