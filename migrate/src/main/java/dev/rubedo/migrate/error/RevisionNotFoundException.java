package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when a text refers to no revision, or to several. Immutable. */
public class RevisionNotFoundException extends RevisionException {
    private static final long serialVersionUID = 1L;

    /** The text that refers to no single revision. */
    private final String symbol;

    /**
     * Creates an exception.
     *
     * @param symbol the text that refers to no single revision
     * @param message what happened, to which revision, and what to do
     */
    public RevisionNotFoundException(String symbol, String message) {
        super(ErrorCode.REVISION_NOT_FOUND, message);
        this.symbol = symbol;
    }

    /** Returns the text that refers to no single revision. */
    public String symbol() {
        return symbol;
    }
}
