package dev.rubedo.migrate.run;

import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.NamingConvention;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The options for running revisions. Immutable. */
public final class MigrationOptions {
    /**
     * The default options: the version table {@code rubedo_version}, one transaction for each revision, a lock and a
     * history.
     */
    public static final MigrationOptions DEFAULT = new MigrationOptions(new Draft());

    private final Draft set;

    private MigrationOptions(Draft set) {
        this.set = set;
    }

    /** The options while they are copied. Confined to one thread at a time until then. */
    private static final class Draft {
        private TableName versionTable = new TableName("", "rubedo_version");
        private boolean hasVersionKey = true;
        private TransactionMode transactions = TransactionMode.PER_REVISION;
        private boolean hasHistory = true;
        private NamingConvention naming = NamingConvention.INDEXES_ONLY;
        private LockMode lock = LockMode.AUTO;
        private Duration lockTimeout = Duration.ofSeconds(60);
        private LockPatience patience = LockPatience.DEFAULT;
        private ResumeMode resume = ResumeMode.ASK;
        private Map<String, String> arguments = Map.of();
        private VersionListener listener = step -> {};
        private ProgressListener progress = state -> {};
        private StopSignal stop = new StopSignal();

        private Draft() {}

        private Draft(Draft other) {
            versionTable = other.versionTable;
            hasVersionKey = other.hasVersionKey;
            transactions = other.transactions;
            hasHistory = other.hasHistory;
            naming = other.naming;
            lock = other.lock;
            lockTimeout = other.lockTimeout;
            patience = other.patience;
            resume = other.resume;
            arguments = other.arguments;
            listener = other.listener;
            progress = other.progress;
            stop = other.stop;
        }
    }

    private MigrationOptions with(Consumer<Draft> change) {
        var draft = new Draft(set);
        change.accept(draft);
        return new MigrationOptions(draft);
    }

    /**
     * Returns these options with another version table.
     *
     * @param name the name, as {@code "table"} or {@code "schema.table"}; {@code "alembic_version"} continues the
     *     history of Alembic
     */
    public MigrationOptions versionTable(String name) {
        return with(draft -> draft.versionTable = TableName.of(name));
    }

    /**
     * Returns these options with a version table with or without a primary key.
     *
     * @param hasKey whether it has one
     */
    public MigrationOptions versionTablePrimaryKey(boolean hasKey) {
        return with(draft -> draft.hasVersionKey = hasKey);
    }

    /**
     * Returns these options with another transaction mode.
     *
     * @param mode the extent of a transaction
     */
    public MigrationOptions transactions(TransactionMode mode) {
        return with(draft -> draft.transactions = Objects.requireNonNull(mode, "mode"));
    }

    /**
     * Returns these options with or without a history table, to which each run appends.
     *
     * @param isKept whether a history is kept
     */
    public MigrationOptions history(boolean isKept) {
        return with(draft -> draft.hasHistory = isKept);
    }

    /**
     * Returns these options with a convention for constraints and indexes that have no name in their operation.
     *
     * @param convention the convention, usually that of the application's metadata
     */
    public MigrationOptions namingConvention(NamingConvention convention) {
        return with(draft -> draft.naming = Objects.requireNonNull(convention, "convention"));
    }

    /**
     * Returns these options with another lock mode.
     *
     * @param mode the way in which concurrent runs exclude each other
     */
    public MigrationOptions lock(LockMode mode) {
        return with(draft -> draft.lock = Objects.requireNonNull(mode, "mode"));
    }

    /**
     * Returns these options with another limit on the wait for a concurrent run.
     *
     * @param timeout the maximum waiting time
     */
    public MigrationOptions lockTimeout(Duration timeout) {
        return with(draft -> draft.lockTimeout = Objects.requireNonNull(timeout, "timeout"));
    }

    /**
     * Returns these options with another resume mode, for a statement that an interrupted run has begun.
     *
     * @param mode the action to take if it cannot be determined whether the statement was executed
     */
    public MigrationOptions resume(ResumeMode mode) {
        return with(draft -> draft.resume = Objects.requireNonNull(mode, "mode"));
    }

    /**
     * Returns these options with arguments, which revisions see.
     *
     * @param values the values by name
     */
    public MigrationOptions arguments(Map<String, String> values) {
        return with(draft -> draft.arguments = Map.copyOf(values));
    }

    /**
     * Returns these options with a listener that is notified of each step.
     *
     * @param other the listener
     */
    public MigrationOptions onVersionApply(VersionListener other) {
        return with(draft -> draft.listener = Objects.requireNonNull(other, "listener"));
    }

    /**
     * Returns these options with other limits on the waits of the statements of revisions for locks.
     *
     * @param patience the limits
     */
    public MigrationOptions patience(LockPatience patience) {
        return with(draft -> draft.patience = Objects.requireNonNull(patience, "patience"));
    }

    /**
     * Returns these options with a listener for the progress of a run.
     *
     * @param other the listener
     */
    public MigrationOptions onProgress(ProgressListener other) {
        return with(draft -> draft.progress = Objects.requireNonNull(other, "listener"));
    }

    /**
     * Returns these options with a signal that stops runs.
     *
     * @param signal the signal
     */
    public MigrationOptions stop(StopSignal signal) {
        return with(draft -> draft.stop = Objects.requireNonNull(signal, "signal"));
    }

    /** Returns the name of the version table. */
    public TableName versionTable() {
        return set.versionTable;
    }

    /** Returns the name of the history table. */
    public TableName historyTable() {
        return new TableName(set.versionTable.schema(), "rubedo_history");
    }

    /** Returns the name of the table that records the progress of revisions. */
    public TableName progressTable() {
        return new TableName(set.versionTable.schema(), "rubedo_progress");
    }

    /** Returns the name of the table that records the progress of backfills. */
    public TableName backfillTable() {
        return new TableName(set.versionTable.schema(), "rubedo_backfill");
    }

    /** Returns the name of the table whose row is locked on servers without session locks. */
    public TableName lockTable() {
        return new TableName(set.versionTable.schema(), "rubedo_lock");
    }

    /**
     * Returns the names of the tables of the migrations themselves, which are not part of the application's schema.
     */
    public Set<TableName> ownTables() {
        return Set.of(set.versionTable, historyTable(), progressTable(), backfillTable(), lockTable());
    }

    /** Returns whether the version table has a primary key. */
    public boolean hasVersionTablePrimaryKey() {
        return set.hasVersionKey;
    }

    /** Returns the extent of a transaction. */
    public TransactionMode transactions() {
        return set.transactions;
    }

    /** Returns whether a history is kept. */
    public boolean hasHistory() {
        return set.hasHistory;
    }

    /** Returns the convention for constraints and indexes that have no name. */
    public NamingConvention namingConvention() {
        return set.naming;
    }

    /** Returns the way in which concurrent runs exclude each other. */
    public LockMode lock() {
        return set.lock;
    }

    /** Returns the maximum time to wait for a concurrent run. */
    public Duration lockTimeout() {
        return set.lockTimeout;
    }

    /** Returns the action to take for a statement that an interrupted run has begun. */
    public ResumeMode resume() {
        return set.resume;
    }

    /** Returns the arguments that revisions see, by name. */
    public Map<String, String> arguments() {
        return set.arguments;
    }

    /** Returns the listener that is notified of each step. */
    public VersionListener listener() {
        return set.listener;
    }

    /** Returns the limits on the waits of the statements of revisions for locks. */
    public LockPatience patience() {
        return set.patience;
    }

    /** Returns the listener for the progress of a run. */
    public ProgressListener progress() {
        return set.progress;
    }

    /** Returns the signal that stops runs. */
    public StopSignal stop() {
        return set.stop;
    }
}
