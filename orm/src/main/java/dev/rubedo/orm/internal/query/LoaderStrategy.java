package dev.rubedo.orm.internal.query;

import dev.rubedo.engine.RowCache;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strategy that determines when and how a relationship is loaded. It is called while a statement that reads owners is
 * planned, after all its rows are read, and on access to the relationship of an owner that does not have it loaded.
 * Immutable.
 */
public sealed interface LoaderStrategy
        permits BatchLoading, CachedLoading, ContainedLoading, ImmediateLoading, JoinedLoading, LazyLoading, NoLoading,
        RaiseLoading,
        SelectInLoading, SubqueryLoading {

    /** Loads on first access, for all objects of the same result. */
    LoaderStrategy BATCH = new BatchLoading();

    /** Loads on first access, for that object alone. */
    LoaderStrategy LAZY = new LazyLoading();

    /** Loads with the owner, by a join in the same statement. */
    LoaderStrategy JOINED = new JoinedLoading(false, 1);

    /** Loads right after the owners, with one additional statement for all of them. */
    LoaderStrategy SELECT_IN = new SelectInLoading(SelectInLoading.DEFAULT_CHUNK, 1);

    /** Loads right after the owners, with one additional statement that repeats their query. */
    LoaderStrategy SUBQUERY = new SubqueryLoading();

    /** Loads right after the owners, with one statement for each. */
    LoaderStrategy IMMEDIATE = new ImmediateLoading(1);

    /** Never loads: access is an error, even if the session has the target. */
    LoaderStrategy RAISE = new RaiseLoading(false);

    /** Never executes a statement: access is an error, unless the session has the target. */
    LoaderStrategy RAISE_ON_SQL = new RaiseLoading(true);

    /** Never loads: the relationship is empty. */
    LoaderStrategy NO_LOAD = new NoLoading();

    /** The depth of self-references without a limit. */
    int ANY_DEPTH = Integer.MAX_VALUE;

    /** Returns the text of a depth, which is empty for one level. */
    static String depthText(int depth) {
        return depth <= 1 ? "" : depth == ANY_DEPTH ? " to any depth" : " to depth " + depth;
    }

    /** The operations that a strategy can perform. Confined to one thread at a time. */
    interface Work {

        /**
         * Loads a relationship for those of these objects in which it is not loaded, with as few statements as
         * possible.
         */
        void load(List<ManagedEntity> owners, RelationshipProperty relationship);

        /**
         * Loads a relationship for those of these objects in which it is not loaded, with at most this many keys in a
         * statement.
         */
        void load(List<ManagedEntity> owners, RelationshipProperty relationship, int chunk);

        /** Loads a relationship for those of these objects in which it is not loaded, from rows that a cache has or keeps. */
        void load(List<ManagedEntity> owners, RelationshipProperty relationship, RowCache cache);

        /**
         * Loads a relationship for those of these objects in which it is not loaded, by a statement that contains the
         * query of the owners as a subquery. If they were loaded by their keys, the keys are used.
         */
        void loadByQuery(List<ManagedEntity> owners, RelationshipProperty relationship);

        /** Makes a relationship of an object loaded without targets. */
        void loadNothing(ManagedEntity owner, RelationshipProperty relationship);

        /**
         * Returns an object and others of its result in which a relationship is not loaded either, at most as many as
         * fit into one statement.
         */
        List<ManagedEntity> companions(ManagedEntity owner, RelationshipProperty relationship);

        /** Flushes pending changes, unless autoflush is off or a flush is running. */
        void autoflush(RelationshipProperty relationship);
    }

    /** Returns the strategy that loads on first access from a cache. */
    static LoaderStrategy cached(RowCache cache) {
        return new CachedLoading(cache);
    }

    /** Returns the strategy of a mapping. */
    static LoaderStrategy of(RelationshipDefinition definition) {
        LoaderStrategy strategy = of(definition.loading());
        if (strategy instanceof JoinedLoading && definition.isInnerJoin()) {
            strategy = new JoinedLoading(true, 1);
        }
        return definition.depth() > 1 ? strategy.toDepth(definition.depth()) : strategy;
    }

    /** Returns the strategy with this name. */
    static LoaderStrategy of(Loading loading) {
        return switch (loading) {
            case BATCH -> BATCH;
            case LAZY -> LAZY;
            case JOINED -> JOINED;
            case SELECT_IN -> SELECT_IN;
            case SUBQUERY -> SUBQUERY;
            case IMMEDIATE -> IMMEDIATE;
            case RAISE -> RAISE;
            case RAISE_ON_SQL -> RAISE_ON_SQL;
            case NO_LOAD -> NO_LOAD;
        };
    }

    /** Returns whether the relationship may be set to an object that the session has, without a statement. */
    default boolean usesKnownTargets() {
        return true;
    }

    /**
     * Returns this strategy for so many levels of a self-reference. Strategies that load on access have no depth and
     * return themselves.
     */
    default LoaderStrategy toDepth(int levels) {
        return this;
    }

    /** Returns the strategy of the next level of a self-reference, or null after the last one. */
    default @Nullable LoaderStrategy deeper() {
        return null;
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

        /**
         * Reads a relationship from the same rows. Joins that only mappings request stop at a cycle.
         *
         * @param isInner whether owners without a target are left out; below an outer join, those of the outer join
         */
        void join(RelationshipProperty relationship, boolean isInner);

        /** Reads a relationship from the rows of an entity that the statement itself joins. */
        void read(RelationshipProperty relationship, EntityPath<?> target);

        /** Requests a call of {@link LoaderStrategy#afterRows} after all rows are read. */
        void afterRows(RelationshipProperty relationship, LoaderStrategy strategy);
    }
}
