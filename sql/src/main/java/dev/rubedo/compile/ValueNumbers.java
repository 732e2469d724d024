package dev.rubedo.compile;

import org.jspecify.annotations.Nullable;

/**
 * Numbers for the nodes that hold a value, by identity, in the order of first meeting. A plain table with open addressing:
 * most statements hold fewer than ten values, and each execution fills one.
 *
 * <p>
 * Confined to one thread at a time.
 */
final class ValueNumbers {

    private @Nullable Object[] owners = new @Nullable Object[16];
    private int[] numbers = new int[16];
    private int size;

    /** Returns the number of the node if it was met before, else gives it the one given and returns -1. */
    int putIfAbsent(Object owner, int number) {
        int at = find(owner);
        if (at >= 0) {
            return numbers[at];
        }
        put(owner, number);
        return -1;
    }

    /** Gives a node that was not met before a number. */
    void put(Object owner, int number) {
        if (size * 2 >= owners.length) {
            grow();
        }
        int at = ~find(owner);
        owners[at] = owner;
        numbers[at] = number;
        size++;
    }

    /** Returns the number of a node. */
    int of(Object owner) {
        int at = find(owner);
        if (at < 0) {
            throw new IllegalStateException(
                    "A value was met while writing that the walk over the statement did not find: "
                            + owner.getClass().getSimpleName());
        }
        return numbers[at];
    }

    @SuppressWarnings("ReferenceEquality") // identity is the point: equal values at two places are two values
    private int find(Object owner) {
        int mask = owners.length - 1;
        int at = System.identityHashCode(owner) & mask;
        while (owners[at] != null) {
            if (owners[at] == owner) {
                return at;
            }
            at = (at + 1) & mask;
        }
        return ~at;
    }

    private void grow() {
        var oldOwners = owners;
        var oldNumbers = numbers;
        owners = new @Nullable Object[oldOwners.length * 2];
        numbers = new int[owners.length];
        for (int i = 0; i < oldOwners.length; i++) {
            var owner = oldOwners[i];
            if (owner != null) {
                int at = ~find(owner);
                owners[at] = owner;
                numbers[at] = oldNumbers[i];
            }
        }
    }
}
