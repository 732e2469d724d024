package dev.rubedo.reflect;

/**
 * A check constraint as found in the database. Immutable.
 *
 * @param name the name; empty if the database does not report one
 * @param column the column that the check was declared with, if the database distinguishes that (MariaDB); empty
 *     otherwise
 * @param sql the condition as the database writes it, without outer parentheses
 */
public record ReflectedCheckConstraint(String name, String column, String sql) {}
