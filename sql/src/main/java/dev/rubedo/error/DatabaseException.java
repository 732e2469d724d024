package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** An error that the database reported. Its cause is the driver's exception. Immutable. */
public class DatabaseException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /** The report. */
    private final DatabaseReport report;

    /**
     * Makes an exception.
     *
     * @param code which error it is
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public DatabaseException(ErrorCode code, DatabaseReport report, @Nullable Throwable cause) {
        super(code, report.text(), cause);
        this.report = report;
    }

    /** Returns everything the database said. */
    public final DatabaseReport report() {
        return report;
    }

    /** Returns the SQL that failed, with markers instead of values; empty where no statement was running. */
    public final String statement() {
        return report.sql();
    }

    /** Returns the five characters of the SQLSTATE, or the empty string. */
    public final String sqlState() {
        return report.sqlState();
    }

    /** Returns the number that the vendor gives this error, or 0. */
    public final int vendorCode() {
        return report.vendorCode();
    }

    /** Returns whether the same transaction, run again from its beginning, may succeed. */
    public boolean isRetryable() {
        return false;
    }
}
