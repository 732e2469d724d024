package dev.rubedo.migrate.run;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Connection;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.BackfillOperation;
import dev.rubedo.migrate.render.RenderedStatement;
import dev.rubedo.migrate.run.ProgressTable.Progress;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.TextDdl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/**
 * The executor of the statements of one revision, which records its progress if statements cannot be rolled back.
 * Confined to one thread at a time.
 */
final class RevisionStatements {
    private final Connection connection;
    private final MigrationOptions options;
    private final ProgressTable table;
    private final String revision;
    private final String direction;
    private final Journal journal;
    private final ObjIntConsumer<String> display;
    private final boolean wasBegun;
    private boolean isRecorded;

    /**
     * Creates a runner.
     *
     * @param connection the database
     * @param options the options for running revisions
     * @param revision the id of the revision; empty for operations outside a revision
     * @param isUpgrade whether it is applied
     * @param display receives the text and the number of each statement
     */
    RevisionStatements(Connection connection, MigrationOptions options, String revision, boolean isUpgrade,
            ObjIntConsumer<String> display) {
        this.display = display;
        this.connection = connection;
        this.options = options;
        this.table = new ProgressTable(options);
        this.revision = revision;
        this.direction = isUpgrade ? "upgrade" : "downgrade";
        Map<String, Progress> before = !revision.isEmpty() && table.exists(connection)
                ? table.find(connection, revision) : Map.of();
        var own = before.get(direction);
        this.isRecorded = own != null;
        // one of the other direction was ended by hand, or the revision could not run in this one
        this.wasBegun = !before.isEmpty();
        this.journal = new Journal(revision, own == null ? new Progress(0, 0, "") : own);
    }

    /** Returns the number of the current statement, from 1; 0 before the first. */
    int number() {
        return journal.number();
    }

    /** Returns whether some statements of the revision are already committed. */
    boolean isPartlyCommitted() {
        return isRecorded;
    }

    /** Executes statements in the transaction of the revision, if the database has one for them. */
    void execute(List<RenderedStatement> statements) {
        statements.forEach(statement -> execute(statement, false));
    }

    /** Commits the preceding changes and executes statements outside any transaction. */
    void executeOutside(List<RenderedStatement> statements) {
        requireOwnTransactions("run outside transactions");
        statements.forEach(statement -> execute(statement, true));
    }

    void requireOwnTransactions(String purpose) {
        if (options.transactions() == TransactionMode.EXTERNAL) {
            throw new MigrationException("Revision \"" + revision + "\" must " + purpose
                    + ", which is not possible in the caller's transaction. Run it on a connection without a "
                    + "transaction.");
        }
    }

    /**
     * Commits the preceding changes, and runs work that counts as one statement in a transaction that begins after a
     * setting was changed outside any transaction.
     *
     * @param sql the text that identifies the work
     * @param before changes the setting
     * @param work the work
     * @param after restores the setting
     */
    void executeApart(String sql, Runnable before, Runnable work, Runnable after) {
        if (journal.next(sql) == Journal.Action.SKIP) {
            return;
        }
        save(journal.failed());
        connection.commit();
        outside(before);
        try {
            work.run();
            save(journal.done());
            connection.commit();
        } catch (RuntimeException | Error e) {
            connection.rollback();
            throw e;
        } finally {
            outside(after);
        }
    }

    /** Commits the preceding changes, and runs a backfill from the point at which an earlier run stopped. */
    void execute(BackfillOperation backfill) {
        requireOwnTransactions("commit the batches of \"" + backfill.describe() + "\"");
        options.stop().check();
        var text = connection.engine().dialect().compileWithValues(backfill.statement());
        if (journal.next(text) == Journal.Action.SKIP) {
            return;
        }
        int number = journal.number();
        display.accept(text, number);
        save(journal.failed());
        connection.commit();
        var progress = new BackfillProgress(new BackfillTable(options), connection, revision, direction, number);
        progress.run(backfill, options, line -> display.accept(line, number));
        save(journal.done());
        progress.delete();
        connection.commit();
    }

    private void execute(RenderedStatement statement, boolean isOutside) {
        if (statement instanceof RenderedStatement.MissingType type && connection.hasType(type.schema(), type.name())) {
            return;
        }
        boolean rollsBack = connection.supports(Feature.TRANSACTIONAL_DDL);
        options.stop().check();
        var text = String.join(";", statement.sql(connection.engine().dialect()));
        var action = journal.next(text);
        display.accept(text, journal.number());
        if (action == Journal.Action.SKIP || action == Journal.Action.EXAMINE && isExecuted(statement)) {
            return;
        }
        if (!isOutside && (rollsBack || isOfRows(statement))) {
            run(statement);
            if (!rollsBack && options.transactions() != TransactionMode.EXTERNAL) {
                save(journal.done());
                connection.commit();
            }
            return;
        }
        if (options.transactions() == TransactionMode.EXTERNAL) {
            run(statement);
            return;
        }
        save(journal.begun());
        connection.commit();
        try {
            if (isOutside) {
                outside(() -> {
                    removeInvalidIndex(statement);
                    run(statement);
                });
            } else {
                run(statement);
            }
        } catch (RuntimeException e) {
            connection.rollback();
            save(journal.failed());
            connection.commit();
            throw e;
        }
        save(journal.done());
        connection.commit();
    }

    /** A failed concurrent build leaves an unusable index behind, which occupies the name. */
    private void removeInvalidIndex(RenderedStatement statement) {
        if (statement instanceof RenderedStatement.Ddl ddl && ddl.element() instanceof CreateIndex create) {
            StatementEvidence.removeInvalid(create.index(), connection);
        }
    }

    private boolean isExecuted(RenderedStatement statement) {
        var evidence = switch (statement) {
            case RenderedStatement.Ddl ddl -> StatementEvidence.isExecuted(ddl.element(), connection);
            case RenderedStatement.MissingType type -> StatementEvidence.isExecuted(type.element(), connection);
            case RenderedStatement.Dml dml -> Optional.<Boolean>empty();
            case RenderedStatement.Text text -> Optional.<Boolean>empty();
        };
        if (evidence.isPresent()) {
            return evidence.get();
        }
        return switch (options.resume()) {
            case REPEAT -> false;
            case SKIP -> true;
            case ASK -> throw new MigrationException("Statement " + journal.number() + " of revision \"" + revision
                    + "\" was begun by a run that was interrupted, and it is not known whether it was executed: "
                    + String.join("; ", statement.sql(connection.engine().dialect()))
                    + ". Examine the database, then run again with --resume repeat or --resume skip (from Java: "
                    + "MigrationOptions.resume).");
        };
    }

    private static boolean isOfRows(RenderedStatement statement) {
        return statement instanceof RenderedStatement.Dml
                || statement instanceof RenderedStatement.Text text && text.isOfRows();
    }

    private void run(RenderedStatement statement) {
        run(statement, connection);
    }

    static void run(RenderedStatement statement, Connection connection) {
        switch (statement) {
            case RenderedStatement.Ddl ddl -> connection.execute(ddl.element());
            case RenderedStatement.MissingType type -> connection.execute(type.element());
            case RenderedStatement.Dml dml -> connection.execute(dml.statement()).close();
            case RenderedStatement.Text text -> connection.execute(new TextDdl(text.text()));
        }
    }

    /** Runs work in auto-commit mode. */
    private void outside(Runnable work) {
        var level = connection.isolationLevel();
        connection.rollback();
        connection.options(settings -> settings.isolationLevel(IsolationLevel.AUTOCOMMIT));
        try {
            work.run();
        } finally {
            connection.rollback();
            connection.options(settings -> settings.isolationLevel(level));
        }
    }

    /** Operations outside a revision cannot be resumed. */
    private void save(Progress progress) {
        if (revision.isEmpty()) {
            return;
        }
        if (!table.exists(connection)) {
            table.create(connection);
        }
        table.save(connection, revision, direction, progress);
        isRecorded = true;
    }

    /** Ends the revision and deletes the records of its progress in both directions. */
    void complete() {
        journal.requireEnd();
        if (isRecorded || wasBegun) {
            table.delete(connection, List.of(revision));
            var backfills = new BackfillTable(options);
            // one that an earlier run began, and that is no statement of the revision any more
            if (backfills.exists(connection)) {
                backfills.delete(connection, List.of(revision));
            }
        }
    }
}
