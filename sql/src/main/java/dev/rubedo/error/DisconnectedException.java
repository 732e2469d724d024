package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when the connection to the database was lost. Immutable. */
public class DisconnectedException extends OperationalException {
    private static final long serialVersionUID = 1L;

    /** Whether it happened during a commit. */
    private final boolean outcomeUnknown;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public DisconnectedException(DatabaseReport report, @Nullable Throwable cause) {
        this(report, cause, false);
    }

    private DisconnectedException(DatabaseReport report, @Nullable Throwable cause, boolean outcomeUnknown) {
        super(ErrorCode.DISCONNECTED, report, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /** Returns this exception, marked as having happened during a commit. */
    public DisconnectedException duringCommit() {
        var report = report();
        var said = new DatabaseReport(
                report.message() + " The transaction may or may not have been committed: check before you repeat it.",
                report.sql(), report.parameters(), report.sqlState(), report.vendorCode(), report.constraint());
        return new DisconnectedException(said, getCause(), true);
    }

    /**
     * Returns whether the transaction may have been committed, because the connection was lost before the response to
     * COMMIT.
     */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    /**
     * Returns true unless the transaction may have been committed, because repeating it could then execute it twice.
     */
    @Override
    public boolean isRetryable() {
        return !outcomeUnknown;
    }
}
