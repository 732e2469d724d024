package dev.rubedo.reflect;

import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;

/**
 * An exclusion constraint as read from the database. Immutable.
 *
 * @param name the name
 * @param definition the text after EXCLUDE, as the database writes it
 * @param deferrability when it is checked
 * @param details its comment and database-specific options
 */
public record ReflectedExclusionConstraint(String name, String definition, Deferrability deferrability,
        ConstraintDetails details) {}
