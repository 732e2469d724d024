package dev.rubedo.migrate.operation;

/**
 * The steps of a generated revision, in order: what refers to something is dropped before it and created after it.
 * Immutable.
 */
public enum OperationStep {
    /** Views are dropped, which refer to tables. */
    DROP_VIEWS,
    /** Foreign keys are dropped, which refer to other keys. */
    DROP_FOREIGN_KEYS,
    /** Schemas are created. */
    CREATE_SCHEMAS,
    /** Sequences are created and changed. */
    SEQUENCES,
    /** Enumeration types are created and get labels. */
    ENUMS,
    /** Tables are renamed. */
    RENAME_TABLES,
    /** Indexes are dropped, and columns cease to count. */
    DROP_INDEXES,
    /** Unique and check constraints are dropped. */
    DROP_CONSTRAINTS,
    /** Primary keys are dropped. */
    DROP_PRIMARY_KEYS,
    /** Tables are created. */
    CREATE_TABLES,
    /** Columns are dropped that a later step adds with another definition, and those that are computed from others. */
    REPLACE_COLUMNS,
    /** Columns are added. */
    ADD_COLUMNS,
    /** Columns are changed. */
    ALTER_COLUMNS,
    /** Columns are added that are computed from others. */
    ADD_COMPUTED_COLUMNS,
    /** Columns are dropped, and several changes of a table are made at once. */
    CHANGE_TABLES,
    /** Primary keys are added. */
    ADD_PRIMARY_KEYS,
    /** Unique constraints are added, and columns begin to count. */
    ADD_UNIQUE_CONSTRAINTS,
    /** Check and exclusion constraints are added. */
    ADD_CHECKS,
    /** Indexes are created. */
    CREATE_INDEXES,
    /** Foreign keys are added. */
    ADD_FOREIGN_KEYS,
    /** Comments are written. */
    COMMENTS,
    /** Tables are dropped. */
    DROP_TABLES,
    /** Sequences and enumeration types are dropped, which columns used. */
    DROP_SEQUENCES_AND_ENUMS,
    /** Schemas are dropped. */
    DROP_SCHEMAS,
    /** Views are created. */
    CREATE_VIEWS,
    /** Rows are written, and SQL is executed. */
    OTHERS
}
