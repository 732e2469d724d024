package dev.rubedo.migrate.operation;

import dev.rubedo.schema.Column;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The options of {@link Operations#backfill}: the assignments, the rows, and the size of batches. Immutable. */
public final class BackfillOptions {
    static final BackfillOptions NONE = new BackfillOptions(Map.of(), List.of(), NoCondition.NONE, List.of(),
            BackfillOperation.USUAL_BATCH, Duration.ZERO);

    private final Map<String, Expression<?>> values;
    private final List<Column<?>> typed;
    private final Condition condition;
    private final List<String> key;
    private final int batch;
    private final Duration pause;

    private BackfillOptions(Map<String, Expression<?>> values, List<Column<?>> typed, Condition condition,
            List<String> key, int batch, Duration pause) {
        this.values = values;
        this.typed = typed;
        this.condition = condition;
        this.key = key;
        this.batch = batch;
        this.pause = pause;
    }

    Map<String, Expression<?>> values() {
        return values;
    }

    /** Returns the columns that were given as objects, which must belong to the table. */
    List<Column<?>> typed() {
        return typed;
    }

    Condition condition() {
        return condition;
    }

    List<String> key() {
        return key;
    }

    int batch() {
        return batch;
    }

    Duration pause() {
        return pause;
    }

    private BackfillOptions setting(String column, Expression<?> value, List<Column<?>> columns) {
        var all = new LinkedHashMap<>(values);
        if (all.put(column, value) != null) {
            throw new IllegalArgumentException("backfill(...): column \"" + column + "\" is set twice");
        }
        return new BackfillOptions(all, columns, condition, key, batch, pause);
    }

    /**
     * Sets a column to the value of an expression.
     *
     * @param column the name of the column
     * @param sql the expression, written verbatim; a string literal needs quotes
     */
    public BackfillOptions set(String column, String sql) {
        // what follows must not become a part of a comment at its end
        String whole = sql.contains("--") || sql.contains("#") ? sql + "\n" : sql;
        return setting(column, new TextFragment<>(whole, List.of(), Types.UNKNOWN), typed);
    }

    /**
     * Sets a column to the value of an expression. Requires a backfill of a declared table.
     *
     * @param column the column
     * @param value the expression
     */
    public <V> BackfillOptions set(Column<V> column, Expression<? extends V> value) {
        var columns = new ArrayList<>(typed);
        columns.add(column);
        return setting(column.name(), Objects.requireNonNull(value, "value"), List.copyOf(columns));
    }

    /**
     * Sets a column to a value. Requires a backfill of a declared table.
     *
     * @param column the column
     * @param value the value
     */
    public <V> BackfillOptions set(Column<V> column, V value) {
        return set(column, Sql.literal(value, column.type()));
    }

    /**
     * Restricts the backfill to some rows. With a condition that filled rows no longer satisfy, such as
     * {@code email IS NULL}, the backfill can be repeated and skips rows that the application has filled in the
     * meantime.
     *
     * @param sql the condition, written verbatim
     */
    public BackfillOptions where(String sql) {
        return where(Sql.condition(new TextFragment<>(sql, List.of(), Types.BOOLEAN)));
    }

    /**
     * Restricts the backfill to some rows. Several conditions must all hold.
     *
     * @param restriction the condition
     */
    public BackfillOptions where(Condition restriction) {
        return new BackfillOptions(values, typed, condition.and(restriction), key, batch, pause);
    }

    /**
     * Sets the columns by which rows are divided into batches. There should be an index on them, in this order, and few
     * rows with equal values. The default is the primary key.
     *
     * @param columns the names of the columns
     */
    public BackfillOptions keyedBy(String... columns) {
        return new BackfillOptions(values, typed, condition, List.of(columns), batch, pause);
    }

    /**
     * Sets the number of rows that are changed in a transaction; by default 1000.
     *
     * @param rows the number of rows, at least 1
     */
    public BackfillOptions batch(int rows) {
        return new BackfillOptions(values, typed, condition, key, rows, pause);
    }

    /**
     * Sets a pause after each batch, to leave capacity for replicas and other work; by default none.
     *
     * @param time the pause
     */
    public BackfillOptions pause(Duration time) {
        return new BackfillOptions(values, typed, condition, key, batch, time);
    }
}
