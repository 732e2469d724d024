package dev.rubedo.migrate.run;

import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.NamingConvention;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How revisions are run. Immutable.
 */
public final class MigrationOptions {
    /** The version table {@code rubedo_version}, one transaction for each revision, a lock and a history. */
    public static final MigrationOptions DEFAULT = new MigrationOptions(new TableName("", "rubedo_version"), true,
            TransactionMode.PER_REVISION, true, NamingConvention.INDEXES_ONLY, new Lock(LockMode.AUTO,
                    Duration.ofSeconds(60)),
            ResumeMode.ASK, Map.of(), step -> {});

    private final TableName versionTable;
    private final boolean hasVersionKey;
    private final TransactionMode transactions;
    private final boolean hasHistory;
    private final NamingConvention naming;
    private final Lock lock;
    private final ResumeMode resume;
    private final Map<String, String> arguments;
    private final VersionListener listener;

    private MigrationOptions(TableName versionTable, boolean hasVersionKey, TransactionMode transactions,
            boolean hasHistory, NamingConvention naming, Lock lock, ResumeMode resume,
            Map<String, String> arguments, VersionListener listener) {
        this.versionTable = versionTable;
        this.hasVersionKey = hasVersionKey;
        this.transactions = transactions;
        this.hasHistory = hasHistory;
        this.naming = naming;
        this.lock = lock;
        this.resume = resume;
        this.arguments = Map.copyOf(arguments);
        this.listener = listener;
    }

    /** How to lock. */
    private record Lock(LockMode mode, Duration timeout) {}

    /**
     * Returns these options with another version table.
     *
     * @param name the name, as {@code "table"} or {@code "schema.table"}; {@code "alembic_version"} continues where
     *     Alembic stopped
     */
    public MigrationOptions versionTable(String name) {
        return new MigrationOptions(TableName.of(name), hasVersionKey, transactions, hasHistory, naming, lock, resume,
                arguments, listener);
    }

    /**
     * Returns these options with a version table that has a primary key or not.
     *
     * @param hasKey whether it has one
     */
    public MigrationOptions versionTablePrimaryKey(boolean hasKey) {
        return new MigrationOptions(versionTable, hasKey, transactions, hasHistory, naming, lock, resume, arguments,
                listener);
    }

    /**
     * Returns these options with transactions of another extent.
     *
     * @param mode what one transaction contains
     */
    public MigrationOptions transactions(TransactionMode mode) {
        return new MigrationOptions(versionTable, hasVersionKey, Objects.requireNonNull(mode, "mode"), hasHistory,
                naming, lock, resume, arguments, listener);
    }

    /**
     * Returns these options with or without a history table, to which each run appends.
     *
     * @param isKept whether a history is kept
     */
    public MigrationOptions history(boolean isKept) {
        return new MigrationOptions(versionTable, hasVersionKey, transactions, isKept, naming, lock, resume, arguments,
                listener);
    }

    /**
     * Returns these options with a convention for constraints and indexes that have no name in their operation.
     *
     * @param convention the convention, usually that of the application's metadata
     */
    public MigrationOptions namingConvention(NamingConvention convention) {
        return new MigrationOptions(versionTable, hasVersionKey, transactions, hasHistory,
                Objects.requireNonNull(convention, "convention"), lock, resume, arguments, listener);
    }

    /**
     * Returns these options with another way to keep concurrent runs apart.
     *
     * @param mode how
     */
    public MigrationOptions lock(LockMode mode) {
        return new MigrationOptions(versionTable, hasVersionKey, transactions, hasHistory, naming,
                new Lock(Objects.requireNonNull(mode, "mode"), lock.timeout()), resume, arguments, listener);
    }

    /**
     * Returns these options with another time to wait for a concurrent run.
     *
     * @param timeout the longest time
     */
    public MigrationOptions lockTimeout(Duration timeout) {
        return new MigrationOptions(versionTable, hasVersionKey, transactions, hasHistory, naming,
                new Lock(lock.mode(), Objects.requireNonNull(timeout, "timeout")), resume, arguments, listener);
    }

    /**
     * Returns these options with another way to deal with a statement that an interrupted run has begun.
     *
     * @param mode what to do if the database does not tell whether it is executed
     */
    public MigrationOptions resume(ResumeMode mode) {
        return new MigrationOptions(versionTable, hasVersionKey, transactions, hasHistory, naming, lock,
                Objects.requireNonNull(mode, "mode"), arguments, listener);
    }

    /**
     * Returns these options with arguments, which revisions see.
     *
     * @param values the values by name
     */
    public MigrationOptions arguments(Map<String, String> values) {
        return new MigrationOptions(versionTable, hasVersionKey, transactions, hasHistory, naming, lock, resume, values,
                listener);
    }

    /**
     * Returns these options with a listener that is notified of each step.
     *
     * @param other the listener
     */
    public MigrationOptions onVersionApply(VersionListener other) {
        return new MigrationOptions(versionTable, hasVersionKey, transactions, hasHistory, naming, lock, resume,
                arguments,
                Objects.requireNonNull(other, "listener"));
    }

    /** Returns the name of the version table. */
    public TableName versionTable() {
        return versionTable;
    }

    /** Returns the name of the history table. */
    public TableName historyTable() {
        return new TableName(versionTable.schema(), "rubedo_history");
    }

    /** Returns the name of the table that records how far an interrupted revision came. */
    public TableName progressTable() {
        return new TableName(versionTable.schema(), "rubedo_progress");
    }

    /** Returns the name of the table whose row is locked on H2. */
    public TableName lockTable() {
        return new TableName(versionTable.schema(), "rubedo_lock");
    }

    /** Returns the names of the tables of migrations themselves, which are no part of the application's schema. */
    public Set<TableName> ownTables() {
        return Set.of(versionTable, historyTable(), progressTable(), lockTable());
    }

    /** Returns whether the version table has a primary key. */
    public boolean hasVersionTablePrimaryKey() {
        return hasVersionKey;
    }

    /** Returns what one transaction contains. */
    public TransactionMode transactions() {
        return transactions;
    }

    /** Returns whether a history is kept. */
    public boolean hasHistory() {
        return hasHistory;
    }

    /** Returns the convention for constraints and indexes that have no name. */
    public NamingConvention namingConvention() {
        return naming;
    }

    /** Returns how concurrent runs are kept apart. */
    public LockMode lock() {
        return lock.mode();
    }

    /** Returns the longest time to wait for a concurrent run. */
    public Duration lockTimeout() {
        return lock.timeout();
    }

    /** Returns what to do about a statement that an interrupted run has begun. */
    public ResumeMode resume() {
        return resume;
    }

    /** Returns the arguments that revisions see, by name. */
    public Map<String, String> arguments() {
        return arguments;
    }

    /** Returns the listener that is notified of each step. */
    public VersionListener listener() {
        return listener;
    }
}
