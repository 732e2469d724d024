package dev.rubedo.schema;

import java.util.Set;

/**
 * The kinds of objects whose existence {@link MetaData#createAll} and {@link MetaData#dropAll} check before they create
 * or drop them. Objects of other kinds are created or dropped unconditionally, and the database reports an error if
 * they already exist or are missing. Immutable.
 */
public enum CheckFirst {
    /** Tables and their views, with one query for each schema. */
    TABLES,
    /** Sequences, with one query for each. */
    SEQUENCES,
    /** Named types, with one query for each. */
    TYPES;

    /** Checks everything, which is the default. */
    public static final Set<CheckFirst> ALL = Set.of(values());
    /** Checks nothing: no query is executed. */
    public static final Set<CheckFirst> NONE = Set.of();
}
