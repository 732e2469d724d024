package dev.rubedo.orm.state;

import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Synchronizes the two sides of a relationship. A change on one side is applied to the other by raw writes that fire no
 * further change, so that there are no infinite loops. Objects are added to a session only from the side that was
 * changed, as in SQLAlchemy. Stateless and thread-safe.
 */
final class Backrefs {

    private Backrefs() {}

    /** Sets a to-one attribute on behalf of the application. */
    static void assign(ManagedEntity owner, int attribute, @Nullable ManagedEntity given) {
        requireWritable(owner, attribute);
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
            // read before anything is changed: the target loses its current counterpart
            known(value, inverse, true);
        }
        if (value != null) {
            validateOtherSide(owner, attribute, value, false);
        }
        if (before instanceof ManagedEntity previous) {
            validateOtherSide(owner, attribute, previous, true);
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

    /** Checks that a relationship is not view-only. */
    static void requireWritable(ManagedEntity owner, int attribute) {
        if (((RelationshipDefinition) owner.$definition().attribute(attribute)).isViewOnly()) {
            throw new UnsupportedOperationException("\"" + owner.$definition().name() + "."
                    + owner.$definition().attribute(attribute).name()
                    + "\" is viewOnly and cannot be changed. Change the relationship that stores its foreign key or join"
                    + " table.");
        }
    }

    /**
     * Checks, before anything is changed, that an object can be related: it is neither deleted nor in another session.
     */
    static void requireRelatable(ManagedEntity owner, int attribute, ManagedEntity target) {
        requireWritable(owner, attribute);
        EntityContext context = owner.$context;
        if (context != null) {
            context.requireRelatable(owner, attribute, target);
        }
    }

    /** Calls the validators of both sides before the application adds an object to a collection or removes it. */
    static void validate(ManagedEntity owner, int attribute, ManagedEntity item, boolean isRemoved) {
        owner.$validate(attribute, item, isRemoved, false);
        validateOtherSide(owner, attribute, item, isRemoved);
        int inverse = owner.$definition().inverse(attribute);
        if (inverse >= 0 && !isRemoved && !isToMany(item, inverse) && !item.$isUnloaded(inverse)
                && item.$get(inverse) instanceof ManagedEntity previous && previous != owner) {
            // the object moves here from the collection of another one
            previous.$validate(attribute, item, true, true);
        }
    }

    private static void validateOtherSide(ManagedEntity owner, int attribute, ManagedEntity other,
            boolean isRemoved) {
        int inverse = owner.$definition().inverse(attribute);
        if (inverse >= 0 && other.$validate(inverse, owner, isRemoved, true) != owner) {
            throw new ObjectStateException("A validator replaced \"" + other.$definition().name() + "."
                    + other.$definition().attribute(inverse).name()
                    + "\", which is set from the other side of the relationship. Return the given object.");
        }
    }

    /** Synchronizes the other side after the application added an object to a collection. */
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

    /** Synchronizes the other side after the application removed an object from a collection. */
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

    /** Prepares the addition of an object to a collection. */
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

    /**
     * Sets {@code target}'s side of the relationship to {@code item}; {@code forward} is the attribute on item's side.
     */
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

    /** Removes {@code item} from {@code target}'s side of the relationship. */
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

    /**
     * Calls listeners for a value that comes from the other side. They must not replace it, or both sides would differ.
     */
    private static void tellSet(ManagedEntity target, int attribute, @Nullable ManagedEntity value) {
        if (target.$isListened() && target.$listened(attribute, value) != value) {
            throw new ObjectStateException("A listener replaced \"" + target.$definition().name() + "."
                    + target.$definition().attribute(attribute).name()
                    + "\", which is set from the other side of the relationship. Return the given object.");
        }
    }

    private static void replace(ManagedEntity owner, int attribute, @Nullable Object before,
            @Nullable ManagedEntity value) {
        owner.rekey();
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
