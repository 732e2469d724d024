package dev.rubedo.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs executions to {@code dev.rubedo.sql}. Immutable. */
final class EchoListener implements ExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.rubedo.sql");
    private static final int MOST_ROWS = 3;

    private final boolean parameters;

    EchoListener(boolean parameters) {
        this.parameters = parameters;
    }

    @Override
    public void beforeExecute(Execution execution) {
        String tag = execution.tag().isEmpty() ? "" : "[" + execution.tag() + "] ";
        LOG.info("{}{}", tag, execution.sql());
        if (parameters) {
            LOG.info("{}", describe(execution.parameters()));
        }
    }

    @Override
    public void afterBegin(Connection connection) {
        LOG.info("BEGIN");
    }

    @Override
    public void afterCommit(Connection connection) {
        LOG.info("COMMIT");
    }

    @Override
    public void afterRollback(Connection connection) {
        LOG.info("ROLLBACK");
    }

    @Override
    public void afterSavepoint(Connection connection, Savepoint savepoint) {
        LOG.info("SAVEPOINT {}", savepoint);
    }

    @Override
    public void afterRollbackToSavepoint(Connection connection, Savepoint savepoint) {
        LOG.info("ROLLBACK TO SAVEPOINT {}", savepoint);
    }

    @Override
    public void afterReleaseSavepoint(Connection connection, Savepoint savepoint) {
        LOG.info("RELEASE SAVEPOINT {}", savepoint);
    }

    static String describe(List<List<@Nullable Object>> rows) {
        String shown = rows.stream().limit(MOST_ROWS).map(ParameterText::of).collect(Collectors.joining(", "));
        return rows.size() > MOST_ROWS ? shown + ", ... (" + rows.size() + " rows)" : shown;
    }
}
