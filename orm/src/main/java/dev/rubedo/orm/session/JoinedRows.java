package dev.rubedo.orm.session;

import dev.rubedo.orm.flush.FlushAction;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.internal.flush.FlushExecutor;
import dev.rubedo.orm.internal.flush.Versions;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Update;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows of an entity that is stored in several tables: one step for each table, the root's first. Rows are
 * maps from attributes to values. Confined to one thread at a time.
 */
final class JoinedRows {

    private final UnitOfWork unit;
    private final Mapper<?> mapper;

    JoinedRows(UnitOfWork unit, Mapper<?> mapper) {
        this.unit = unit;
        this.mapper = mapper;
    }

    /** Inserts rows as a flush inserts objects, so that generated keys reach the tables of subclasses. */
    void insert(List<Map<Integer, @Nullable Object>> rows) {
        List<ManagedEntity> objects = new ArrayList<>();
        for (Map<Integer, @Nullable Object> row : rows) {
            ManagedEntity object = mapper.create();
            for (int attribute : mapper.defaults().supplied()) {
                if (!row.containsKey(attribute)) {
                    EntityInternals.write(object, attribute, mapper.defaults().supply(attribute));
                }
            }
            row.forEach((attribute, value) -> EntityInternals.write(object, attribute, value));
            objects.add(object);
        }
        List<FlushAction> actions = mapper.tables().stream()
                .<FlushAction>map(table -> new FlushAction.Insert(table, objects)).toList();
        new FlushExecutor(unit.writing(mapper).connection(), unit.plans())
                .execute(new FlushPlan(actions, objects, List.of(), List.of(), Map.of(), List.of()));
    }

    /**
     * Updates rows with the same attributes by their primary keys. Returns how many rows each of them met, 0 or 1.
     *
     * @param isOfClass the condition on the table of the root that a row is of the class
     */
    long[] update(List<Map<Integer, @Nullable Object>> rows, Condition isOfClass) {
        long[] counts = new long[rows.size()];
        Arrays.fill(counts, 1);
        for (EntityTable table : mapper.tables()) {
            update(table, rows, table.slot() == 0 ? isOfClass : isOfClassByRoot(table, isOfClass), counts);
        }
        return counts;
    }

    /** Returns the condition that a row of a table is of the class, which its root's row tells if classes share it. */
    private Condition isOfClassByRoot(EntityTable table, Condition isOfClass) {
        Mapper<?> parent = mapper.parent();
        if (isOfClass == NoCondition.NONE || parent == null
                || parent.tables().stream().noneMatch(one -> one.table() == table.table())) {
            return NoCondition.NONE;
        }
        EntityTable root = mapper.tables().get(0);
        Select<?> row = Sql.select(Sql.literalColumn("1", Types.INTEGER)).from(root.table()).where(isOfClass);
        for (int i = 0; i < root.key().size(); i++) {
            row = row.where(new Comparison(root.key().get(i), Operator.EQ, table.key().get(i)));
        }
        return Sql.exists(row);
    }

    private void update(EntityTable table, List<Map<Integer, @Nullable Object>> rows, Condition isOfClass,
            long[] counts) {
        Update<Void> update = Sql.update(table.table());
        Set<Integer> given = rows.get(0).keySet();
        boolean isCounted = table.slot() == 0 && mapper.version() >= 0 && given.contains(mapper.version());
        for (int attribute : mapper.attributes(table)) {
            if (given.contains(attribute) && !mapper.isPrimaryKey(attribute)) {
                boolean isVersion = attribute == mapper.version();
                if (isVersion && mapper.hasServerVersion()) {
                    continue;
                }
                update = set(update, mapper.column(attribute), (isVersion ? "next" : "value") + attribute);
            }
        }
        if (update.assignments().isEmpty()) {
            return;
        }
        for (int i = 0; i < table.key().size(); i++) {
            update = update.where(equal(table.key().get(i), mapper.primaryKey()[i]));
        }
        update = update.where(isOfClass);
        if (isCounted) {
            update = update.where(equal(mapper.column(mapper.version()), mapper.version()));
        }
        List<Map<String, @Nullable Object>> parameters = new ArrayList<>();
        for (Map<Integer, @Nullable Object> row : rows) {
            Map<String, @Nullable Object> named = new HashMap<>();
            for (int attribute : mapper.primaryKey()) {
                named.put("value" + attribute, row.get(attribute));
            }
            for (int attribute : mapper.attributes(table)) {
                if (given.contains(attribute)) {
                    named.put("value" + attribute, row.get(attribute));
                }
            }
            if (isCounted) {
                named.put("next" + mapper.version(), Versions.next(mapper, row.get(mapper.version())));
            } else {
                named.remove("value" + mapper.version());
            }
            parameters.add(named);
        }
        long[] found = unit.writing(mapper).connection().executeMany(update, parameters);
        for (int i = 0; i < found.length; i++) {
            counts[i] = found[i] == 0 ? 0 : counts[i];
        }
    }

    private static Comparison equal(Column<?> column, int attribute) {
        return new Comparison(column, Operator.EQ, Sql.bind("value" + attribute, column.type()));
    }

    private static <T extends @Nullable Object> Update<Void> set(Update<Void> update, Column<T> column, String name) {
        return update.set(column, Sql.bind(name, column.type()));
    }
}
