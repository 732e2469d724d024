package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.internal.flush.Versions;
import dev.rubedo.orm.internal.query.OrmPlanner;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Update;
import dev.rubedo.sql.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows of an entity without its objects: no cascades, relationships or mapper events. Confined to one
 * thread at a time.
 */
final class BulkWriter {

    private final UnitOfWork unit;

    /** Statements with more rows are not faster. */
    private static final int MOST_ROWS = 1_000;

    BulkWriter(UnitOfWork unit) {
        this.unit = unit;
    }

    private OrmPlanner planner() {
        return unit.plans().planner();
    }

    private Mapper<?> writable(EntityPath<?> path) {
        Mapper<?> mapper = unit.model().mapper(path);
        if (mapper.isReadOnly()) {
            throw new InvalidStatementException("\"" + path + "\" is read from a query, so its rows cannot be "
                    + "written. Write to the entities that the query reads.");
        }
        return mapper;
    }

    /** Inserts rows, those with the same columns together, in statements that the database has enough parameters for. */
    void insert(EntityPath<?> path, List<Values> rows) {
        Mapper<?> mapper = writable(path);
        EntityRows written = new EntityRows(mapper, path);
        if (mapper.tables().size() > 1) {
            List<Map<Integer, @Nullable Object>> given = rows.stream().map(row -> values(path, row)).toList();
            for (Map<Integer, @Nullable Object> row : given) {
                written.requireClass(row, "bulkInsert");
            }
            new JoinedRows(unit, mapper).insert(given);
            unit.rowsChangedByStatement();
            return;
        }
        Map<Set<Integer>, List<Values>> groups = new LinkedHashMap<>();
        for (Values given : rows) {
            Map<Integer, @Nullable Object> values = values(path, given);
            written.requireClass(values, "bulkInsert");
            boolean hasVersion = mapper.writtenVersion() < 0 || values.containsKey(mapper.version());
            Values row = hasVersion ? given
                    : set(given, attribute(path, mapper, mapper.version()), Versions.first(mapper));
            groups.computeIfAbsent(values.keySet(), any -> new ArrayList<>())
                    .add(written.complete(row, values.keySet()));
        }
        Connection connection = unit.writing(mapper).connection();
        int binds = connection.engine().dialect().maximumBinds();
        int most = Math.max(1, Math.min(MOST_ROWS, binds / mapper.columnAttributes().length));
        for (List<Values> group : groups.values()) {
            for (int from = 0; from < group.size(); from += most) {
                List<Values> some = group.subList(from, Math.min(group.size(), from + most));
                connection.execute(planner().resolve(Sql.insertInto(path).rows(some)));
            }
        }
        unit.rowsChangedByStatement();
    }

    /** Updates rows by their primary keys, those with the same columns in one batch. */
    void update(EntityPath<?> path, List<Values> rows) {
        Mapper<?> mapper = writable(path);
        EntityRows written = new EntityRows(mapper, path);
        Map<Set<Integer>, List<Map<Integer, @Nullable Object>>> groups = new LinkedHashMap<>();
        for (Values row : rows) {
            Map<Integer, @Nullable Object> values = values(path, row);
            written.requireClass(values, "bulkUpdate");
            for (int key : mapper.primaryKey()) {
                if (values.get(key) == null) {
                    throw new IllegalArgumentException("A row to update has no value for \"" + path + "."
                            + mapper.definition().attribute(key).name() + "\". Each row needs its primary key.");
                }
            }
            groups.computeIfAbsent(Set.copyOf(values.keySet()), any -> new ArrayList<>()).add(values);
        }
        for (List<Map<Integer, @Nullable Object>> group : groups.values()) {
            update(mapper, path, group);
        }
    }

    static Map<Integer, @Nullable Object> values(EntityPath<?> path, Values row) {
        Map<Integer, @Nullable Object> values = new TreeMap<>();
        for (Assignment<?> assignment : row.assignments()) {
            if (!(assignment.column() instanceof Attribute<?, ?> attribute) || !attribute.owner().equals(path)) {
                throw new IllegalArgumentException("\"" + assignment.column() + "\" is not an attribute of \"" + path
                        + "\".");
            }
            values.put(attribute.index(), switch (assignment.value()) {
                case BindParameter<?> bind -> bind.value();
                case NullValue<?> none -> null;
                case Expression<?> other -> throw new IllegalArgumentException("The row has an expression for \""
                        + attribute + "\". Rows that are written in bulk may contain values only.");
            });
        }
        return values;
    }

    private void update(Mapper<?> mapper, EntityPath<?> path, List<Map<Integer, @Nullable Object>> rows) {
        if (rows.get(0).size() == mapper.primaryKey().length) {
            throw new IllegalArgumentException(
                    "The rows of \"" + path + "\" contain only their primary keys. Add the"
                            + " values to set.");
        }
        long[] counts = mapper.tables().size() > 1
                ? new JoinedRows(unit, mapper).update(rows, new EntityRows(mapper, path).isOfClass())
                : counts(mapper, path, rows);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                boolean isCounted = mapper.version() >= 0 && rows.get(i).containsKey(mapper.version());
                throw new StaleDataException(mapper.name(), String.valueOf(key(mapper, rows.get(i))),
                        "There is no row of \"" + mapper.name() + "\" with key " + key(mapper, rows.get(i))
                                + (isCounted ? " and the given version" : "") + " to update.");
            }
            follow(mapper, rows.get(i));
        }
    }

    private long[] counts(Mapper<?> mapper, EntityPath<?> path, List<Map<Integer, @Nullable Object>> rows) {
        Update<Void> update = Sql.update(path);
        boolean isCounted = mapper.version() >= 0 && rows.get(0).containsKey(mapper.version());
        for (int attribute : rows.get(0).keySet()) {
            if (mapper.isPrimaryKey(attribute)) {
                update = update.where(equal(path, mapper, attribute));
            } else if (attribute == mapper.version()) {
                Update<Void> checked = update.where(equal(path, mapper, attribute));
                update = mapper.hasServerVersion() ? checked : set(checked, path, mapper, attribute, "next");
            } else {
                update = set(update, path, mapper, attribute, "value");
            }
        }
        List<Map<String, @Nullable Object>> parameters = new ArrayList<>();
        for (Map<Integer, @Nullable Object> row : rows) {
            Map<String, @Nullable Object> named = new HashMap<>();
            row.forEach((attribute, value) -> named.put("value" + attribute, value));
            if (isCounted && !mapper.hasServerVersion()) {
                named.put("next" + mapper.version(), Versions.next(mapper, row.get(mapper.version())));
            }
            parameters.add(named);
        }
        return unit.writing(mapper).connection()
                .executeMany(planner().resolve(new EntityRows(mapper, path).complete(update)), parameters);
    }

    private static Object key(Mapper<?> mapper, Map<Integer, @Nullable Object> row) {
        Object[] key = new Object[mapper.primaryKey().length];
        for (int i = 0; i < key.length; i++) {
            key[i] = Objects.requireNonNull(row.get(mapper.primaryKey()[i]));
        }
        return mapper.keyType().normalise(key);
    }

    /** Expires the attributes of the session's object that were written. */
    private void follow(Mapper<?> mapper, Map<Integer, @Nullable Object> row) {
        ManagedEntity known = unit.find(mapper, key(mapper, row));
        if (known != null) {
            unit.changedByStatement(known);
            for (int attribute : row.keySet()) {
                if (!mapper.isPrimaryKey(attribute)) {
                    unit.expiration().expire(known, attribute);
                }
            }
            // values that the statement assigns in addition
            for (int attribute : mapper.defaults().changedByUpdate()) {
                unit.expiration().expire(known, attribute);
            }
        }
    }

    private static Attribute<?, ?> attribute(EntityPath<?> path, Mapper<?> mapper, int attribute) {
        return path.attribute(mapper.definition().attribute(attribute).name()).orElseThrow();
    }

    private static Comparison equal(EntityPath<?> path, Mapper<?> mapper, int attribute) {
        Attribute<?, ?> column = attribute(path, mapper, attribute);
        return new Comparison(column, Operator.EQ, Sql.bind("value" + attribute, column.type()));
    }

    private static Update<Void> set(Update<Void> update, EntityPath<?> path, Mapper<?> mapper, int attribute,
            String name) {
        return set(update, attribute(path, mapper, attribute), name + attribute);
    }

    private static <T extends @Nullable Object> Update<Void> set(Update<Void> update, Attribute<?, T> column,
            String name) {
        return update.set(column, Sql.bind(name, column.type()));
    }

    /**
     * Inserts the rows of new objects and updates those of changed ones, neither of which belongs to a session. The
     * objects stay as they are.
     */
    void save(Collection<?> objects) {
        Map<Mapper<?>, List<Values>> inserted = new LinkedHashMap<>();
        Map<Mapper<?>, List<Values>> updated = new LinkedHashMap<>();
        for (Object object : objects) {
            ManagedEntity entity = EntityInternals.managed(object);
            if (EntityInternals.context(entity) != null || EntityInternals.isGone(entity)) {
                throw new ObjectStateException(EntityInternals.describe(entity)
                        + " belongs to a session or was deleted."
                        + " A bulk operation saves new and detached objects; flush() saves those of a session.");
            }
            Mapper<?> mapper = unit.model().mapper(entity);
            boolean isNew = !EntityInternals.isTracked(entity);
            Values row = row(mapper, entity, isNew);
            if (isNew) {
                inserted.computeIfAbsent(mapper, any -> new ArrayList<>()).add(row);
            } else if (EntityInternals.isAnyChanged(entity)) {
                updated.computeIfAbsent(mapper, any -> new ArrayList<>()).add(row);
            }
        }
        inserted.forEach((mapper, rows) -> insert(mapper.path(), rows));
        updated.forEach((mapper, rows) -> update(mapper.path(), rows));
    }

    private static Values row(Mapper<?> mapper, ManagedEntity entity, boolean isNew) {
        Values row = Values.EMPTY;
        for (int attribute : mapper.columnAttributes()) {
            boolean isKey = mapper.isPrimaryKey(attribute);
            boolean isWritten = isNew ? EntityInternals.isChanged(entity, attribute)
                    && !(isKey && EntityInternals.isMissing(entity, attribute))
                    : isKey || attribute == mapper.version() || EntityInternals.isChanged(entity, attribute);
            if (isNew && attribute == mapper.writtenVersion()) {
                row = set(row, attribute(mapper.path(), mapper, attribute), Versions.first(mapper));
            } else if (isWritten) {
                Object value = isKey && !isNew ? EntityInternals.before(entity, attribute)
                        : EntityInternals.get(entity, attribute);
                row = set(row, attribute(mapper.path(), mapper, attribute), value);
            }
        }
        return row;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the value is that of the attribute
    static <T extends @Nullable Object> Values set(Values row, Attribute<?, T> column, @Nullable Object value) {
        return row.set(column, (T) value);
    }
}
