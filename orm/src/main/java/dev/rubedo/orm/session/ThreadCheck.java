package dev.rubedo.orm.session;

import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import org.jspecify.annotations.Nullable;

/**
 * The check that only one thread at a time uses a session, and that a guard permits it. Used by all threads that call
 * the session.
 */
final class ThreadCheck {

    private final @Nullable SessionGuard guard;
    private volatile @Nullable Thread inside;
    private int depth;

    ThreadCheck(@Nullable SessionGuard guard) {
        this.guard = guard;
    }

    /** Detects a call from a second thread during a call of the first. */
    void enter() {
        Thread current = Thread.currentThread();
        if (inside != current) {
            if (guard != null && !guard.permitsCaller()) {
                throw new ObjectStateException("Thread \"" + current.getName()
                        + "\" may not use this session. " + guard.advice());
            }
            requireNoOther();
            inside = current;
        }
        depth++;
    }

    /** Detects another thread in the session. */
    void requireNoOther() {
        Thread current = Thread.currentThread();
        Thread holder = inside;
        if (holder != null && holder != current) {
            ObjectStateException refused = new ObjectStateException("Thread \"" + current.getName()
                    + "\" uses a session while thread \"" + holder.getName()
                    + "\" is in it. A session and its objects belong to one thread at a time:"
                    + " open another session. The suppressed exception shows where the other thread is.");
            Exception place = new Exception("Thread \"" + holder.getName() + "\" is in the session here.");
            place.setStackTrace(holder.getStackTrace());
            refused.addSuppressed(place);
            throw refused;
        }
    }

    /** Refuses to load an attribute on access from a thread that the guard does not permit. */
    void requireLoading(ManagedEntity entity, int attribute) {
        if (guard != null && !guard.permitsCaller()) {
            EntityDefinition<?> definition = EntityInternals.definition(entity);
            AttributeDefinition missing = definition.attribute(attribute);
            throw new LazyLoadException(EntityInternals.describe(entity) + " has not loaded its attribute \""
                    + missing.name() + "\", and thread \"" + Thread.currentThread().getName()
                    + "\" may not load it."
                    + (missing instanceof RelationshipDefinition
                            ? " Fetch it with the query, .options(selectIn(" + definition.constant() + "."
                                    + missing.name() + "))."
                            : "")
                    + " " + guard.advice());
        }
    }

    /** Ends a call. */
    void leave() {
        if (--depth == 0) {
            inside = null;
        }
    }
}
