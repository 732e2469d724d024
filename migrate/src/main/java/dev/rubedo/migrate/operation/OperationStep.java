package dev.rubedo.migrate.operation;

/**
 * The steps of a generated revision, in order: objects that refer to others are dropped before them and created after
 * them. Immutable.
 */
public enum OperationStep {
    /** Views, which refer to tables, are dropped. */
    DROP_VIEWS,
    /** Foreign keys, which refer to other keys, are dropped. */
    DROP_FOREIGN_KEYS,
    /** Schemas are created. */
    CREATE_SCHEMAS,
    /** Sequences are created and changed. */
    SEQUENCES,
    /** Enumeration types are created, and labels are added. */
    ENUMS,
    /** Tables are renamed. */
    RENAME_TABLES,
    /** Indexes are dropped, and auto-increment is removed from columns. */
    DROP_INDEXES,
    /** Unique and check constraints are dropped. */
    DROP_CONSTRAINTS,
    /** Primary keys are dropped. */
    DROP_PRIMARY_KEYS,
    /** Tables are created. */
    CREATE_TABLES,
    /**
     * Columns that a later step adds with another definition are dropped, as are columns that are computed from others.
     */
    REPLACE_COLUMNS,
    /** Columns are added. */
    ADD_COLUMNS,
    /** Columns are changed. */
    ALTER_COLUMNS,
    /** Columns that are computed from others are added. */
    ADD_COMPUTED_COLUMNS,
    /** Columns are dropped, and several changes of a table are made at once. */
    CHANGE_TABLES,
    /** Primary keys are added. */
    ADD_PRIMARY_KEYS,
    /** Unique constraints are added, and columns get auto-increment. */
    ADD_UNIQUE_CONSTRAINTS,
    /** Check and exclusion constraints are added. */
    ADD_CHECKS,
    /** Indexes are created. */
    CREATE_INDEXES,
    /** Foreign keys are added. */
    ADD_FOREIGN_KEYS,
    /** Comments are set. */
    COMMENTS,
    /** Tables are dropped. */
    DROP_TABLES,
    /** Sequences and enumeration types, which columns used, are dropped. */
    DROP_SEQUENCES_AND_ENUMS,
    /** Schemas are dropped. */
    DROP_SCHEMAS,
    /** Views are created. */
    CREATE_VIEWS,
    /** Rows are changed, and SQL is executed. */
    OTHERS
}
