package dev.rubedo.reflect;

/**
 * A view as read from the database. Immutable.
 *
 * @param schema the requested schema; empty for the default one
 * @param name the name
 * @param definition the query as the database stores it, without CREATE VIEW
 * @param isMaterialized whether its rows are stored
 */
public record ReflectedView(String schema, String name, String definition, boolean isMaterialized) {}
