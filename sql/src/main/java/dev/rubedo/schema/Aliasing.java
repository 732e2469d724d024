package dev.rubedo.schema;

/**
 * The table that an alias refers to, and the name of the alias. Immutable.
 *
 * @param original the table
 * @param name the name of the alias
 */
record Aliasing(Table original, String name) {}
