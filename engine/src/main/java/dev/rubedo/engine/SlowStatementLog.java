package dev.rubedo.engine;

import dev.rubedo.error.DatabaseException;
import dev.rubedo.event.CallSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A log of statements to which the database has responded slowly, written when their rows have been read or they have
 * failed. The plan of a query is read afterwards on a separate thread and connection, one plan at a time, so that
 * nothing waits for it. Thread-safe.
 */
final class SlowStatementLog implements ExecutionListener {

    private final Logger log;
    private final Duration threshold;
    private final boolean showsPlans;
    private final Semaphore planning = new Semaphore(1);

    SlowStatementLog(Logger log, Duration threshold, boolean showsPlans) {
        this.log = log;
        this.threshold = threshold;
        this.showsPlans = showsPlans;
    }

    @Override
    public void afterExecute(Execution execution) {
        if (execution.duration().compareTo(threshold) < 0) {
            return;
        }
        String place = CallSite.current(1);
        if (execution.returnsRows()) {
            execution.notes().put(SlowStatementLog.class, place);
        } else {
            write(execution, execution.rowCount(), place);
        }
    }

    @Override
    public void afterRead(Execution execution) {
        if (execution.notes().get(SlowStatementLog.class) instanceof String place) {
            write(execution, execution.rowsRead(), place);
        }
    }

    @Override
    public void afterError(Execution execution, DatabaseException failure) {
        execution.notes().remove(SlowStatementLog.class);
        if (execution.duration().compareTo(threshold) >= 0) {
            write(execution, "failed with " + failure.getClass().getSimpleName(), CallSite.current(1));
        }
    }

    private void write(Execution execution, long rows, String place) {
        write(execution, rows < 0 ? "unknown rows" : rows + (rows == 1 ? " row" : " rows"), place);
        if (showsPlans && execution.returnsRows() && planning.tryAcquire()) {
            plan(execution.connection().engine(), execution);
        }
    }

    private void write(Execution execution, String outcome, String place) {
        String tag = execution.tag().isEmpty() ? "" : "[" + execution.tag() + "] ";
        String origin = execution.origin().map(why -> why.subject().isEmpty() ? ", flush" : ", lazy load of "
                + why.subject()).orElse("");
        var engine = execution.connection().engine();
        log.warn("{}slow statement: {} ms, {}, {}{}{}: {}{}", tag, execution.duration().toMillis(),
                outcome, execution.subject().summary(), origin, place.isEmpty() ? "" : ", at " + place, execution.sql(),
                engine.showsParameters() ? " " + EchoListener.describe(execution.parameters()) : "");
    }

    private void plan(Engine engine, Execution execution) {
        String sql = execution.sql();
        List<@Nullable Object> values = execution.parameters().isEmpty() ? List.of()
                : Collections.unmodifiableList(new ArrayList<>(execution.parameters().get(0)));
        Thread.ofVirtual().name("rubedo-plan").start(() -> {
            try {
                log.warn("plan of {}:\n{}", sql, String.join("\n", engine.explain(sql, values)));
            } catch (RuntimeException e) {
                log.warn("The plan of {} could not be read: {}", sql, e.getMessage());
            } finally {
                planning.release();
            }
        });
    }
}
