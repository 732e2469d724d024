package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;
import java.util.Collection;
import java.util.List;

/** Thrown when one head is needed, but there are several. Immutable. */
public class MultipleHeadsException extends RevisionException {
    private static final long serialVersionUID = 1L;

    /** The heads; a list from List.copyOf, which is serializable. */
    @SuppressWarnings("serial") private final List<String> heads;

    /**
     * Creates an exception.
     *
     * @param symbol the text that should refer to one head
     * @param heads the ids of the heads
     */
    public MultipleHeadsException(String symbol, Collection<String> heads) {
        super(ErrorCode.MULTIPLE_HEADS, "\"" + symbol + "\" could be any of the head revisions "
                + RevisionList.quoted(heads) + ". Specify one of them, \"label@head\" for the head of a branch or "
                + "\"heads\" for all of them, or join them with the command merge.");
        this.heads = List.copyOf(heads);
    }

    /** Returns the ids of the heads. */
    public List<String> heads() {
        return heads;
    }
}
