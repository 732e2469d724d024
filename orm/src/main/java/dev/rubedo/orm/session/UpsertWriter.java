package dev.rubedo.orm.session;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.internal.flush.Versions;
import dev.rubedo.orm.internal.query.CriteriaOption;
import dev.rubedo.orm.internal.query.PopulateExistingOption;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.KeyType;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.ConflictUpdate;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.OnConflict;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    private final List<Attribute<?, ?>> key;
    private final List<Values> rows;
    private final List<Map<Integer, @Nullable Object>> values = new ArrayList<>();

    UpsertWriter(UnitOfWork unit, EntityPath<E> path, List<Values> rows, List<? extends Attribute<?, ?>> given) {
        this.unit = unit;
        this.path = path;
        this.mapper = unit.model().mapper(path);
        this.rows = rows;
        if (mapper.isReadOnly() || mapper.tables().size() > 1 || !mapper.concretes().isEmpty()) {
            throw new InvalidStatementException("upsert(...) writes one table, but \"" + path + "\" is "
                    + (mapper.isReadOnly() ? "read from a query." : "stored in several.")
                    + " Use merge(...) or bulk statements.");
        }
        this.key = given.isEmpty()
                ? Arrays.stream(mapper.primaryKey()).<Attribute<?, ?>>mapToObj(this::attribute).toList()
                : List.copyOf(given);
        int[] attributes = this.key.stream().mapToInt(Attribute::index).sorted().toArray();
        boolean isForeign = this.key.stream().anyMatch(one -> !one.owner().equals(path));
        if (isForeign || mapper.uniqueKeys().stream().noneMatch(one -> Arrays.equals(sorted(one), attributes))) {
            throw new IllegalArgumentException("The attributes " + this.key + " are no unique key of \"" + path
                    + "\". Name those of a unique constraint, or none for the primary key.");
        }
        readValues();
    }

    private static int[] sorted(int[] attributes) {
        int[] copy = attributes.clone();
        Arrays.sort(copy);
        return copy;
    }

    private Attribute<?, ?> attribute(int index) {
        return path.attribute(mapper.definition().attribute(index).name()).orElseThrow();
    }

    private void readValues() {
        Map<List<Object>, Integer> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<Integer, @Nullable Object> row = BulkWriter.values(path, rows.get(i));
            values.add(row);
            Integer before = seen.put(keyOf(row::get), i);
            if (before != null) {
                throw new IllegalArgumentException(
                        "Rows " + (before + 1) + " and " + (i + 1) + " of upsert(...) have the same key "
                                + keyOf(row::get) + ". Keep one of them: which one should win?");
            }
        }
    }

    private List<Object> keyOf(Function<Integer, @Nullable Object> value) {
        List<Object> found = new ArrayList<>();
        for (Attribute<?, ?> part : key) {
            Object one = value.apply(part.index());
            if (one == null) {
                throw new IllegalArgumentException("A row of upsert(...) has no value for \"" + part
                        + "\". Each row needs its key.");
            }
            found.add(KeyType.collated(one));
        }
        return found;
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
                    some.add(withVersion(rows.get(position), attributes));
                }
                unit.writing(mapper).connection().execute(unit.plans().planner().resolve(statement(attributes, some)));
            }
        });
        unit.rowsChangedByStatement();
    }

    private Values withVersion(Values row, Set<Integer> attributes) {
        boolean isComplete = mapper.writtenVersion() < 0 || attributes.contains(mapper.version());
        return isComplete ? row : BulkWriter.set(row, attribute(mapper.version()), Versions.first(mapper));
    }

    private Insert<Void> statement(Set<Integer> attributes, List<Values> some) {
        Insert<Void> insert = Sql.insertInto(path).rows(some);
        boolean isNamed = unit.writing(mapper).connection().engine().dialect().supports(Feature.ON_CONFLICT_TARGET);
        OnConflict<Void> conflict = isNamed ? insert.onConflict(key.toArray(new Attribute<?, ?>[0]))
                : insert.onConflict();
        List<Attribute<?, ?>> changed = new ArrayList<>();
        for (int attribute : attributes) {
            if (!mapper.isPrimaryKey(attribute) && attribute != mapper.version()
                    && key.stream().noneMatch(part -> part.index() == attribute)) {
                changed.add(attribute(attribute));
            }
        }
        return changed.isEmpty() ? conflict.doNothing() : conflict.doUpdate(update -> {
            ConflictUpdate result = update;
            for (Attribute<?, ?> one : changed) {
                result = excluded(result, one);
            }
            return mapper.writtenVersion() < 0 ? result : counted(result, attribute(mapper.version()));
        });
    }

    private static <V extends @Nullable Object> ConflictUpdate excluded(ConflictUpdate update, Attribute<?, V> column) {
        return update.set(column, update.excluded(column));
    }

    /** A counter goes on from the row; any other version is the one that was made for the new row. */
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

    /** Returns the objects of the rows, in the order of the rows, as the database has them now. */
    List<E> objects(Function<Select<E>, List<E>> reader) {
        Map<List<Object>, E> found = new HashMap<>();
        int binds = unit.writing(mapper).connection().engine().dialect().maximumBinds();
        int most = Math.max(1, Math.min(MOST_ROWS, binds / key.size()));
        for (int from = 0; from < values.size(); from += most) {
            Condition condition = condition(values.subList(from, Math.min(values.size(), from + most)));
            Select<E> select = Sql.select(path).where(condition).options(new PopulateExistingOption(),
                    CriteriaOption.lifting(path));
            for (E object : reader.apply(select)) {
                found.put(keyOf(attribute -> EntityInternals.get(EntityInternals.managed(object), attribute)), object);
            }
        }
        List<E> objects = new ArrayList<>();
        for (Map<Integer, @Nullable Object> row : values) {
            objects.add(Objects.requireNonNull(found.get(keyOf(row::get)),
                    () -> "The row with key " + keyOf(row::get) + " was written, but is not found."));
        }
        return objects;
    }

    private Condition condition(List<Map<Integer, @Nullable Object>> some) {
        if (key.size() == 1) {
            Attribute<?, ?> only = key.get(0);
            return new InValues(only, "", some.stream().<@Nullable Object>map(row -> row.get(only.index())).toList(),
                    false);
        }
        List<Condition> any = new ArrayList<>();
        for (Map<Integer, @Nullable Object> row : some) {
            List<Condition> all = new ArrayList<>();
            for (Attribute<?, ?> part : key) {
                all.add(equal(part, row.get(part.index())));
            }
            any.add(Junction.of(Junction.Kind.AND, all));
        }
        return any.size() == 1 ? any.get(0) : Junction.of(Junction.Kind.OR, any);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the values of an attribute have its type
    private static <V extends @Nullable Object> Condition equal(Attribute<?, V> attribute, @Nullable Object value) {
        return new Comparison(attribute, Operator.EQ, Sql.value((V) value, attribute.type()));
    }
}
