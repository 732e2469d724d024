package dev.rubedo.testing;

import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.DatabaseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logs what an engine executes. Thread-safe. */
record StatementLogListener(StatementLog log) implements ExecutionListener {

    @Override
    public void afterExecute(Execution execution) {
        log.add(logged(execution, null));
    }

    @Override
    public void afterError(Execution execution, DatabaseException failure) {
        log.add(logged(execution, failure));
    }

    private static LoggedStatement logged(Execution execution, @Nullable Throwable failure) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        execution.parameters().forEach(row -> rows.add(Collections.unmodifiableList(new ArrayList<>(row))));
        return new LoggedStatement(execution.sql(), rows, execution.rowCount(), failure);
    }
}
