package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when revisions follow or depend on each other in a cycle, or on themselves. Immutable. */
public class RevisionCycleException extends RevisionException {
    private static final long serialVersionUID = 1L;

    /** The ids on the cycle; a list from List.copyOf, which is serializable. */
    @SuppressWarnings("serial") private final List<String> cycle;

    /** Whether the cycle contains a dependency. */
    private final boolean dependency;

    /**
     * Creates an exception.
     *
     * @param cycle the ids on the cycle, each coming before the next, the last before the first
     * @param dependency whether {@code dependsOn} closes the cycle; otherwise down revisions alone do
     */
    public RevisionCycleException(List<String> cycle, boolean dependency) {
        super(ErrorCode.REVISION_CYCLE, message(cycle, dependency));
        this.cycle = List.copyOf(cycle);
        this.dependency = dependency;
    }

    private static String message(List<String> cycle, boolean dependency) {
        var what = dependency ? "dependsOn" : "downRevision";
        if (cycle.size() == 1) {
            return "Revision \"" + cycle.get(0) + "\" names itself as its " + what + ". Name an earlier revision.";
        }
        return "Revisions form a cycle: " + cycle.stream().map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(" comes before ")) + ", which comes before \"" + cycle.get(0)
                + "\". Correct the " + what + " of one of them.";
    }

    /** Returns the ids on the cycle, each coming before the next, the last before the first. */
    public List<String> cycle() {
        return cycle;
    }

    /** Returns whether a revision names itself. */
    public boolean isLoop() {
        return cycle.size() == 1;
    }

    /** Returns whether {@code dependsOn} closes the cycle; otherwise down revisions alone do. */
    public boolean isOfDependencies() {
        return dependency;
    }
}
