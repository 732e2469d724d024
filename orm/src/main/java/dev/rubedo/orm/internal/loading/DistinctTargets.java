package dev.rubedo.orm.internal.loading;

import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The distinct targets of one object's relationship, collected from rows. A target in several rows is included once, at
 * the position of the first. Confined to one thread at a time.
 */
final class DistinctTargets {

    private static final int FEW = 16;
    private static final int USUAL = 4;

    final ManagedEntity owner;
    private @Nullable ArrayList<ManagedEntity> targets;
    private @Nullable Set<ManagedEntity> seen;

    DistinctTargets(ManagedEntity owner) {
        this.owner = owner;
    }

    void add(ManagedEntity target) {
        if (targets == null) {
            targets = new ArrayList<>(USUAL);
        }
        if (isNew(targets, target)) {
            targets.add(target);
        }
    }

    private boolean isNew(List<ManagedEntity> targets, ManagedEntity target) {
        if (seen == null && targets.size() > FEW) {
            seen = Collections.newSetFromMap(new IdentityHashMap<>());
            seen.addAll(targets);
        }
        if (seen != null) {
            return seen.add(target);
        }
        for (int i = targets.size() - 1; i >= 0; i--) {
            if (targets.get(i) == target) {
                return false;
            }
        }
        return true;
    }

    List<ManagedEntity> all() {
        return targets == null ? List.of() : targets;
    }
}
