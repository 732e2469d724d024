package dev.rubedo.testing;

import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.DatabaseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Logs what an engine executes, once even if reading the rows fails later. Thread-safe. */
final class StatementLogListener implements ExecutionListener {

    private final StatementLog log;
    private final Map<Execution, LoggedStatement> logged = Collections.synchronizedMap(new WeakHashMap<>());

    StatementLogListener(StatementLog log) {
        this.log = log;
    }

    @Override
    public void afterExecute(Execution execution) {
        var statement = logged(execution, null);
        logged.put(execution, statement);
        log.add(statement);
    }

    @Override
    public void afterError(Execution execution, DatabaseException failure) {
        var statement = logged(execution, failure);
        var executed = logged.remove(execution);
        if (executed == null || !log.replace(executed, statement)) {
            log.add(statement);
        }
    }

    private static LoggedStatement logged(Execution execution, @Nullable Throwable failure) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        execution.parameters().forEach(row -> rows.add(Collections.unmodifiableList(new ArrayList<>(row))));
        return new LoggedStatement(execution.sql(), rows, execution.rowCount(), failure);
    }
}
