package dev.rubedo.orm.internal.loading;

import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Connection;
import dev.rubedo.orm.internal.query.EntityStatement;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.internal.query.PreparedQuery;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.IdentityMap;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.Statement;

/**
 * A session as loaders see it: its objects, and the database from which it loads them. A session over several databases
 * has a context for each, from which the others can be reached. Confined to one thread at a time.
 */
public interface LoadContext {

    /** Returns the model. */
    Model model();

    /** Returns the session's objects of an entity and of all entities that share its identity. */
    IdentityMap identities(Mapper<?> mapper);

    /**
     * Makes an object persistent that was just created from a row.
     *
     * @param unloaded the bits of the attributes below 64 that were not read
     * @param unloadedBeyond the other attributes that were not read
     */
    void loaded(ManagedEntity entity, long unloaded, int[] unloadedBeyond);

    /** Called when columns of an object were reloaded, or loaded for the first time after it was created. */
    void refreshed(ManagedEntity entity, int[] attributes);

    /** Returns the connection to the database of this context. Begins a transaction if none is open. */
    Connection connection();

    /**
     * Returns whether the database of this context is a replica. Its rows may be older than those of the primary, so no
     * cache keeps them.
     */
    default boolean isReplica() {
        return false;
    }

    /** Returns whether the session's objects come from several databases. */
    boolean isDistributed();

    /**
     * Returns the context in which rows that belong to an object are loaded; this one if all rows are in one database.
     *
     * @param owner the object
     * @param target the entity of the rows
     */
    LoadContext of(ManagedEntity owner, Mapper<?> target);

    /**
     * Returns the context in which the targets of a relationship of an object are loaded; this one if all rows are in one
     * database.
     *
     * @throws dev.rubedo.error.InvalidStatementException if the targets may be in any of several shards
     */
    default LoadContext of(ManagedEntity owner, RelationshipProperty relationship) {
        return of(owner, relationship.target());
    }

    /** Returns whether an object belongs to the session. */
    boolean holds(ManagedEntity entity);

    /** Loads a column or to-one attribute that is not loaded, for the session itself. */
    void load(ManagedEntity entity, int attribute);

    /** Returns a statement of loading, planned and compiled for the database of this context. */
    default PreparedQuery prepare(EntityStatement statement) {
        return plans().of(connection().prepared()).load(statement, this::compile);
    }

    /**
     * Returns a statement about tables, compiled for the database of this context.
     *
     * @throws dev.rubedo.error.InvalidStatementException if a table is in another database
     */
    default CachedStatement compile(Statement<?> statement) {
        return connection().prepared().prepare(statement);
    }

    /** Returns the cache of planned and compiled statements. */
    PlanCache plans();

    /** Called when a collection or inverse one-to-one of an object was loaded. */
    void relationshipRead(ManagedEntity owner);

    /** Flushes pending changes, unless autoflush is off or a flush is running. */
    void autoflush(RelationshipProperty relationship);
}
