package dev.rubedo.generate;

import dev.rubedo.generate.RelationshipPlan.Link;
import dev.rubedo.generate.RelationshipPlan.Shape;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which tables become entities and join tables, and which relationships they have, like automap in SQLAlchemy:
 * each foreign key becomes a to-one relationship and its inverse, and a table that consists of two foreign keys becomes
 * a many-to-many relationship. Confined to one thread at a time.
 */
final class EntityPlanner {
    private static final Comparator<ForeignKey> BY_COLUMNS = Comparator
            .comparing(key -> String.join("\n", key.columnNames()));

    private final GeneratorOptions options;
    private final Notes notes;
    private final Map<Table, EntityPlan> entities = new LinkedHashMap<>();
    private final List<Table> joinTables = new ArrayList<>();
    private final KeyTypes types = new KeyTypes();

    EntityPlanner(List<Table> tables, GeneratorOptions options, SchemaNames names, Notes notes) {
        this.options = options;
        this.notes = notes;
        for (Table table : tables) {
            if (table.primaryKey().columnNames().isEmpty() && !isJoinTable(table, tables)) {
                notes.add(table, "it has no primary key, so no entity is generated");
            } else if (isJoinTable(table, tables)) {
                joinTables.add(table);
            } else {
                entities.put(table, new EntityPlan(table, names.entity(table), options.names()));
            }
        }
        joinTables.removeIf(table -> {
            boolean isLinked = keys(table).stream().allMatch(key -> entities.containsKey(target(key)));
            if (!isLinked) {
                entities.put(table, new EntityPlan(table, names.entity(table), options.names()));
            }
            return !isLinked;
        });
        dependencies(tables).forEach(this::refer);
        entities.values().forEach(this::relate);
        joinTables.forEach(this::link);
    }

    List<EntityPlan> entities() {
        return List.copyOf(entities.values());
    }

    /** Returns the types of foreign keys that differ from those of their columns. */
    Map<Column<?>, SqlType<?>> types() {
        return types.changed();
    }

    /** Returns the entities, each after those that it refers to. */
    private List<EntityPlan> dependencies(List<Table> tables) {
        return tables.isEmpty() ? List.of()
                : tables.get(0).metaData().sortedTables().stream().map(entities::get).filter(Objects::nonNull).toList();
    }

    /** Returns the tables that are used only by relationships. */
    List<Table> joinTables() {
        return joinTables;
    }

    /**
     * Returns whether a table only connects two others: its key consists of two foreign keys to primary keys, it has no
     * other columns, and no foreign key refers to it.
     */
    private boolean isJoinTable(Table table, List<Table> tables) {
        var keys = keys(table);
        if (keys.size() != 2 || !table.schema().isEmpty() || !keys.stream().allMatch(options::relates)) {
            return false;
        }
        var columns = new ArrayList<String>();
        keys.forEach(key -> columns.addAll(key.columnNames()));
        var all = table.columns().stream().<String>map(Column::name).toList();
        var key = new HashSet<>(table.primaryKey().columnNames());
        return columns.size() == all.size() && new HashSet<>(columns).size() == all.size()
                && key.equals(new HashSet<>(all))
                && keys.stream().allMatch(each -> refersToKey(each) && !target(each).equals(table))
                && tables.stream().flatMap(other -> other.foreignKeys().stream())
                        .noneMatch(each -> isKnown(each) && target(each).equals(table));
    }

    private static boolean refersToKey(ForeignKey key) {
        return isKnown(key) && key.targets().stream().<String>map(Column::name).toList()
                .equals(target(key).primaryKey().columnNames());
    }

    private static List<ForeignKey> keys(Table table) {
        return table.foreignKeys().stream().sorted(BY_COLUMNS).toList();
    }

    /** Returns whether the table that a foreign key refers to was read. */
    static boolean isKnown(ForeignKey key) {
        return key.table().metaData().find(targetLabel(key)).isPresent();
    }

    /** Returns the qualified name of the table that a foreign key refers to. */
    static String targetLabel(ForeignKey key) {
        var path = key.targetPaths().get(0);
        return path.substring(0, path.lastIndexOf('.'));
    }

    private static Table target(ForeignKey key) {
        return key.target();
    }

    /** Assigns the foreign keys to attributes where annotations can express them. */
    private void refer(EntityPlan entity) {
        for (ForeignKey key : keys(entity.table())) {
            var target = isKnown(key) ? entities.get(target(key)) : null;
            var reason = target == null ? "no entity is generated for \"" + targetLabel(key) + "\""
                    : key.columnNames().size() > 1 && !refersToKey(key)
                            ? "it has several columns and does not reference"
                                    + " the primary key"
                            : !entity.canRefer(key) ? "it shares a column with another foreign key"
                                    : types.adapt(key) ? "" : "its type differs from that of the referenced column";
            if (reason.isEmpty()) {
                entity.refer(key);
            } else {
                notes.add(entity.table(), "the foreign key on " + key.columnNames()
                        + " is omitted from the entity: " + reason);
            }
        }
    }

    private static List<ForeignKey> held(EntityPlan entity) {
        return keys(entity.table()).stream().filter(key -> key.equals(entity.keys().get(key.columnNames().get(0))))
                .toList();
    }

    private void relate(EntityPlan entity) {
        held(entity).stream().filter(options::relates).forEach(key -> relate(entity, key));
    }

    private EntityPlan entity(ForeignKey key) {
        return Objects.requireNonNull(entities.get(target(key)), "entity");
    }

    private void relate(EntityPlan entity, ForeignKey key) {
        var target = entity(key);
        var names = options.names();
        var ambiguous = between(entity, target) > 1;
        boolean isSelf = target == entity;
        var foreignKey = ambiguous ? entity.attributes(key.columnNames()) : List.<String>of();
        var attribute = entity.attribute(key.columnNames().get(0));
        var toOne = entity.takeName(names.toOneName(key, target.name().simpleName()),
                attribute + target.name().simpleName());
        boolean isMany = !isUnique(key);
        var wanted = names.inverseName(key, entity.name().simpleName(), isMany, !ambiguous && !isSelf);
        var inverse = target.takeName(wanted,
                names.inverseName(key, entity.name().simpleName(), isMany, false));
        boolean isRequired = key.columns().stream().noneMatch(column -> column.isNullable());
        var action = key.deleteAction();
        boolean isLeft = action == ReferentialAction.CASCADE || action == ReferentialAction.SET_NULL && !isRequired;
        var far = isSelf && !isMany ? target.attributes(target.table().primaryKey().columnNames()) : List.<String>of();
        entity.add(new RelationshipPlan(toOne, target.name(), Shape.ONE, !isRequired, inverse, foreignKey, far, false,
                false, null));
        target.add(
                new RelationshipPlan(inverse, entity.name(), isMany ? Shape.MANY : Shape.ONE, true, toOne, foreignKey,
                        far.isEmpty() ? far : entity.attributes(key.columnNames()),
                        options.hasCascades() && isRequired, isMany && isLeft, null));
    }

    /** Returns the number of foreign keys between two entities. */
    private long between(EntityPlan one, EntityPlan other) {
        long there = held(one).stream().filter(key -> entity(key) == other).count();
        return one == other ? there : there + held(other).stream().filter(key -> entity(key) == one).count();
    }

    private static boolean isUnique(ForeignKey key) {
        var table = key.table();
        var columns = Set.copyOf(key.columnNames());
        return Set.copyOf(table.primaryKey().columnNames()).equals(columns)
                || table.uniqueConstraints().stream().anyMatch(each -> Set.copyOf(each.columnNames()).equals(columns))
                || table.indexes().stream().anyMatch(index -> index.isUnique()
                        && IndexSource.plainColumns(index).map(Set::copyOf).filter(columns::equals).isPresent());
    }

    private void link(Table table) {
        var keys = keys(table);
        var ordered = inOrder(table, keys.get(0), keys.get(1));
        var first = entity(ordered.get(0)).name().canonicalName();
        if (options.kind() == GeneratedKind.ENTITIES
                && first.compareTo(entity(ordered.get(1)).name().canonicalName()) > 0) {
            notes.add(table, "the columns of the join table are created in a different order");
        }
        link(table, ordered);
    }

    /** Returns the two foreign keys, in the order of the columns of the table. */
    private static List<ForeignKey> inOrder(Table table, ForeignKey one, ForeignKey other) {
        var names = table.columns().stream().<String>map(Column::name).toList();
        return names.indexOf(one.columnNames().get(0)) < names.indexOf(other.columnNames().get(0))
                ? List.of(one, other) : List.of(other, one);
    }

    private void link(Table table, List<ForeignKey> keys) {
        ForeignKey near = keys.get(0);
        ForeignKey far = keys.get(1);
        var one = entity(near);
        var other = entity(far);
        boolean isOnly = one != other && joinTables.stream().filter(each -> {
            var targets = keys(each).stream().map(this::entity).toList();
            return targets.contains(one) && targets.contains(other);
        }).count() == 1 && between(one, other) == 0;
        var there = name(one, far, other, isOnly);
        var back = name(other, near, one, isOnly);
        one.add(many(there, other, back, new Link(table.name(), near, far)));
        other.add(many(back, one, there, null));
    }

    private String name(EntityPlan entity, ForeignKey far, EntityPlan target, boolean isOnly) {
        var rules = options.names();
        var simple = target.name().simpleName();
        return entity.takeName(rules.manyToManyName(far, simple, isOnly), rules.manyToManyName(far, simple, false));
    }

    private static RelationshipPlan many(String name, EntityPlan target, String inverse, @Nullable Link link) {
        return new RelationshipPlan(name, target.name(), Shape.MANY_TO_MANY, true, inverse, List.of(), List.of(), false,
                false, link);
    }
}
