package dev.rubedo.schema;

/**
 * Which table an alias shows, and under which name. Immutable.
 *
 * @param original the table
 * @param name the name of the alias
 */
record Aliasing(Table original, String name) {}
