package dev.rubedo.schema;

import java.util.Set;

/**
 * What {@link MetaData#createAll} and {@link MetaData#dropAll} look for in the database before they create or drop it.
 * What is not looked for is created or dropped regardless, so that the database reports an error if it exists or is
 * missing. Immutable.
 */
public enum CheckFirst {
    /** Tables and their views, with one query for each schema. */
    TABLES,
    /** Sequences, with one query for each. */
    SEQUENCES,
    /** Named types, with one query for each. */
    TYPES;

    /** Look for everything, which is the default. */
    public static final Set<CheckFirst> ALL = Set.of(values());
    /** Look for nothing: no query is executed. */
    public static final Set<CheckFirst> NONE = Set.of();
}
