package dev.rubedo.orm.session;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.internal.flush.KeyPrecision;
import dev.rubedo.orm.internal.flush.Versions;
import dev.rubedo.orm.internal.query.CriteriaOption;
import dev.rubedo.orm.internal.query.PopulateExistingOption;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.ConflictUpdate;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.OnConflict;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Values;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of an entity, or updates those that have the same key, and returns their objects. Confined to one thread
 * at a time.
 *
 * @param <E> the entity class
 */
final class UpsertWriter<E> {

    /** Statements with more rows are not faster. */
    private static final int MOST_ROWS = 500;

    private final UnitOfWork unit;
    private final EntityPath<E> path;
    private final Mapper<E> mapper;
    private final EntityRows written;
    private final UpsertKey key;
    private final List<Values> rows = new ArrayList<>();
    private final List<Map<Integer, @Nullable Object>> values = new ArrayList<>();

    UpsertWriter(UnitOfWork unit, EntityPath<E> path, List<Values> rows, List<? extends Attribute<?, ?>> given) {
        this.unit = unit;
        this.path = path;
        this.mapper = unit.model().mapper(path);
        this.written = new EntityRows(mapper, path);
        if (mapper.isReadOnly() || mapper.tables().size() > 1 || !mapper.concretes().isEmpty()) {
            throw new InvalidStatementException("upsert(...) writes one table, but \"" + path + "\" is "
                    + (mapper.isReadOnly() ? "read from a query." : "stored in several.")
                    + " Use merge(...) or bulk statements.");
        }
        this.key = given.isEmpty() ? key(mapper.primaryKey()) : new UpsertKey(List.copyOf(given));
        int[] attributes = this.key.attributes().stream().mapToInt(Attribute::index).sorted().toArray();
        boolean isForeign = this.key.attributes().stream().anyMatch(one -> !one.owner().equals(path));
        if (isForeign || mapper.uniqueKeys().stream().noneMatch(one -> Arrays.equals(sorted(one), attributes))) {
            throw new IllegalArgumentException("The attributes " + this.key.attributes() + " are not a unique key of \""
                    + path + "\". Name those of a unique constraint, or none for the primary key.");
        }
        rows.forEach(this::read);
        requireDistinct();
    }

    private UpsertKey key(int[] attributes) {
        return new UpsertKey(Arrays.stream(attributes).<Attribute<?, ?>>mapToObj(this::attribute).toList());
    }

    private static int[] sorted(int[] attributes) {
        int[] copy = attributes.clone();
        Arrays.sort(copy);
        return copy;
    }

    private Attribute<?, ?> attribute(int index) {
        return path.attribute(mapper.definition().attribute(index).name()).orElseThrow();
    }

    private void read(Values given) {
        Values row = given;
        Map<Integer, @Nullable Object> read = BulkWriter.values(path, given);
        written.requireClass(read, "upsert");
        for (Attribute<?, ?> part : key.attributes()) {
            Object value = read.get(part.index());
            Object kept = value == null ? null : kept(part, value);
            if (!Objects.equals(value, kept)) {
                row = BulkWriter.set(row, part, kept);
                read.put(part.index(), kept);
            }
        }
        rows.add(row);
        values.add(read);
    }

    /** Returns a value of the key as the database stores it, by which the row is found. */
    private Object kept(Attribute<?, ?> part, Object value) {
        SqlType<?> type = mapper.column(part.index()).type();
        if (type instanceof NumericType numeric && numeric.scale() >= 0 && value instanceof BigDecimal number
                && number.stripTrailingZeros().scale() > numeric.scale()) {
            throw new IllegalArgumentException("The value " + number + " of \"" + part + "\" has more than "
                    + numeric.scale() + " fraction digits, so the database would round the key. Round it before"
                    + " upsert(...).");
        }
        return KeyPrecision.kept(type, value, unit.writing(mapper).connection().engine().codecs());
    }

    private void requireDistinct() {
        Map<List<Object>, Integer> seen = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Integer before = seen.put(key.exact(values.get(i)), i);
            if (before != null) {
                throw equalKeys(before, i);
            }
        }
    }

    private IllegalArgumentException equalKeys(int one, int other) {
        return new IllegalArgumentException("Rows " + (one + 1) + " and " + (other + 1)
                + " of upsert(...) have the same key " + key.exact(values.get(other))
                + ". Keep only one of them.");
    }

    private boolean supports(Feature feature) {
        return unit.writing(mapper).connection().engine().dialect().supports(feature);
    }

    /**
     * Makes sure that no row has another unique key of a row to write, where the database updates the row that any key
     * finds.
     */
    void requireOneKey(Function<Select<E>, List<E>> reader) {
        if (supports(Feature.ON_CONFLICT_TARGET)) {
            return;
        }
        for (int[] attributes : mapper.uniqueKeys()) {
            UpsertKey other = key(attributes);
            if (Set.copyOf(other.attributes()).equals(Set.copyOf(key.attributes()))) {
                continue;
            }
            List<Map<Integer, @Nullable Object>> some = values.stream().filter(other::isIn).toList();
            Map<List<Object>, List<Object>> owners = new HashMap<>();
            for (E object : read(other, some, reader)) {
                owners.put(UpsertKey.collated(other.exact(object)), key.exact(object));
            }
            for (Map<Integer, @Nullable Object> row : some) {
                List<Object> owner = owners.get(UpsertKey.collated(other.exact(row)));
                if (owner != null && !UpsertKey.collated(owner).equals(UpsertKey.collated(key.exact(row)))) {
                    throw new InvalidStatementException("upsert(...) of \"" + path + "\" with key " + key.exact(row)
                            + " would update another row, that with key " + owner + ", which has the same "
                            + other.attributes() + ": " + other.exact(row)
                            + ". Change or delete that row before, or name its key in upsert(...).");
                }
            }
        }
    }

    /** Writes the rows, those with the same columns together, in statements that the database has enough parameters for. */
    void write() {
        Map<Set<Integer>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            groups.computeIfAbsent(values.get(i).keySet(), any -> new ArrayList<>()).add(i);
        }
        int binds = unit.writing(mapper).connection().engine().dialect().maximumBinds();
        int most = Math.max(1, Math.min(MOST_ROWS, binds / (2 * mapper.columnAttributes().length)));
        groups.forEach((attributes, positions) -> {
            for (int from = 0; from < positions.size(); from += most) {
                List<Values> some = new ArrayList<>();
                for (int position : positions.subList(from, Math.min(positions.size(), from + most))) {
                    some.add(complete(rows.get(position), attributes));
                }
                unit.writing(mapper).connection().execute(unit.plans().planner().resolve(statement(attributes, some)));
            }
        });
        unit.rowsChangedByStatement();
    }

    /** Returns a row with its first version and the defaults of attributes that are not given. */
    private Values complete(Values row, Set<Integer> attributes) {
        Values complete = row;
        if (mapper.writtenVersion() >= 0 && !attributes.contains(mapper.version())) {
            complete = BulkWriter.set(complete, attribute(mapper.version()), Versions.first(mapper));
        }
        return written.complete(complete, attributes);
    }

    private Insert<Void> statement(Set<Integer> attributes, List<Values> some) {
        Insert<Void> insert = Sql.insertInto(path).rows(some);
        OnConflict<Void> conflict = supports(Feature.ON_CONFLICT_TARGET)
                ? insert.onConflict(key.attributes().toArray(new Attribute<?, ?>[0]))
                : insert.onConflict();
        List<Attribute<?, ?>> changed = new ArrayList<>();
        for (int attribute : attributes) {
            if (!mapper.isPrimaryKey(attribute) && attribute != mapper.version()
                    && attribute != mapper.hierarchy().discriminator() && !key.has(attribute)) {
                changed.add(attribute(attribute));
            }
        }
        return changed.isEmpty() ? conflict.doNothing() : conflict.doUpdate(update -> {
            ConflictUpdate result = update;
            for (Attribute<?, ?> one : changed) {
                result = excluded(result, one);
            }
            result = ofClass(renewed(result, attributes));
            return mapper.writtenVersion() < 0 ? result : counted(result, attribute(mapper.version()));
        });
    }

    /** Adds the attributes that get a new value in each UPDATE, unless the rows have them. */
    private ConflictUpdate renewed(ConflictUpdate update, Set<Integer> attributes) {
        ConflictUpdate result = update;
        for (int attribute : mapper.defaults().changedByUpdate()) {
            if (attributes.contains(attribute) || attribute == mapper.version() || mapper.isPrimaryKey(attribute)
                    || key.has(attribute)) {
                continue;
            }
            Expression<?> expression = mapper.defaults().updateExpression(attribute);
            if (expression != null) {
                result = computed(result, attribute(attribute), expression);
            } else if (Arrays.stream(mapper.defaults().renewed()).anyMatch(one -> one == attribute)) {
                result = renewed(result, attribute(attribute), mapper.defaults().renew(attribute));
            }
        }
        return result;
    }

    @SuppressWarnings("unchecked") // the expression of a default has the type of its attribute
    private static <V extends @Nullable Object> ConflictUpdate computed(ConflictUpdate update, Attribute<?, V> column,
            Expression<?> value) {
        return update.set(column, (Expression<V>) value);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the value is that of the attribute
    private static <V extends @Nullable Object> ConflictUpdate renewed(ConflictUpdate update, Attribute<?, V> column,
            @Nullable Object value) {
        return update.set(column, (V) value);
    }

    /** Leaves rows of other classes unchanged, where the database supports a condition for that. */
    private ConflictUpdate ofClass(ConflictUpdate update) {
        return supports(Feature.ON_CONFLICT_WHERE) ? update.where(written.isOfClass()) : update;
    }

    private static <V extends @Nullable Object> ConflictUpdate excluded(ConflictUpdate update, Attribute<?, V> column) {
        return update.set(column, update.excluded(column));
    }

    /** A counter is incremented from the row; any other version is the one that was created for the new row. */
    @SuppressWarnings("unchecked") // a counter is a number
    private <V extends @Nullable Object> ConflictUpdate counted(ConflictUpdate update, Attribute<?, V> version) {
        if (mapper.columnDefinition(mapper.version()).nextVersion() != null) {
            return excluded(update, version);
        }
        return update.set(version, (Expression<? extends V>) next((Attribute<?, ? extends Number>) version));
    }

    private static <N extends Number> Expression<N> next(Attribute<?, N> version) {
        return Sql.cast(version.plus(1), version.type());
    }

    /** Returns the objects of the rows, in the order of the rows, with the current values of the database. */
    List<E> objects(Function<Select<E>, List<E>> reader) {
        Map<List<Object>, E> exact = new HashMap<>();
        Map<List<Object>, List<E>> collated = new HashMap<>();
        for (E object : read(key, values, reader)) {
            List<Object> found = key.exact(object);
            exact.put(found, object);
            collated.computeIfAbsent(UpsertKey.collated(found), any -> new ArrayList<>()).add(object);
        }
        List<E> objects = new ArrayList<>();
        Map<E, Integer> seen = new IdentityHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            List<Object> wanted = key.exact(values.get(i));
            E object = exact.get(wanted);
            if (object == null) {
                List<E> similar = collated.getOrDefault(UpsertKey.collated(wanted), List.of());
                if (similar.size() != 1) {
                    throw failed(notFound(wanted));
                }
                object = similar.get(0);
            }
            Integer before = seen.put(object, i);
            if (before != null) {
                throw failed(equalKeys(before, i));
            }
            objects.add(object);
        }
        return objects;
    }

    private RuntimeException notFound(List<Object> wanted) {
        return new InvalidStatementException("After upsert(...) no row of \"" + path + "\" has the key "
                + wanted + (mapper.parent() == null
                        ? ": the database stored the key differently, or another unique key of the row was found."
                        : ": the row with this key is of another class.")
                + " The transaction was rolled back. Check the key, or use merge(...).");
    }

    /** Undoes the writes if rows are not as intended. */
    private RuntimeException failed(RuntimeException failure) {
        unit.session().transaction().writeFailed();
        return failure;
    }

    private List<E> read(UpsertKey by, List<Map<Integer, @Nullable Object>> some,
            Function<Select<E>, List<E>> reader) {
        List<E> found = new ArrayList<>();
        int binds = unit.writing(mapper).connection().engine().dialect().maximumBinds();
        int most = Math.max(1, Math.min(MOST_ROWS, binds / by.attributes().size()));
        for (int from = 0; from < some.size(); from += most) {
            Condition condition = by.isOneOf(some.subList(from, Math.min(some.size(), from + most)));
            found.addAll(reader.apply(Sql.select(path).where(condition).options(new PopulateExistingOption(),
                    CriteriaOption.lifting(path))));
        }
        return found;
    }
}
