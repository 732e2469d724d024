package dev.rubedo.migrate.run;

import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.NamingConvention;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How revisions are run. Immutable.
 */
public final class MigrationOptions {
    /** The version table {@code rubedo_version}, one transaction for each revision, a lock and a history. */
    public static final MigrationOptions DEFAULT = new MigrationOptions(new Draft());

    private final Draft set;

    private MigrationOptions(Draft set) {
        this.set = set;
    }

    /** The options while a copy is made of them. Confined to one thread at a time until then. */
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
     * @param name the name, as {@code "table"} or {@code "schema.table"}; {@code "alembic_version"} continues where
     *     Alembic stopped
     */
    public MigrationOptions versionTable(String name) {
        return with(draft -> draft.versionTable = TableName.of(name));
    }

    /**
     * Returns these options with a version table that has a primary key or not.
     *
     * @param hasKey whether it has one
     */
    public MigrationOptions versionTablePrimaryKey(boolean hasKey) {
        return with(draft -> draft.hasVersionKey = hasKey);
    }

    /**
     * Returns these options with transactions of another extent.
     *
     * @param mode what one transaction contains
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
     * Returns these options with another way to keep concurrent runs apart.
     *
     * @param mode how
     */
    public MigrationOptions lock(LockMode mode) {
        return with(draft -> draft.lock = Objects.requireNonNull(mode, "mode"));
    }

    /**
     * Returns these options with another time to wait for a concurrent run.
     *
     * @param timeout the longest time
     */
    public MigrationOptions lockTimeout(Duration timeout) {
        return with(draft -> draft.lockTimeout = Objects.requireNonNull(timeout, "timeout"));
    }

    /**
     * Returns these options with another way to deal with a statement that an interrupted run has begun.
     *
     * @param mode what to do if the database does not tell whether it is executed
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
     * Returns these options with another patience for locks that the statements of revisions wait for.
     *
     * @param patience how long and how often they wait
     */
    public MigrationOptions patience(LockPatience patience) {
        return with(draft -> draft.patience = Objects.requireNonNull(patience, "patience"));
    }

    /**
     * Returns these options with a listener that is told what a run does at the moment.
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

    /** Returns the name of the table that records how far an interrupted revision came. */
    public TableName progressTable() {
        return new TableName(set.versionTable.schema(), "rubedo_progress");
    }

    /** Returns the name of the table that records how far an interrupted backfill came. */
    public TableName backfillTable() {
        return new TableName(set.versionTable.schema(), "rubedo_backfill");
    }

    /** Returns the name of the table whose row is locked where the server has no locks of sessions. */
    public TableName lockTable() {
        return new TableName(set.versionTable.schema(), "rubedo_lock");
    }

    /** Returns the names of the tables of migrations themselves, which are no part of the application's schema. */
    public Set<TableName> ownTables() {
        return Set.of(set.versionTable, historyTable(), progressTable(), backfillTable(), lockTable());
    }

    /** Returns whether the version table has a primary key. */
    public boolean hasVersionTablePrimaryKey() {
        return set.hasVersionKey;
    }

    /** Returns what one transaction contains. */
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

    /** Returns how concurrent runs are kept apart. */
    public LockMode lock() {
        return set.lock;
    }

    /** Returns the longest time to wait for a concurrent run. */
    public Duration lockTimeout() {
        return set.lockTimeout;
    }

    /** Returns what to do about a statement that an interrupted run has begun. */
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

    /** Returns how long and how often statements of revisions wait for locks. */
    public LockPatience patience() {
        return set.patience;
    }

    /** Returns the listener that is told what a run does at the moment. */
    public ProgressListener progress() {
        return set.progress;
    }

    /** Returns the signal that stops runs. */
    public StopSignal stop() {
        return set.stop;
    }
}
