package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;

/**
 * Makes access to an unloaded relationship an error. Immutable.
 *
 * @param isOnSql whether a target that the session has is returned, so that only a statement is an error
 */
record RaiseLoading(boolean isOnSql) implements LoaderStrategy {

    @Override
    public boolean usesKnownTargets() {
        return isOnSql;
    }

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        throw new LazyLoadException("\"" + relationship + "\" of " + EntityInternals.describe(owner)
                + " is not loaded, and " + this + "(...) forbids loading it on access. "
                + "Load it with the query by selectIn(...).");
    }

    @Override
    public String toString() {
        return isOnSql ? "raiseOnSql" : "raise";
    }
}
