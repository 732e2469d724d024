package dev.rubedo.migrate.compare;

/** A kind of object that is compared. Immutable. */
public enum ObjectKind {
    /** A schema. */
    SCHEMA,
    /** A table. */
    TABLE,
    /** A column. */
    COLUMN,
    /** A primary key. */
    PRIMARY_KEY,
    /** A unique constraint. */
    UNIQUE_CONSTRAINT,
    /** A foreign key. */
    FOREIGN_KEY,
    /** A check constraint. */
    CHECK_CONSTRAINT,
    /** An exclusion constraint. */
    EXCLUSION_CONSTRAINT,
    /** An index. */
    INDEX,
    /** A sequence. */
    SEQUENCE,
    /** A view, materialized or not. */
    VIEW
}
