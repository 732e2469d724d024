package dev.rubedo.error;

import java.util.List;

/** Things that depend on each other in a circle, so that no order exists. Immutable. */
public class CircularDependencyException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /** The names on the circle; a list of List.of or List.copyOf, which is serializable. */
    @SuppressWarnings("serial") private final List<String> cycle;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which things, and what to do
     * @param cycle the names on one circle, each depending on the next, the last on the first
     */
    public CircularDependencyException(String message, List<String> cycle) {
        super(ErrorCode.CIRCULAR_DEPENDENCY, message);
        this.cycle = List.copyOf(cycle);
    }

    /** Returns the names on one circle, each depending on the next, the last on the first. */
    public List<String> cycle() {
        return cycle;
    }
}
