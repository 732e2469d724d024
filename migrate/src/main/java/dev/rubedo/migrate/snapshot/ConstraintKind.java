package dev.rubedo.migrate.snapshot;

/** A kind of constraint. Immutable. */
public enum ConstraintKind {
    /** A primary key. */
    PRIMARY_KEY("primary key"),
    /** A unique constraint. */
    UNIQUE("unique constraint"),
    /** A foreign key. */
    FOREIGN_KEY("foreign key"),
    /** A check constraint. */
    CHECK("check constraint"),
    /** An exclusion constraint. */
    EXCLUSION("exclusion constraint");

    private final String words;

    ConstraintKind(String words) {
        this.words = words;
    }

    /** Returns the name of the kind for messages. */
    public String words() {
        return words;
    }
}
