package dev.rubedo.reflect;

/**
 * A check constraint as found in the database. Immutable.
 *
 * @param name the name; empty if the database does not report one
 * @param column the column it stands with, where the database tells that apart (MariaDB); empty otherwise
 * @param sql the condition in the words of the database, without outer parentheses of its own
 */
public record ReflectedCheckConstraint(String name, String column, String sql) {}
