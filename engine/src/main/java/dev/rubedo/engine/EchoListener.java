package dev.rubedo.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** A listener that logs executions. Immutable. */
final class EchoListener implements ExecutionListener {

    private static final int MOST_ROWS = 3;

    private final Logger log;
    private final boolean parameters;
    private final boolean hidden;

    EchoListener(Logger log, boolean parameters, boolean hidden) {
        this.log = log;
        this.parameters = parameters;
        this.hidden = hidden;
    }

    @Override
    public void beforeExecute(Execution execution) {
        String tag = execution.tag().isEmpty() ? "" : "[" + execution.tag() + "] ";
        log.info("{}{}", tag, execution.sql());
        if (parameters) {
            log.info("{}", hidden ? "[parameters hidden]" : describe(execution.parameters()));
        }
    }

    @Override
    public void afterBegin(Connection connection) {
        log.info("BEGIN");
    }

    @Override
    public void afterPrepare(Connection connection, String xid) {
        log.info("PREPARE {}", xid);
    }

    @Override
    public void afterCommitPrepared(Connection connection, String xid) {
        log.info("COMMIT PREPARED {}", xid);
    }

    @Override
    public void afterRollbackPrepared(Connection connection, String xid) {
        log.info("ROLLBACK PREPARED {}", xid);
    }

    @Override
    public void afterCommit(Connection connection) {
        log.info("COMMIT");
    }

    @Override
    public void afterRollback(Connection connection) {
        log.info("ROLLBACK");
    }

    @Override
    public void afterSavepoint(Connection connection, Savepoint savepoint) {
        log.info("SAVEPOINT {}", savepoint);
    }

    @Override
    public void afterRollbackToSavepoint(Connection connection, Savepoint savepoint) {
        log.info("ROLLBACK TO SAVEPOINT {}", savepoint);
    }

    @Override
    public void afterReleaseSavepoint(Connection connection, Savepoint savepoint) {
        log.info("RELEASE SAVEPOINT {}", savepoint);
    }

    static String describe(List<List<@Nullable Object>> rows) {
        String shown = rows.stream().limit(MOST_ROWS).map(ParameterText::of).collect(Collectors.joining(", "));
        return rows.size() > MOST_ROWS ? shown + ", ... (" + rows.size() + " rows)" : shown;
    }
}
