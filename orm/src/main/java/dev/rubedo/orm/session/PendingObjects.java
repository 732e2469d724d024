package dev.rubedo.orm.session;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.internal.flush.PendingWork;
import dev.rubedo.orm.internal.loading.RelationshipLoader;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.ObjectSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pending work of a session: the objects that were added, changed and deleted since the last flush. Confined to one
 * thread at a time.
 */
final class PendingObjects implements PendingWork {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final UnitOfWork unit;
    private final List<ManagedEntity> added = new ArrayList<>();
    private final List<ManagedEntity> changed = new ArrayList<>();
    // still in the list, which is cleaned up on access: searching it for each of many objects would take quadratic time
    private Set<ManagedEntity> forgotten = Set.of();
    // objects with values that the program may change in place
    private final ObjectSet watched = new ObjectSet();
    private final ObjectSet deleting = new ObjectSet();
    private final ObjectSet cascaded = new ObjectSet();

    PendingObjects(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Returns whether there is nothing to flush, after comparing the values that may have been changed in place. */
    boolean isEmpty() {
        detectChanges();
        return added.isEmpty() && changed.size() == forgotten.size() && deleting.isEmpty();
    }

    /** Compares the values of an object, which may be changed in place, with each flush. */
    void watch(ManagedEntity entity) {
        watched.add(entity);
    }

    /** Records the changes of values that were changed in place. */
    void detectChanges() {
        if (!watched.isEmpty()) {
            for (ManagedEntity entity : List.copyOf(watched.all())) {
                if (EntityInternals.context(entity) != unit || !EntityInternals.detectChanges(entity)) {
                    watched.remove(entity);
                }
            }
        }
    }

    void add(ManagedEntity entity) {
        added.add(entity);
    }

    void change(ManagedEntity entity) {
        if (forgotten.isEmpty() || !forgotten.remove(entity)) {
            changed.add(entity);
        }
    }

    void delete(ManagedEntity entity) {
        deleting.add(entity);
    }

    /** Cancels a deletion that was not flushed. */
    void keep(ManagedEntity entity) {
        deleting.remove(entity);
    }

    /** Removes all pending work of a persistent object. */
    void release(ManagedEntity entity) {
        forgetChange(entity);
        deleting.remove(entity);
    }

    /** Removes the pending change of a persistent object. */
    void forgetChange(ManagedEntity entity) {
        if (!EntityInternals.isQueued(entity)) {
            return;
        }
        EntityInternals.queued(entity, false);
        if (forgotten.isEmpty()) {
            forgotten = Collections.newSetFromMap(new IdentityHashMap<>());
        }
        forgotten.add(entity);
    }

    void forgetChanges() {
        changed.forEach(entity -> EntityInternals.queued(entity, false));
        changed.clear();
        forgotten = Set.of();
    }

    /** Removes all pending work. */
    void clear() {
        added.clear();
        forgetChanges();
        deleting.clear();
    }

    /**
     * Removes the work of a plan that was carried out and keeps what was added after it was made. Returns the changed
     * objects of the plan.
     */
    Collection<ManagedEntity> flushed(FlushPlan plan) {
        ObjectSet planned = new ObjectSet();
        plan.inserted().forEach(planned::add);
        added.removeIf(planned::contains);
        plan.deleted().forEach(deleting::remove);
        plan.deleted().forEach(planned::add);
        plan.updated().forEach(planned::add);
        List<ManagedEntity> all = List.copyOf(changed());
        List<ManagedEntity> left = all.stream().filter(entity -> !planned.contains(entity)).toList();
        forgetChanges();
        for (ManagedEntity entity : left) {
            EntityInternals.queued(entity, true);
            changed.add(entity);
        }
        return all.stream().filter(planned::contains).toList();
    }

    /** Discards all pending work and makes the added objects transient again. */
    void forgetAll() {
        for (ManagedEntity entity : added) {
            unit.lifecycle().pendingToTransient(entity);
        }
        clear();
        unit.reachability().forgetAll();
    }

    /**
     * Discards the deletions that a flush derived from others. The next flush derives them again if they still apply.
     */
    void endFlush() {
        cascaded.clear();
    }

    @Override
    public Model model() {
        return unit.model();
    }

    @Override
    public @Nullable ManagedEntity find(Mapper<?> mapper, Object key) {
        return unit.find(mapper, key);
    }

    @Override
    public void forget(ManagedEntity object) {
        added.removeIf(other -> other == object);
        unit.lifecycle().pendingToTransient(object);
    }

    @Override
    public Collection<ManagedEntity> added() {
        return added;
    }

    @Override
    public Collection<ManagedEntity> changed() {
        if (!forgotten.isEmpty()) {
            changed.removeIf(forgotten::contains);
            forgotten = Set.of();
        }
        return changed;
    }

    @Override
    public Collection<ManagedEntity> deleted() {
        if (cascaded.isEmpty()) {
            return deleting.all();
        }
        List<ManagedEntity> all = new ArrayList<>(deleting.all());
        all.addAll(cascaded.all());
        return all;
    }

    @Override
    public boolean contains(ManagedEntity object) {
        return EntityInternals.context(object) == unit
                && EntityInternals.lifecycle(object) != LifecycleState.DELETED;
    }

    @Override
    public boolean isDeleting(ManagedEntity object) {
        return deleting.contains(object) || cascaded.contains(object);
    }

    @Override
    public void deleting(ManagedEntity object) {
        if (!deleting.contains(object)) {
            cascaded.add(object);
        }
    }

    @Override
    public void load(List<ManagedEntity> owners, RelationshipProperty relationship) {
        new RelationshipLoader(unit).load(owners, relationship, unit.plans().planner().usual());
    }

    @Override
    public boolean refers(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity item) {
        return unit.loader().refers(owner, relationship, item);
    }

    @Override
    public void readBefore(Mapper<?> mapper, List<ManagedEntity> objects, int[] attributes) {
        unit.loader().readBefore(mapper, objects, attributes);
    }

    @Override
    public void notInSession(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity object) {
        boolean required = relationship.kind() == Kind.MANY_TO_ONE
                && !relationship.owner().columnDefinition(relationship.local()[0]).isNullable();
        if (!required && unit.flusher().isAutomatic()) {
            unit.reachability().leaveBehind(owner, relationship, object);
            return;
        }
        String message = "\"" + relationship + "\" of " + EntityInternals.describe(owner) + " refers to "
                + EntityInternals.describe(object) + ", which belongs to no session"
                + (relationship.cascades(Cascade.SAVE_UPDATE) ? "." : ", and does not cascade SAVE_UPDATE.")
                + " Add the object to the session"
                + (relationship.cascades(Cascade.SAVE_UPDATE) ? "." : ", or Cascade.SAVE_UPDATE to the relationship.");
        if (required || unit.session().failsOnUnsaved()) {
            throw new FlushException(message);
        }
        LOG.warn("{} It is not written.", message);
    }
}
