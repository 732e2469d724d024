package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;
import java.util.List;

/** Thrown when a transaction over several databases could not be committed in all of them. Immutable. */
public final class DistributedCommitException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** The outcome of the transaction. Immutable. */
    public enum Outcome {
        /** It was rolled back in all databases. It can be repeated. */
        ROLLED_BACK,
        /** Some databases committed, others rolled back: two-phase commit was not used. */
        PARTLY_COMMITTED,
        /**
         * It is committed, but some databases could not be notified yet. They keep it prepared until
         * {@code SessionFactory.recoverTwoPhase(...)} commits it there.
         */
        UNFINISHED,
        /**
         * The connection was lost while the first database committed. The others keep the transaction prepared until
         * {@code SessionFactory.recoverTwoPhase(...)} determines what the first one did, and does the same.
         */
        IN_DOUBT
    }

    /** The outcome. */
    private final Outcome outcome;

    /** The databases that did not commit. */
    private final List<String> failed;

    /**
     * Creates an exception. The message states what happened, in which database, and what to do.
     *
     * @param outcome the outcome of the transaction
     * @param failed the databases that did not commit
     */
    public DistributedCommitException(Outcome outcome, List<String> failed, String message, Throwable cause) {
        super(ErrorCode.DISTRIBUTED_COMMIT, message, cause);
        this.outcome = outcome;
        this.failed = List.copyOf(failed);
    }

    /** Returns the outcome of the transaction. */
    public Outcome outcome() {
        return outcome;
    }

    /** Returns the databases that did not commit, by their URLs without passwords. */
    public List<String> failed() {
        return failed;
    }
}
