package dev.rubedo.orm.state;

import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps both sides of a relationship in step: what is set on one side is set on the other by raw writes that tell nobody back, so
 * that no chain can form a cycle. Objects are added to a session only from the side that was used, as in SQLAlchemy. No state. Thread-safe.
 */
final class Backrefs {

    private Backrefs() {}

    /** Sets a to-one attribute from the program. */
    static void assign(ManagedEntity owner, int attribute, @Nullable ManagedEntity given) {
        ManagedEntity value = owner.$isListened() ? owner.$listened(attribute, given) : given;
        Object before = known(owner, attribute, true);
        boolean unloaded = owner.$isUnloaded(attribute);
        if (before == value) {
            if (unloaded) {
                owner.$put(attribute, value);
                owner.markLoaded(attribute);
            } else if (!owner.$tracked) {
                owner.$markChanged(attribute);
            }
            return;
        }
        if (value != null) {
            requireRelatable(owner, attribute, value);
        }
        int inverse = owner.$definition().inverse(attribute);
        if (inverse >= 0 && value != null && !isToMany(value, inverse)) {
            // read before anything is changed: it loses what it leads to now
            known(value, inverse, true);
        }
        replace(owner, attribute, before, value);
        if (inverse >= 0) {
            if (before instanceof ManagedEntity previous) {
                detach(previous, inverse, owner);
            }
            if (value != null) {
                attach(value, inverse, owner, attribute);
            }
        }
        EntityContext context = owner.$context;
        if (context != null) {
            if (before instanceof ManagedEntity previous) {
                context.unrelated(owner, attribute, previous);
            }
            if (value != null) {
                context.related(owner, attribute, value);
            }
        }
    }

    /** Nothing is changed if an object cannot be related: a deleted one, or one of another session. */
    static void requireRelatable(ManagedEntity owner, int attribute, ManagedEntity target) {
        EntityContext context = owner.$context;
        if (context != null) {
            context.requireRelatable(owner, attribute, target);
        }
    }

    /** An object was added to a collection by the program. */
    static void added(ManagedEntity owner, int attribute, ManagedEntity item) {
        changedCollection(owner, attribute);
        int inverse = owner.$definition().inverse(attribute);
        if (inverse >= 0) {
            attach(item, inverse, owner, attribute);
        }
        EntityContext context = owner.$context;
        if (context != null) {
            context.related(owner, attribute, item);
        }
    }

    /** An object was removed from a collection by the program. */
    static void removed(ManagedEntity owner, int attribute, ManagedEntity item) {
        tellRemoved(owner, attribute, item);
        changedCollection(owner, attribute);
        int inverse = owner.$definition().inverse(attribute);
        if (inverse >= 0) {
            detach(item, inverse, owner);
        }
        EntityContext context = owner.$context;
        if (context != null) {
            context.unrelated(owner, attribute, item);
        }
    }

    /** An object is about to be in a collection. */
    static void appending(ManagedEntity owner, int attribute, ManagedEntity item) {
        if (owner.$isListened()) {
            Objects.requireNonNull(owner.$context, "context").appending(owner, attribute, item);
        }
    }

    private static void tellRemoved(ManagedEntity owner, int attribute, ManagedEntity item) {
        if (owner.$isListened()) {
            Objects.requireNonNull(owner.$context, "context").removed(owner, attribute, item);
        }
    }

    static void changedCollection(ManagedEntity owner, int attribute) {
        owner.$markChanged(attribute);
        owner.touch();
    }

    /** Makes {@code target}'s side of the relationship lead to {@code item}; {@code forward} is the attribute of item's side. */
    private static void attach(ManagedEntity target, int inverse, ManagedEntity item, int forward) {
        if (isToMany(target, inverse)) {
            appending(target, inverse, item);
            collection(target, inverse).backAdd(item);
            return;
        }
        Object before = known(target, inverse, true);
        if (before == item) {
            return;
        }
        tellSet(target, inverse, item);
        replace(target, inverse, before, item);
        if (before instanceof ManagedEntity previous) {
            detach(previous, forward, target);
            EntityContext context = target.$context;
            if (context != null) {
                context.unrelated(target, inverse, previous);
            }
        }
    }

    /** Makes {@code target}'s side of the relationship no longer lead to {@code item}. */
    private static void detach(ManagedEntity target, int inverse, ManagedEntity item) {
        if (isToMany(target, inverse)) {
            if (target.$tracked || target.$get(inverse) != null) {
                collection(target, inverse).backRemove(item);
                tellRemoved(target, inverse, item);
            }
            return;
        }
        Object before = known(target, inverse, false);
        if (before == item || before == EntityContext.UNKNOWN) {
            tellSet(target, inverse, null);
            replace(target, inverse, before, null);
        }
    }

    /** A value that comes from the other side is shown to listeners; both sides would differ if they could replace it. */
    private static void tellSet(ManagedEntity target, int attribute, @Nullable ManagedEntity value) {
        if (target.$isListened() && target.$listened(attribute, value) != value) {
            throw new ObjectStateException("A listener replaced \"" + target.$definition().name() + "."
                    + target.$definition().attribute(attribute).name()
                    + "\", which is set from the other side of the relationship. Return the object that is given to it.");
        }
    }

    private static void replace(ManagedEntity owner, int attribute, @Nullable Object before,
            @Nullable ManagedEntity value) {
        owner.record(attribute, before, value);
        owner.$put(attribute, value);
        owner.markLoaded(attribute);
        owner.touch();
    }

    private static @Nullable Object known(ManagedEntity owner, int attribute, boolean mayLoad) {
        if (!owner.$isUnloaded(attribute)) {
            return owner.$get(attribute);
        }
        EntityContext context = owner.$context;
        return context == null ? EntityContext.UNKNOWN : context.peek(owner, attribute, mayLoad);
    }

    private static RelatedCollection collection(ManagedEntity owner, int attribute) {
        return Objects.requireNonNull(owner.$collection(attribute), "collection");
    }

    private static boolean isToMany(ManagedEntity owner, int attribute) {
        return ((RelationshipDefinition) owner.$definition().attribute(attribute)).isToMany();
    }
}
