package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An incomplete {@code ON CONFLICT} clause. {@link #doNothing} and the {@code doUpdate} methods complete it and return
 * the {@link Insert}. Immutable.
 *
 * @param <T> the type of each row of {@code RETURNING}
 * @param insert the insert
 * @param columns the columns of the unique key
 * @param constraint the name of the unique constraint, or empty
 * @param indexCondition the condition of a partial unique index
 */
public record OnConflict<T extends @Nullable Object>(Insert<T> insert, List<SettableColumn<?>> columns,
        String constraint,
        Condition indexCondition) {
    /** Checks the components. */
    public OnConflict {
        Objects.requireNonNull(insert, "insert");
        columns = List.copyOf(columns);
    }

    /**
     * Returns this clause for a partial unique index. Its values are written into the statement, because the database
     * looks for the index before it knows the values of parameters.
     *
     * @param condition the condition of the index
     * @throws IllegalArgumentException if a value is to be given at execution
     */
    public OnConflict<T> where(Condition condition) {
        return new OnConflict<>(insert, columns, constraint,
                indexCondition.and(new ConstantValues().condition(condition)));
    }

    /** Returns the insert, which skips conflicting rows. */
    public Insert<T> doNothing() {
        return insert.conflict(new ConflictClause(columns, constraint, indexCondition, null));
    }

    /**
     * Returns the insert, which updates the existing row on conflict.
     *
     * @param change defines the update: {@code e -> e.set(users.name, e.excluded(users.name))}
     */
    public Insert<T> doUpdate(UnaryOperator<ConflictUpdate> change) {
        var update = change.apply(new ConflictUpdate(List.of(), NoCondition.NONE));
        if (update.assignments().isEmpty()) {
            throw new IllegalArgumentException("doUpdate() sets no column: set one, or use doNothing()");
        }
        return insert.conflict(new ConflictClause(columns, constraint, indexCondition, update));
    }

    /**
     * Returns the insert, which on conflict copies the values to be inserted into the existing row.
     *
     * @param changed the columns to copy
     */
    public Insert<T> doUpdateExcluded(SettableColumn<?>... changed) {
        return doUpdate(update -> {
            var result = update;
            for (var column : changed) {
                result = excluded(result, column);
            }
            return result;
        });
    }

    private static <V extends @Nullable Object> ConflictUpdate excluded(ConflictUpdate update,
            SettableColumn<V> column) {
        return update.set(column, new Excluded<>(column));
    }

    @Override
    public String toString() {
        String target = constraint.isEmpty()
                ? columns.isEmpty() ? ""
                        : " (" + columns.stream().map(SettableColumn::name).collect(Collectors.joining(", ")) + ")"
                : " ON CONSTRAINT " + constraint;
        return insert + " ON CONFLICT" + target
                + (indexCondition == NoCondition.NONE ? "" : " WHERE " + indexCondition) + " ...";
    }
}
