package dev.rubedo.orm.internal.query;

import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;

/**
 * A strategy that determines when and how a relationship is loaded. It is called while a statement that reads owners is
 * planned, after all its rows are read, and on access to the relationship of an owner that does not have it loaded.
 * Immutable.
 */
public sealed interface LoaderStrategy
        permits BatchLoading, JoinedLoading, LazyLoading, RaiseLoading, SelectInLoading {

    /** Loads on first access, for all objects of the same result. */
    LoaderStrategy BATCH = new BatchLoading();

    /** Loads on first access, for that object alone. */
    LoaderStrategy LAZY = new LazyLoading();

    /** Loads with the owner, by a join in the same statement. */
    LoaderStrategy JOINED = new JoinedLoading();

    /** Loads right after the owners, with one additional statement for all of them. */
    LoaderStrategy SELECT_IN = new SelectInLoading();

    /** Never loads: access is an error. */
    LoaderStrategy RAISE = new RaiseLoading();

    /** The operations that a strategy can perform. Confined to one thread at a time. */
    interface Work {

        /**
         * Loads a relationship for those of these objects in which it is not loaded, with as few statements as
         * possible.
         */
        void load(List<ManagedEntity> owners, RelationshipProperty relationship);

        /**
         * Returns an object and others of its result in which a relationship is not loaded either, at most as many as
         * fit into one statement.
         */
        List<ManagedEntity> companions(ManagedEntity owner, RelationshipProperty relationship);

        /** Flushes pending changes, unless autoflush is off or a flush is running. */
        void autoflush(RelationshipProperty relationship);
    }

    /** Returns the strategy that a mapping names. */
    static LoaderStrategy of(Loading loading) {
        return switch (loading) {
            case BATCH -> BATCH;
            case LAZY -> LAZY;
            case JOINED -> JOINED;
            case SELECT_IN -> SELECT_IN;
            case RAISE -> RAISE;
        };
    }

    /** Adds what this strategy needs to a statement that reads owners. Most strategies need nothing. */
    default void contribute(Planned plan, RelationshipProperty relationship) {
        // loaded by another statement
    }

    /**
     * Loads a relationship of these owners after the statement that read them. Only called if {@link #contribute}
     * requested it.
     */
    default void afterRows(Work work, List<ManagedEntity> owners, RelationshipProperty relationship) {
        work.load(owners, relationship);
    }

    /** Loads a relationship on access to an owner that does not have it loaded. */
    void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship);

    /** A statement that is being planned, as strategies see it. Confined to one thread at a time. */
    interface Planned {

        /** Reads a relationship from the same rows. Joins that only mappings request stop at a cycle. */
        void join(RelationshipProperty relationship);

        /** Requests a call of {@link LoaderStrategy#afterRows} after all rows are read. */
        void afterRows(RelationshipProperty relationship, LoaderStrategy strategy);
    }
}
