package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.BackfillOperation;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Functions;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Sql;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run of a backfill: it searches for the key that ends the next batch, changes the rows up to it, records the key and
 * commits. Confined to one thread at a time.
 */
final class BackfillRun {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillRun.class);
    private static final long LONGEST_NAP = 100_000_000L;

    private final BackfillOperation backfill;
    private final BackfillKey key;
    private final Connection connection;
    private final MigrationOptions options;
    private final Recorder recorder;
    private final Consumer<String> display;
    private long filled;

    /** A recorder of the progress of a backfill, in the transaction of a batch. */
    @FunctionalInterface
    interface Recorder {
        /**
         * Records a batch.
         *
         * @param rows the number of rows changed so far
         * @param last the key of the last row of the batch
         */
        void record(long rows, List<Object> last);
    }

    /**
     * Creates a run.
     *
     * @param backfill the backfill
     * @param key the key that divides the rows into batches
     * @param connection the database, without an open transaction
     * @param options the options for running revisions
     * @param recorder records each batch
     * @param display receives the progress of the backfill
     */
    BackfillRun(BackfillOperation backfill, BackfillKey key, Connection connection, MigrationOptions options,
            Recorder recorder, Consumer<String> display) {
        this.backfill = backfill;
        this.key = key;
        this.connection = connection;
        this.options = options;
        this.recorder = recorder;
        this.display = display;
    }

    /**
     * Changes all rows after a key, and those whose key contains NULL.
     *
     * @param start the key; null to begin with the first row
     * @param before the number of rows changed by earlier runs
     */
    void run(@Nullable List<Object> start, long before) {
        filled = before;
        var share = share();
        var last = start;
        do {
            options.stop().check();
            last = repeated(last);
            if (last != null) {
                display.accept(backfill.describe() + ": " + filled + " rows, up to " + key.describe(last)
                        + percent(last.get(0), share));
                pause();
            }
        } while (last != null);
        LOG.info("{}: {} rows", backfill.describe(), filled);
    }

    /** Changes a batch; if others hold locks on its rows, it is rolled back and tried again. */
    private @Nullable List<Object> repeated(@Nullable List<Object> from) {
        for (int attempt = 1;; attempt++) {
            long rows = filled;
            try {
                return batch(from);
            } catch (DatabaseException e) {
                filled = rows;
                boolean isRepeatable = e.isRetryable() && !(e instanceof DisconnectedException);
                if (!isRepeatable || attempt >= options.patience().attempts()) {
                    throw failed(from, e);
                }
                LOG.warn("Attempt {} of a batch of {} is repeated: {}", attempt, backfill.describe(), e.getMessage());
                connection.rollback();
                options.patience().pauseAfter(attempt);
                options.stop().check();
            }
        }
    }

    private MigrationException failed(@Nullable List<Object> from, DatabaseException cause) {
        return new MigrationException(ErrorCode.MIGRATION, "The batch of at most " + backfill.batch() + " rows "
                + (from == null ? "at the beginning" : "after " + key.describe(from)) + " of \"" + backfill.describe()
                + "\" failed: " + cause.getMessage(), cause);
    }

    /** Changes the rows after a key, and returns the key of the last one; null if that was the last batch. */
    private @Nullable List<Object> batch(@Nullable List<Object> from) {
        Condition after = from == null ? NoCondition.NONE : key.after(from);
        // rows of which a part of the key is NULL have no place in the order: all of them are in the last batch
        Condition rest = key.hasNulls() ? after.and(key.isNotNull()) : after;
        var last = end(rest);
        Condition part = last != null ? rest.and(key.upTo(last))
                : from != null && key.hasNulls() ? rest.or(key.isNull()) : after;
        filled += connection.execute(backfill.statement().where(part)).rowCount();
        if (last != null) {
            recorder.record(filled, last);
            connection.commit();
        }
        return last;
    }

    /** Returns the key of the row that ends a batch; null if fewer rows are left. */
    private @Nullable List<Object> end(Condition rest) {
        var keys = key.columns().stream().<Projection<?>>map(column -> column).toList();
        var ordering = key.columns().toArray(OrderTerm[]::new);
        return connection.first(Sql.select(keys).from(backfill.table()).where(backfill.restriction()).where(rest)
                .orderBy(ordering).limit(1)
                .offset(backfill.batch() - 1L)).map(this::values).orElse(null);
    }

    private List<Object> values(Row row) {
        return IntStream.rangeClosed(1, key.columns().size())
                .mapToObj(i -> Objects.requireNonNull(row.get(i))).toList();
    }

    /** Returns the smallest and the greatest value of a numeric key; null for other keys. */
    private double @Nullable [] share() {
        var first = key.columns().get(0);
        if (!Number.class.isAssignableFrom(first.type().javaType())) {
            return null;
        }
        var ends = connection.first(Sql.select(Functions.min(first), Functions.max(first)).from(backfill.table()))
                .filter(row -> row.get(1) != null)
                .map(row -> new double[]{number(row.get(1)), number(row.get(2))}).orElse(null);
        connection.commit();
        return ends;
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }

    private static String percent(Object at, double @Nullable [] share) {
        if (share == null || share[1] <= share[0]) {
            return "";
        }
        double part = (number(at) - share[0]) / (share[1] - share[0]);
        return " (" + Math.round(100 * Math.max(0, Math.min(1, part))) + " %)";
    }

    private void pause() {
        long end = System.nanoTime() + backfill.pause().toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, LONGEST_NAP));
            options.stop().check();
            if (Thread.currentThread().isInterrupted()) {
                throw new MigrationException("The pause between two batches of \"" + backfill.describe()
                        + "\" was interrupted. Run again to continue there.");
            }
        }
    }
}
