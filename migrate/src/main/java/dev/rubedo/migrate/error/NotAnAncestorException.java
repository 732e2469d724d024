package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;
import java.util.Collection;
import java.util.List;

/** Thrown when the lower end of a range of revisions is not an ancestor of its upper end. Immutable. */
public class NotAnAncestorException extends RevisionException {
    private static final long serialVersionUID = 1L;

    /** The lower end; a list from List.copyOf, which is serializable. */
    @SuppressWarnings("serial") private final List<String> lower;

    /** The upper end; a list from List.copyOf, which is serializable. */
    @SuppressWarnings("serial") private final List<String> upper;

    /**
     * Creates an exception.
     *
     * @param lower the revisions at the lower end; empty for base
     * @param upper the revisions at the upper end; empty for base
     */
    public NotAnAncestorException(Collection<String> lower, Collection<String> upper) {
        super(ErrorCode.NOT_AN_ANCESTOR, "Revision " + RevisionList.quoted(lower) + " is not an ancestor of "
                + RevisionList.quoted(upper) + ". Specify two revisions on one line, the older one first.");
        this.lower = List.copyOf(lower);
        this.upper = List.copyOf(upper);
    }

    /** Returns the revisions at the lower end; empty for base. */
    public List<String> lower() {
        return lower;
    }

    /** Returns the revisions at the upper end; empty for base. */
    public List<String> upper() {
        return upper;
    }
}
