package dev.rubedo.reflect;

import dev.rubedo.schema.ConstraintDetails;

/**
 * A check constraint as read from the database. Immutable.
 *
 * @param name the name; empty if the database does not report one
 * @param column the column with which the check was declared, if the database records it (MariaDB); otherwise empty
 * @param sql the condition as the database writes it, without outer parentheses
 * @param details its comment and database-specific options
 */
public record ReflectedCheckConstraint(String name, String column, String sql, ConstraintDetails details) {}
