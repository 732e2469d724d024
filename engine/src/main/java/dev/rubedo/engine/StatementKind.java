package dev.rubedo.engine;

import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Explain;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Merge;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TextSelect;
import dev.rubedo.sql.TextStatement;
import dev.rubedo.sql.Update;

/** The kind of a statement, according to its tree. Hand-written SQL is not parsed. */
public enum StatementKind {
    /** A query. */
    SELECT,
    /** An INSERT, with or without returned rows. */
    INSERT,
    /** An UPDATE. */
    UPDATE,
    /** A DELETE. */
    DELETE,
    /** A MERGE. */
    MERGE,
    /** An EXPLAIN of another statement. */
    EXPLAIN,
    /** A change of the schema. */
    DDL,
    /** Hand-written SQL, whose effect only the database knows. */
    TEXT;

    static StatementKind of(Statement<?> statement) {
        return switch (statement) {
            case TextStatement text -> TEXT;
            case TextSelect<?> text -> TEXT;
            case Selectable<?> query -> SELECT;
            case Insert<?> insert -> INSERT;
            case Update<?> update -> UPDATE;
            case Delete<?> delete -> DELETE;
            case Merge<?> merge -> MERGE;
            case Explain explain -> EXPLAIN;
        };
    }
}
