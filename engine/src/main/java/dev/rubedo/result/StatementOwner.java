package dev.rubedo.result;

import java.sql.SQLException;

/**
 * Who runs a statement: translates its failures and cleans up after its reader. Implemented by the engine.
 * Confined to one thread at a time.
 */
public interface StatementOwner {

    /**
     * Returns the exception to throw for what a call of the driver threw, which ends the statement. An {@code Error} is
     * thrown as it is, and an exception of Rubedo returned as it is.
     */
    RuntimeException failed(Throwable failure);

    /**
     * Called when a codec threw something else than a {@link SQLException}: it may be the driver or a user's code that
     * failed.
     */
    void doubted(Throwable failure);

    /** Called once, when a reader ends. */
    void closed(RowReader reader);
}
