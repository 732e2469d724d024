package dev.rubedo.orm.session;

import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Update;
import dev.rubedo.sql.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that statements add to the rows of an entity: the defaults that its columns do not have themselves,
 * because its subclasses share their table with other classes, and the discriminator. Immutable.
 *
 * @param mapper the entity
 * @param path the target of the statements
 */
record EntityRows(Mapper<?> mapper, EntityPath<?> path) {

    private Attribute<?, ?> attribute(int index) {
        return path.attribute(mapper.definition().attribute(index).name()).orElseThrow();
    }

    /**
     * Refuses a discriminator of another class: no bulk method changes the class of a row.
     *
     * @param row the values by attribute
     * @param method the method that the rows were passed to
     */
    void requireClass(Map<Integer, @Nullable Object> row, String method) {
        int discriminator = mapper.hierarchy().discriminator();
        if (discriminator >= 0 && row.containsKey(discriminator)
                && !Objects.equals(row.get(discriminator), mapper.definition().discriminatorValue())) {
            throw new IllegalArgumentException("A row of " + method + "(...) has the discriminator value \""
                    + row.get(discriminator) + "\", but rows of \"" + path + "\" have \""
                    + mapper.definition().discriminatorValue() + "\". Leave it out, or " + method.replace("bulkI", "i")
                            .replace("bulkU", "u")
                    + " the entity that has this value.");
        }
    }

    /** Returns the condition that a row of the root's table is of this class; empty for a root, and if an expression determines the class. */
    Condition isOfClass() {
        int discriminator = mapper.hierarchy().discriminator();
        if (mapper.parent() == null
                || !(mapper.definition().attribute(discriminator) instanceof ColumnDefinition)) {
            return NoCondition.NONE;
        }
        List<@Nullable Object> classes = new ArrayList<>();
        for (Mapper<?> one : mapper.hierarchy().below(mapper)) {
            if (one.definition().discriminatorValue() != null) {
                classes.add(one.definition().discriminatorValue());
            }
        }
        return new InValues(mapper.column(discriminator), "", classes, false);
    }

    /**
     * Returns a row with the defaults of attributes that it has no value for. The columns of subclasses in a shared
     * table have no defaults of their own, because rows of other classes must not have them.
     *
     * @param given the attributes that the row has
     */
    Values complete(Values row, Set<Integer> given) {
        Values complete = row;
        for (int attribute : mapper.columnAttributes()) {
            if (given.contains(attribute) || isCompletedElsewhere(attribute)) {
                continue;
            }
            Expression<?> expression = mapper.defaults().insertExpression(attribute);
            if (expression != null) {
                complete = computed(complete, attribute(attribute), expression);
            } else if (has(mapper.defaults().supplied(), attribute)) {
                complete = BulkWriter.set(complete, attribute(attribute), mapper.defaults().supply(attribute));
            }
        }
        return complete;
    }

    private boolean isCompletedElsewhere(int attribute) {
        return attribute == mapper.version() || mapper.column(attribute).insertDefault() != null;
    }

    /** Returns whether rows may lack a default, without computing one: the method of a default may count its calls. */
    private boolean hasDefaults() {
        return Arrays.stream(mapper.columnAttributes()).anyMatch(attribute -> !isCompletedElsewhere(attribute)
                && (mapper.defaults().insertExpression(attribute) != null
                        || has(mapper.defaults().supplied(), attribute)));
    }

    /** Returns an INSERT of the program whose rows have the defaults. */
    <T extends @Nullable Object> Insert<T> complete(Insert<T> insert) {
        if (insert.query() != null || !hasDefaults()) {
            return insert;
        }
        if (insert.rows().isEmpty()) {
            return insert.rows(List.of(complete(Values.EMPTY, Set.of())));
        }
        // those of another INSERT in a WITH clause may be equal
        Set<Values> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        rows.addAll(insert.rows());
        return insert.rewrite(new Rewriter() {
            @Override
            protected Values values(Values node) {
                return rows.contains(node) ? complete(node, given(node.assignments())) : super.values(node);
            }
        });
    }

    /** Returns an UPDATE of the program with the attributes that get a new value in each. */
    <T extends @Nullable Object> Update<T> complete(Update<T> update) {
        if (update.assignments().isEmpty()) {
            return update;
        }
        Update<T> complete = update;
        Set<Integer> given = given(update.assignments());
        for (int attribute : mapper.defaults().changedByUpdate()) {
            if (given.contains(attribute) || attribute == mapper.version()
                    || mapper.column(attribute).updateDefault() != null
                    || given.stream().noneMatch(one -> mapper.tableOf(one) == mapper.tableOf(attribute))) {
                continue;
            }
            Expression<?> expression = mapper.defaults().updateExpression(attribute);
            if (expression != null) {
                complete = computed(complete, attribute(attribute), expression);
            } else if (has(mapper.defaults().renewed(), attribute)) {
                complete = renewed(complete, attribute(attribute), mapper.defaults().renew(attribute));
            }
        }
        return complete;
    }

    private Set<Integer> given(List<Assignment<?>> assignments) {
        Set<Integer> given = new HashSet<>();
        for (Assignment<?> assignment : assignments) {
            if (assignment.column() instanceof Attribute<?, ?> attribute) {
                given.add(attribute.index());
            } else {
                // a column of the table
                for (int attribute : mapper.columnAttributes()) {
                    if (mapper.column(attribute).equals(assignment.column())) {
                        given.add(attribute);
                    }
                }
            }
        }
        return given;
    }

    private static boolean has(int[] attributes, int attribute) {
        return Arrays.stream(attributes).anyMatch(one -> one == attribute);
    }

    @SuppressWarnings("unchecked") // the expression of a default has the type of its attribute
    private static <V extends @Nullable Object> Values computed(Values row, Attribute<?, V> column,
            Expression<?> value) {
        return row.set(column, (Expression<V>) value);
    }

    @SuppressWarnings("unchecked") // the expression of a default has the type of its attribute
    private static <T extends @Nullable Object, V extends @Nullable Object> Update<T> computed(Update<T> update,
            Attribute<?, V> column, Expression<?> value) {
        return update.set(column, (Expression<V>) value);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the value is that of the attribute
    private static <T extends @Nullable Object, V extends @Nullable Object> Update<T> renewed(Update<T> update,
            Attribute<?, V> column, @Nullable Object value) {
        return update.set(column, Sql.value((V) value, column.type()));
    }
}
