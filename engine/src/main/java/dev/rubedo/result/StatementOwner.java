package dev.rubedo.result;

import java.sql.SQLException;

/**
 * The owner of a running statement, which translates its failures and cleans up after its reader. Implemented by the
 * engine. Confined to one thread at a time.
 */
public interface StatementOwner {

    /**
     * Returns the exception to throw for a failed driver call, which ends the statement. An {@code Error} is thrown
     * unchanged, and an exception of Rubedo is returned unchanged.
     */
    RuntimeException failed(Throwable failure);

    /**
     * Called after a codec threw an exception other than {@link SQLException}, which may be caused by the driver or by
     * user code.
     */
    void doubted(Throwable failure);

    /** Called once when a reader is closed. */
    void closed(RowReader reader);
}
