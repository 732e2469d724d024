package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Update;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Changes rows of a table in batches, each in its own transaction. In a script, a single statement changes them.
 * Immutable.
 *
 * @param table the table, with the columns that are set and those of the key
 * @param values the new values by name of column, in order
 * @param condition which rows are changed; {@link dev.rubedo.sql.NoCondition#NONE} for all
 * @param key the columns by which rows are divided into batches; empty for the primary key in the database
 * @param batch the number of rows that are changed in a transaction
 * @param pause the pause after each batch
 */
public record BackfillOperation(Table table, Map<String, Expression<?>> values, Condition condition, List<String> key,
        int batch, Duration pause) implements DatabaseOperation {

    /** The default number of rows that are changed in a transaction. */
    public static final int USUAL_BATCH = 1000;

    /** Checks the components and copies the collections. */
    public BackfillOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(condition, "condition");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        key = List.copyOf(key);
        var name = "backfill(\"" + table.label() + "\", ...): ";
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + "nothing is set. Add set(column, value).");
        }
        if (batch < 1) {
            throw new IllegalArgumentException(name + "batch: must be at least 1, got " + batch);
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException(name + "pause: must not be negative, got " + pause);
        }
        values.keySet().forEach(table::require);
        key.forEach(table::require);
        for (var column : key) {
            if (values.containsKey(column)) {
                throw new IllegalArgumentException(name + "column \"" + column + "\" divides rows into batches and "
                        + "cannot be set at the same time. Divide them by other columns: keyedBy(...).");
            }
        }
    }

    /** Returns the statement that changes all rows at once. */
    public Update<Void> statement() {
        Update<Void> update = Sql.update(table);
        for (var value : values.entrySet()) {
            update = update.set(table.column(value.getKey()), value.getValue());
        }
        return update.where(restriction());
    }

    /** Returns the condition with each hand-written part in parentheses, so that other conditions can be added. */
    public Condition restriction() {
        return new TextGrouping().condition(condition);
    }

    @Override
    public MigrationOperation reverse() {
        throw new IrreversibleOperationException(describe(), "the previous values are not known");
    }

    @Override
    public OperationStep step() {
        return OperationStep.OTHERS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return before;
    }

    @Override
    public String describe() {
        return "backfill " + String.join(", ", values.keySet()) + " of table \"" + table.label() + "\"";
    }
}
