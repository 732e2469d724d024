package dev.rubedo.orm.internal.query;

import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;

/**
 * When and how a relationship is loaded. A strategy is asked while a statement is planned that reads owners, when all its rows are read, and
 * when the relationship of an owner is touched that does not have it. Immutable.
 */
public sealed interface LoaderStrategy
        permits BatchLoading, JoinedLoading, LazyLoading, RaiseLoading, SelectInLoading {

    /** At first access, for every object that came from the same result. */
    LoaderStrategy BATCH = new BatchLoading();

    /** At first access, for this object alone. */
    LoaderStrategy LAZY = new LazyLoading();

    /** With its owner, by a join in the same statement. */
    LoaderStrategy JOINED = new JoinedLoading();

    /** Right after its owner, by one more statement for all owners. */
    LoaderStrategy SELECT_IN = new SelectInLoading();

    /** Never: access is an error. */
    LoaderStrategy RAISE = new RaiseLoading();

    /** What a strategy can have done. Confined to one thread at a time. */
    interface Work {

        /** Loads a relationship of those of these objects that do not have it, by as few statements as possible. */
        void load(List<ManagedEntity> owners, RelationshipProperty relationship);

        /** Returns an object and others of its result that lack a relationship too, at most as many as fit into one statement. */
        List<ManagedEntity> companions(ManagedEntity owner, RelationshipProperty relationship);

        /** Writes pending changes first, unless that is switched off or going on. */
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

    /** Adds to a statement that reads owners what this strategy needs of it; most need nothing. */
    default void contribute(Planned plan, RelationshipProperty relationship) {
        // loaded by another statement
    }

    /** Loads a relationship of these owners after the statement that read them; only called if {@link #contribute} asked for it. */
    default void afterRows(Work work, List<ManagedEntity> owners, RelationshipProperty relationship) {
        work.load(owners, relationship);
    }

    /** Loads a relationship of an owner that was touched and does not have it. */
    void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship);

    /** What a strategy can add to a statement that is planned. Confined to one thread at a time. */
    interface Planned {

        /** Reads a relationship from the same rows; what only mappings ask for stops where it would not end. */
        void join(RelationshipProperty relationship);

        /** Has {@link LoaderStrategy#afterRows} called when all rows are read. */
        void afterRows(RelationshipProperty relationship, LoaderStrategy strategy);
    }
}
