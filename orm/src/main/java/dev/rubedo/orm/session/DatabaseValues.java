package dev.rubedo.orm.session;

import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the values of new and changed objects that the database determined and their INSERT or UPDATE did not return,
 * before the session of a block ends and they can no longer be loaded. Stateless and thread-safe.
 */
final class DatabaseValues {

    private DatabaseValues() {}

    /** Reads the unloaded attributes of these objects, with one statement per entity and chunk. */
    static void read(UnitOfWork unit, Collection<ManagedEntity> written) {
        Map<Mapper<?>, List<ManagedEntity>> incomplete = new LinkedHashMap<>();
        for (ManagedEntity entity : written) {
            if (EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT) {
                Mapper<?> mapper = unit.model().mapper(entity);
                if (lacksValue(mapper, entity)) {
                    incomplete.computeIfAbsent(mapper, any -> new ArrayList<>()).add(entity);
                }
            }
        }
        // a row that a statement deleted, or that criteria hide, does not prevent the commit of the block
        incomplete.forEach(
                (mapper, entities) -> unit.loader().readBefore(mapper, entities, mapper.defaults().filled()));
    }

    private static boolean lacksValue(Mapper<?> mapper, ManagedEntity entity) {
        for (int attribute : mapper.defaults().filled()) {
            if (EntityInternals.isUnloaded(entity, attribute)) {
                return true;
            }
        }
        return false;
    }
}
