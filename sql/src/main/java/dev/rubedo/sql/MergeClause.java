package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An incomplete clause of a {@link Merge}. {@link #update}, {@link #delete} and {@link #insert} complete it and return
 * the statement. Immutable.
 *
 * @param <T> the type of each row of {@code RETURNING}
 * @param merge the statement
 * @param when the kind of rows
 * @param condition an additional condition
 */
public record MergeClause<T extends @Nullable Object>(Merge<T> merge, MergeAction.When when, Condition condition) {
    /** Checks the components. */
    public MergeClause {
        Objects.requireNonNull(merge, "merge");
    }

    /**
     * Returns the statement, which updates such rows. Update defaults of columns apply.
     *
     * @param change sets columns: {@code row -> row.set(stock.count, stock.count.plus(deliveries.count))}
     */
    public Merge<T> update(UnaryOperator<Values> change) {
        var update = new Update<Void>(merge.target());
        for (var assignment : assigned(change, "update").assignments()) {
            update = update.assign(assignment);
        }
        return with(update);
    }

    /** Returns the statement, which deletes such rows. */
    public Merge<T> delete() {
        return with(new Delete<Void>(merge.target()));
    }

    /**
     * Returns the statement, which inserts a row for each of them. Defaults of columns apply.
     *
     * @param row sets columns: {@code row -> row.set(stock.id, deliveries.itemId)}
     */
    public Merge<T> insert(UnaryOperator<Values> row) {
        return with(new Insert<Void>(merge.target()).rows(List.of(assigned(row, "insert"))));
    }

    private static Values assigned(UnaryOperator<Values> change, String method) {
        var values = change.apply(Values.EMPTY);
        if (values.assignments().isEmpty()) {
            throw new IllegalArgumentException(method + "() sets no column");
        }
        return values;
    }

    private Merge<T> with(DmlStatement<?> change) {
        return merge.with(new MergeAction(when, condition, change));
    }

    @Override
    public String toString() {
        return "MERGE INTO " + merge.target() + " ... " + when.text()
                + (condition == NoCondition.NONE ? "" : " AND " + condition) + " THEN ...";
    }
}
