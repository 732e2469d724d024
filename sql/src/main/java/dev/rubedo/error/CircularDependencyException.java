package dev.rubedo.error;

import java.util.List;

/** Thrown when dependencies form a cycle, so that no order exists. Immutable. */
public class CircularDependencyException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /** The names on the cycle; a list from List.of or List.copyOf, which is serializable. */
    @SuppressWarnings("serial") private final List<String> cycle;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which objects, and what to do
     * @param cycle the names on one cycle, each depending on the next, the last on the first
     */
    public CircularDependencyException(String message, List<String> cycle) {
        super(ErrorCode.CIRCULAR_DEPENDENCY, message);
        this.cycle = List.copyOf(cycle);
    }

    /** Returns the names on one cycle, each depending on the next, the last on the first. */
    public List<String> cycle() {
        return cycle;
    }
}
