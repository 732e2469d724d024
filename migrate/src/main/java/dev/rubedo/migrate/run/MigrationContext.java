package dev.rubedo.migrate.run;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.LockTimeoutException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.batch.BatchPlan;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.MigrationFailedException;
import dev.rubedo.migrate.error.OutOfDateException;
import dev.rubedo.migrate.operation.BackfillOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.OperationTarget;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.OutsideTransactionOperation;
import dev.rubedo.migrate.render.OperationRenderer;
import dev.rubedo.migrate.render.RenderedStatement;
import dev.rubedo.migrate.revision.RevisionStep;
import dev.rubedo.migrate.revision.StampStep;
import dev.rubedo.migrate.revision.VersionStep;
import dev.rubedo.schema.NamingConvention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A context that runs revisions on a database. It reads and writes the version table, begins and commits transactions,
 * prevents concurrent runs, and resumes a revision that an earlier run did not finish. For scripts, see
 * {@link ScriptContext}.
 *
 * {@snippet :
 * var context = MigrationContext.of(connection, MigrationOptions.DEFAULT);
 * context.run(heads -> revisions.upgrade("head", heads), source);
 * }
 *
 * Confined to one thread at a time.
 */
public final class MigrationContext implements OperationTarget {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationContext.class);

    private final Connection connection;
    private final MigrationOptions options;
    private final VersionTable versions;
    private final HistoryTable history;
    private @Nullable RevisionStatements runner;
    private String code = "";

    private MigrationContext(Connection connection, MigrationOptions options) {
        this.connection = Objects.requireNonNull(connection, "connection");
        this.options = Objects.requireNonNull(options, "options");
        this.versions = new VersionTable(options);
        this.history = new HistoryTable(options);
    }

    /**
     * Returns a context on a connection.
     *
     * @param connection the connection, which stays open
     * @param options the options for running revisions
     */
    public static MigrationContext of(Connection connection, MigrationOptions options) {
        return new MigrationContext(connection, options);
    }

    /** Returns the options. */
    public MigrationOptions options() {
        return options;
    }

    @Override
    public Dialect dialect() {
        return connection.engine().dialect();
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.of(connection);
    }

    @Override
    public Map<String, String> arguments() {
        return options.arguments();
    }

    @Override
    public NamingConvention namingConvention() {
        return options.namingConvention();
    }

    /** Returns the revisions that the database records, sorted; empty if it records none. */
    public Set<String> currentHeads() {
        return versions.exists(connection) ? versions.heads(connection) : new TreeSet<>();
    }

    /**
     * Returns the revision that the database records; empty if it records none.
     *
     * @throws MigrationException if it records several
     */
    public Optional<String> currentRevision() {
        var heads = currentHeads();
        if (heads.size() > 1) {
            throw new MigrationException("The database is at several revisions: " + heads
                    + ". Use currentHeads(), or merge the branches.");
        }
        return heads.stream().findFirst();
    }

    /** Creates the version table unless it exists. */
    public void ensureVersionTable() {
        if (!versions.exists(connection)) {
            try {
                connection.execute(versions.creation());
            } catch (DatabaseException e) {
                throw new MigrationException(ErrorCode.MIGRATION, "The version table \"" + versions
                        + "\" cannot be created: " + e.getMessage()
                        + ". Use a database that can be written, and a user "
                        + "with the right to create tables in it.", e);
            }
            commit();
        }
    }

    private void commit() {
        if (options.transactions() != TransactionMode.EXTERNAL) {
            connection.commit();
        }
    }

    private void commitRevision() {
        if (options.transactions() == TransactionMode.PER_REVISION) {
            connection.commit();
        }
    }

    /**
     * Removes all rows of the version table, even invalid ones, and the records of interrupted downgrades, because no
     * revision is left to undo.
     */
    public void purge() {
        ensureVersionTable();
        connection.execute(versions.purge());
        var table = new ProgressTable(options);
        if (table.exists(connection)) {
            table.deleteDowngrades(connection);
        }
        var backfills = new BackfillTable(options);
        if (backfills.exists(connection)) {
            backfills.deleteDowngrades(connection);
        }
        commit();
    }

    /**
     * Runs steps.
     *
     * @param planner determines the steps, once the lock is held
     * @param source supplies the code of revisions
     * @return the completed steps
     * @throws MigrationFailedException if a revision fails; if a part of it was committed, the next run resumes it
     * @throws dev.rubedo.migrate.error.MigrationLockException if another run holds the lock for too long
     */
    public List<? extends VersionStep> run(StepPlanner planner, MigrationSource source) {
        try (var lock = MigrationLock.acquire(connection, options)) {
            ensureVersionTable();
            Set<String> heads = versions.heads(connection);
            var steps = planner.steps(heads);
            if (!steps.isEmpty() && options.hasHistory()) {
                history.ensure(connection);
            }
            commit();
            return run(steps, source, heads, lock);
        }
    }

    private List<? extends VersionStep> run(List<? extends VersionStep> steps, MigrationSource source,
            Set<String> before, MigrationLock lock) {
        var heads = before;
        var following = options.stop().follow(connection);
        try {
            for (int i = 0; i < steps.size(); i++) {
                options.stop().check();
                lock.verify();
                var state = new RunProgress(steps.get(i), i + 1, steps.size(), 0, "", false);
                heads = run(state, source, heads);
                options.progress().progressed(state.done());
            }
            commit();
        } finally {
            following.remove();
            endPatience();
        }
        return steps;
    }

    private void endPatience() {
        if (options.transactions() != TransactionMode.EXTERNAL) {
            try {
                options.patience().end(connection);
                connection.commit();
            } catch (RuntimeException e) {
                // the connection is of no use, and neither is its setting
                LOG.debug("The lock timeout could not be reset", e);
                connection.invalidate();
            }
        }
    }

    private Set<String> run(RunProgress state, MigrationSource source, Set<String> heads) {
        var step = state.step();
        long begun = System.nanoTime();
        LOG.info("Running {}", step);
        options.progress().progressed(state);
        try {
            if (step instanceof RevisionStep revision) {
                attempt(revision, source, state);
            } else if (step instanceof StampStep stamp) {
                forget(stamp.passed(heads));
            }
            for (var change : step.changes(heads)) {
                versions.apply(change, connection);
            }
            var after = step.apply(heads);
            options.listener().applied(new AppliedStep(step, after, this));
            if (options.hasHistory()) {
                history.append(connection, label(step), step.isUpgrade(), begun, "done", "");
            }
            commitRevision();
            return after;
        } catch (OutOfDateException e) {
            rollback();
            throw e;
        } catch (RuntimeException e) {
            throw failed(step, begun, e);
        } catch (Error e) {
            rollback();
            throw e;
        } finally {
            runner = null;
        }
    }

    /**
     * A revision that does not get a lock is rolled back and tried again; its committed statements are not repeated.
     */
    private void attempt(RevisionStep step, MigrationSource source, RunProgress state) {
        boolean canRepeat = options.transactions() == TransactionMode.PER_REVISION;
        for (int attempt = 1;; attempt++) {
            if (options.transactions() != TransactionMode.EXTERNAL) {
                options.patience().apply(attempt, connection);
            }
            try {
                run(step, source, state);
                return;
            } catch (LockTimeoutException e) {
                if (!canRepeat || attempt >= options.patience().attempts()) {
                    throw e;
                }
                LOG.warn("Attempt {} of {} did not get a lock and is repeated: {}", attempt, step, e.getMessage());
                rollback();
                options.patience().pauseAfter(attempt);
                options.stop().check();
            }
        }
    }

    private void run(RevisionStep step, MigrationSource source, RunProgress state) {
        var id = step.revision().id();
        var current = new RevisionStatements(connection, options, id, step.isUpgrade(),
                (sql, number) -> options.progress().progressed(state.at(number, sql)));
        runner = current;
        var migration = source.migration(id);
        code = migration.getClass().getName();
        var op = new Operations(this);
        if (step.isUpgrade()) {
            migration.upgrade(op);
        } else {
            migration.downgrade(op);
        }
        current.complete();
    }

    /**
     * Deletes the records of unfinished revisions, because they were finished manually; the next run starts them from
     * the beginning.
     *
     * @param revisions the ids of the revisions
     * @throws dev.rubedo.migrate.error.MigrationLockException if another run holds the lock for too long
     */
    public void forgetUnfinished(Collection<String> revisions) {
        try (var lock = MigrationLock.acquire(connection, options)) {
            lock.verify();
            forget(revisions);
            commit();
        }
    }

    /**
     * Stamped revisions that were interrupted count as finished manually; the next run starts them from the beginning.
     */
    private void forget(Collection<String> revisions) {
        var table = new ProgressTable(options);
        if (table.exists(connection)) {
            table.delete(connection, revisions);
        }
        var backfills = new BackfillTable(options);
        if (backfills.exists(connection)) {
            backfills.delete(connection, revisions);
        }
    }

    private static String label(VersionStep step) {
        var ids = step.isUpgrade() ? step.to() : step.from();
        return ids.isEmpty() ? "base" : ids.get(ids.size() - 1);
    }

    private void rollback() {
        if (options.transactions() != TransactionMode.EXTERNAL) {
            try {
                connection.rollback();
            } catch (RuntimeException e) {
                LOG.debug("Rolling back failed", e);
            }
        }
    }

    private MigrationFailedException failed(VersionStep step, long begun, RuntimeException cause) {
        var id = label(step);
        int statement = runner == null ? 0 : runner.number();
        boolean isPartly = runner != null && runner.isPartlyCommitted();
        rollback();
        if (options.hasHistory() && options.transactions() != TransactionMode.EXTERNAL) {
            try {
                history.append(connection, id, step.isUpgrade(), begun, "failed", String.valueOf(cause.getMessage()));
                connection.commit();
            } catch (RuntimeException e) {
                LOG.debug("The failure could not be recorded in the history", e);
                rollback();
            }
        }
        var state = isPartly
                ? "The statements before it are committed. Remove the cause and run the command again: it continues with this statement."
                : options.transactions() == TransactionMode.EXTERNAL
                        ? "Roll the transaction back."
                        : "Its changes are rolled back.";
        var reason = reason(cause);
        return new MigrationFailedException(id, "Revision \"" + id + "\" failed to "
                + (step.isUpgrade() ? "upgrade" : "downgrade")
                + (statement == 0 ? "" : " at statement " + statement) + ": " + reason
                + (reason.contains("\n") ? "\n" : " ") + state, cause);
    }

    /** Returns the reason for a failure; an error from outside Rubedo is described by its class and the line of the revision. */
    private String reason(RuntimeException cause) {
        if (cause instanceof RubedoException) {
            return String.valueOf(cause.getMessage());
        }
        var place = Stream.of(cause.getStackTrace()).filter(frame -> frame.getClassName().equals(code)).findFirst()
                .map(frame -> ", at " + frame.getFileName() + ":" + frame.getLineNumber()).orElse("");
        return cause + place + ".";
    }

    /** Performs an operation; within a revision, as a part of it. */
    @Override
    public void invoke(MigrationOperation operation) {
        LOG.debug("{}", operation.describe());
        var current = runner;
        if (operation instanceof OutsideTransactionOperation outside) {
            outside.operations().forEach(each -> invokeOutside(each, runner(current)));
        } else if (operation instanceof BatchOperation batch) {
            invoke(batch, runner(current));
        } else if (operation instanceof BackfillOperation backfill) {
            runner(current).execute(backfill);
        } else {
            execute(runner(current), operation);
        }
    }

    private void invokeOutside(MigrationOperation operation, RevisionStatements current) {
        if (operation instanceof BackfillOperation backfill) {
            current.execute(backfill);
        } else {
            current.executeOutside(OperationRenderer.render(operation, dialect()));
        }
    }

    /** Operations outside a revision are separate statements. */
    private RevisionStatements runner(@Nullable RevisionStatements current) {
        return current == null ? new RevisionStatements(connection, options, "", true, (sql, number) -> {}) : current;
    }

    private void execute(RevisionStatements current, MigrationOperation operation) {
        BatchPlan.requireInPlace(operation, dialect());
        var statements = OperationRenderer.render(operation, dialect());
        if (OperationRenderer.needsNoTransaction(operation, dialect())) {
            current.executeOutside(statements);
        } else {
            current.execute(statements);
        }
    }

    private void invoke(BatchOperation batch, RevisionStatements current) {
        if (!BatchPlan.recreates(batch, dialect())) {
            batch.operations().forEach(operation -> execute(current, operation));
            return;
        }
        var plan = BatchPlan.of(batch, connection);
        List<RenderedStatement> statements = plan.statements();
        if (!plan.needsForeignKeysOff()) {
            current.execute(statements);
            plan.verify(connection);
            return;
        }
        current.requireOwnTransactions("create table \"" + batch.table() + "\" again while other tables refer to it");
        current.executeApart(batch.describe() + batch.operations(),
                () -> connection.execute(new dev.rubedo.schema.TextDdl("PRAGMA foreign_keys = OFF")),
                () -> {
                    statements.forEach(statement -> RevisionStatements.run(statement, connection));
                    plan.verify(connection);
                }, () -> connection.execute(new dev.rubedo.schema.TextDdl("PRAGMA foreign_keys = ON")));
    }

    /** Returns short descriptions of the revisions that an earlier run did not finish. */
    public List<String> unfinished() {
        var table = new ProgressTable(options);
        var backfills = new BackfillTable(options);
        var found = new ArrayList<String>(table.exists(connection) ? table.unfinished(connection) : List.of());
        found.addAll(backfills.exists(connection) ? backfills.unfinished(connection) : List.of());
        return List.copyOf(found);
    }

    /**
     * Returns a description of the current holder of the migration lock, which begins with a space or colon; empty if
     * the lock is free.
     */
    public Optional<String> lockHolder() {
        return MigrationLock.holder(connection, options);
    }

    /** Returns whether the database rolls back DDL with its transaction. */
    public boolean hasTransactionalDdl() {
        return connection.supports(Feature.TRANSACTIONAL_DDL);
    }
}
