package dev.rubedo.reflect;

import dev.rubedo.schema.ConstraintDetails;

/**
 * A check constraint as found in the database. Immutable.
 *
 * @param name the name; empty if the database does not report one
 * @param column the column that the check was declared with, if the database distinguishes that (MariaDB); empty
 *     otherwise
 * @param sql the condition as the database writes it, without outer parentheses
 * @param details its comment, and the options that only this database has
 */
public record ReflectedCheckConstraint(String name, String column, String sql, ConstraintDetails details) {}
