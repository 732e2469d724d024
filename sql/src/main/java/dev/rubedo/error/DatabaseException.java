package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when the database reports an error. Its cause is the driver's exception. Immutable. */
public class DatabaseException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /** The report. */
    private final DatabaseReport report;

    /**
     * Creates an exception.
     *
     * @param code the error code
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public DatabaseException(ErrorCode code, DatabaseReport report, @Nullable Throwable cause) {
        super(code, report.text(), cause);
        this.report = report;
    }

    /** Returns everything that the database reported. */
    public final DatabaseReport report() {
        return report;
    }

    /** Returns the SQL that failed, with parameter markers; empty if no statement was executing. */
    public final String statement() {
        return report.sql();
    }

    /** Returns the five-character SQLSTATE, or the empty string. */
    public final String sqlState() {
        return report.sqlState();
    }

    /** Returns the vendor's error number, or 0. */
    public final int vendorCode() {
        return report.vendorCode();
    }

    /** Returns whether the same transaction may succeed if it is run again from the beginning. */
    public boolean isRetryable() {
        return false;
    }
}
