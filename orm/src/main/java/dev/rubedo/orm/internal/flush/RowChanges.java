package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The objects whose rows a flush writes, by entity. Entities are ordered by name, so that the same work always results
 * in the same statements. Immutable, apart from the objects that it refers to.
 *
 * @param inserts the new rows
 * @param updates the changed rows
 * @param replacements the rows of deleted objects that become those of new objects with the same key
 * @param deletes the deleted rows
 * @param replaced the deleted object for each new object of a replacement
 * @param added the objects with new rows of all entities, in the order in which they were added
 */
record RowChanges(Map<Mapper<?>, List<ManagedEntity>> inserts, Map<Mapper<?>, List<ManagedEntity>> updates,
        Map<Mapper<?>, List<ManagedEntity>> replacements, Map<Mapper<?>, List<ManagedEntity>> deletes,
        Map<ManagedEntity, ManagedEntity> replaced, List<ManagedEntity> added) {

    static RowChanges of(Model model, List<ManagedEntity> inserts, List<ManagedEntity> updates,
            List<ManagedEntity> replacements, List<ManagedEntity> deletes,
            Map<ManagedEntity, ManagedEntity> replaced) {
        return new RowChanges(byMapper(model, inserts), byMapper(model, updates), byMapper(model, replacements),
                byMapper(model, deletes), replaced, inserts);
    }

    private static Map<Mapper<?>, List<ManagedEntity>> byMapper(Model model, List<ManagedEntity> objects) {
        if (objects.isEmpty()) {
            return Map.of();
        }
        Map<Mapper<?>, List<ManagedEntity>> groups = new TreeMap<>(Comparator.<Mapper<?>, String>comparing(Mapper::name)
                .thenComparing(Mapper::position));
        Mapper<?> mapper = null;
        List<ManagedEntity> group = List.of();
        for (ManagedEntity object : objects) {
            Mapper<?> own = model.mapper(object);
            if (own != mapper) {
                mapper = own;
                group = groups.computeIfAbsent(own, any -> new ArrayList<>());
            }
            group.add(object);
        }
        return groups;
    }

    /** Returns the entities with at least one row to write. */
    Set<Mapper<?>> mappers() {
        Set<Mapper<?>> all = new LinkedHashSet<>(inserts.keySet());
        all.addAll(updates.keySet());
        all.addAll(replacements.keySet());
        all.addAll(deletes.keySet());
        return all;
    }

    /** Returns the tables with at least one row to write, in the order of the names of their entities. */
    Set<EntityTable> tables() {
        Set<EntityTable> all = new TreeSet<>(
                Comparator.comparing(EntityTable::name).thenComparing(EntityTable::position));
        mappers().forEach(mapper -> all.addAll(mapper.tables()));
        return all;
    }

    List<ManagedEntity> inserts(Mapper<?> mapper) {
        return inserts.getOrDefault(mapper, List.of());
    }

    List<ManagedEntity> updates(Mapper<?> mapper) {
        return updates.getOrDefault(mapper, List.of());
    }

    List<ManagedEntity> replacements(Mapper<?> mapper) {
        return replacements.getOrDefault(mapper, List.of());
    }

    List<ManagedEntity> deletes(Mapper<?> mapper) {
        return deletes.getOrDefault(mapper, List.of());
    }

    /** Returns the objects among some rows that belong to an entity or one of its subclasses. */
    static List<ManagedEntity> below(Mapper<?> mapper, Map<Mapper<?>, List<ManagedEntity>> rows) {
        if (!mapper.hierarchy().isPolymorphic()) {
            return rows.getOrDefault(mapper, List.of());
        }
        List<ManagedEntity> all = new ArrayList<>();
        rows.forEach((one, objects) -> {
            if (one.isA(mapper)) {
                all.addAll(objects);
            }
        });
        return all;
    }

    /** Returns the new objects that have a row in a table, in the order in which they were added. */
    List<ManagedEntity> insertsIn(EntityTable table) {
        List<ManagedEntity> some = in(table, inserts);
        if (some.size() < 2 || !table.mapper().hierarchy().isPolymorphic()) {
            return some;
        }
        Set<ManagedEntity> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(some);
        return added.stream().filter(wanted::contains).toList();
    }

    /** Returns the objects among some rows that have a row in a table. */
    static List<ManagedEntity> in(EntityTable table, Map<Mapper<?>, List<ManagedEntity>> rows) {
        List<ManagedEntity> only = List.of();
        List<ManagedEntity> all = null;
        for (Map.Entry<Mapper<?>, List<ManagedEntity>> entry : rows.entrySet()) {
            if (entry.getKey().tables().contains(table)) {
                if (only.isEmpty()) {
                    only = entry.getValue();
                } else {
                    all = all == null ? new ArrayList<>(only) : all;
                    all.addAll(entry.getValue());
                }
            }
        }
        return all == null ? only : all;
    }

    /** Returns the deleted object whose row a new object reuses. */
    ManagedEntity replaced(ManagedEntity by) {
        return Objects.requireNonNull(replaced.get(by), "replaced");
    }
}
