package dev.rubedo.reflect;

import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;

/**
 * An exclusion constraint as found in the database. Immutable.
 *
 * @param name the name
 * @param definition what follows EXCLUDE, as the database writes it
 * @param deferrability when it is checked
 * @param details its comment, and the options that only this database has
 */
public record ReflectedExclusionConstraint(String name, String definition, Deferrability deferrability,
        ConstraintDetails details) {}
