package dev.rubedo.orm.session;

import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.KeyType;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unique key by which the rows of an upsert are found. Immutable. Thread-safe.
 *
 * @param attributes the attributes of the key
 */
record UpsertKey(List<Attribute<?, ?>> attributes) {

    UpsertKey {
        attributes = List.copyOf(attributes);
    }

    boolean has(int attribute) {
        return attributes.stream().anyMatch(part -> part.index() == attribute);
    }

    /** Returns whether a row has a value for each attribute of the key. */
    boolean isIn(Map<Integer, @Nullable Object> row) {
        return attributes.stream().allMatch(part -> row.get(part.index()) != null);
    }

    /** Returns the key of a row in normal form. */
    List<Object> exact(Map<Integer, @Nullable Object> row) {
        List<Object> found = new ArrayList<>();
        for (Attribute<?, ?> part : attributes) {
            Object one = row.get(part.index());
            if (one == null) {
                throw new IllegalArgumentException("A row of upsert(...) has no value for \"" + part
                        + "\". Each row needs its key.");
            }
            found.add(KeyType.normal(one));
        }
        return found;
    }

    /** Returns the key of an object in normal form. */
    List<Object> exact(Object object) {
        ManagedEntity entity = EntityInternals.managed(object);
        List<Object> found = new ArrayList<>();
        for (Attribute<?, ?> part : attributes) {
            Object value = EntityInternals.get(entity, part.index());
            found.add(value == null ? List.of() : KeyType.normal(value));
        }
        return found;
    }

    /** Returns the form of an exact key that is equal for all keys that a collation may consider equal. */
    static List<Object> collated(List<Object> exact) {
        return exact.stream().map(KeyType::collated).toList();
    }

    /** Returns the condition that a row has the key of one of these. */
    Condition isOneOf(List<Map<Integer, @Nullable Object>> rows) {
        if (attributes.size() == 1) {
            Attribute<?, ?> only = attributes.get(0);
            return new InValues(only, "", rows.stream().<@Nullable Object>map(row -> row.get(only.index())).toList(),
                    false);
        }
        List<Condition> any = new ArrayList<>();
        for (Map<Integer, @Nullable Object> row : rows) {
            List<Condition> all = new ArrayList<>();
            for (Attribute<?, ?> part : attributes) {
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
