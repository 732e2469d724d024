package dev.rubedo.schema;

import org.jspecify.annotations.Nullable;

/** What holds for the numbers of sequences and of identities. Stateless and thread-safe. */
final class SequenceRange {
    private SequenceRange() {}

    /**
     * Checks that the numbers fit together; null for what is not given.
     *
     * @throws IllegalArgumentException if they do not
     */
    static void check(String what, @Nullable Long start, @Nullable Long minimum, @Nullable Long maximum,
            @Nullable Long cache) {
        if (minimum != null && maximum != null && minimum >= maximum) {
            throw new IllegalArgumentException(
                    what + ": the minimum " + minimum + " must be less than the maximum " + maximum);
        }
        if (start != null && minimum != null && start < minimum) {
            throw new IllegalArgumentException(what + ": the start " + start + " is less than the minimum " + minimum);
        }
        if (start != null && maximum != null && start > maximum) {
            throw new IllegalArgumentException(what + ": the start " + start + " is more than the maximum " + maximum);
        }
        if (cache != null && cache < 0) {
            throw new IllegalArgumentException(what + ": the number of cached values is " + cache);
        }
    }
}
