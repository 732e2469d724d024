package dev.rubedo.orm.loading;

import dev.rubedo.engine.CachedStatement;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The statements of the unit of work and of loading, compiled once per session factory and found by what they are for: nothing is built when
 * one is used again. Thread-safe.
 */
public final class StatementBook {

    /** The kinds of statements. Immutable. */
    public enum Use {
        /** A row by its key. */
        GET,
        /** A row by its key, locked. */
        LOCK,
        /** Columns of a row by its key. */
        REFRESH,
        /** Columns of many rows by their keys. */
        REFRESH_MANY,
        /** What a relationship of one object leads to. */
        RELATED_ONE,
        /** What a relationship of many objects leads to. */
        RELATED_MANY,
        /** A new row. */
        INSERT,
        /** Changed columns of a row. */
        UPDATE,
        /** A foreign key of a row, written after or before the row itself. */
        FOREIGN_KEY,
        /** No row any more. */
        DELETE,
        /** A new row of a table between. */
        LINK,
        /** No row of a table between any more. */
        UNLINK
    }

    /**
     * What a statement is for. Immutable.
     *
     * @param use the kind
     * @param subject the mapper or relationship
     * @param variant the columns, or what a query said about loading
     */
    public record Key(Use use, Object subject, Object variant) {}

    /**
     * A statement that gives objects, with the plan to read it. Immutable.
     *
     * @param statement the statement
     * @param plan the plan
     */
    public record Loader(CachedStatement statement, LoadPlan plan) {}

    private final ConcurrentHashMap<Key, Object> statements = new ConcurrentHashMap<>();

    /** Makes an empty book. */
    public StatementBook() {}

    /** Returns a statement, made at first use. */
    public CachedStatement statement(Use use, Object subject, Object variant, Supplier<CachedStatement> make) {
        Key key = new Key(use, subject, variant);
        Object known = statements.get(key);
        if (known == null) {
            known = make.get();
            statements.put(key, known);
        }
        return (CachedStatement) known;
    }

    /** Returns a statement that gives objects, made at first use. */
    public Loader loader(Use use, Object subject, Object variant, Supplier<Loader> make) {
        Key key = new Key(use, subject, variant);
        Object known = statements.get(key);
        if (known == null) {
            known = make.get();
            statements.put(key, known);
        }
        return (Loader) known;
    }
}
