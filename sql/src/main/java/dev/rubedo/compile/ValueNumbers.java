package dev.rubedo.compile;

import org.jspecify.annotations.Nullable;

/**
 * Numbers for the nodes that hold a value, by identity, in order of first encounter. The few nodes of most statements
 * are searched linearly, because each execution fills a table and the first identity hash of an object is slow. A
 * larger number of nodes is hashed, with open addressing.
 *
 * <p>Confined to one thread at a time.
 */
final class ValueNumbers {

    private static final int FEW = 16;

    private @Nullable Object[] owners = new @Nullable Object[FEW / 2];
    private int[] numbers = new int[FEW / 2];
    private int size;

    /** Returns the number of the node if it has one; otherwise assigns the given number and returns -1. */
    int putIfAbsent(Object owner, int number) {
        int at = find(owner);
        if (at >= 0) {
            return numbers[at];
        }
        set(owner, number, ~at);
        return -1;
    }

    /** Assigns a number to a node that has none. */
    void put(Object owner, int number) {
        set(owner, number, ~find(owner));
    }

    private void set(Object owner, int number, int place) {
        int at = place;
        if (size >= FEW ? size * 2 >= owners.length : size == owners.length) {
            grow();
            at = ~find(owner);
        }
        owners[at] = owner;
        numbers[at] = number;
        size++;
    }

    /** Returns the number of a node. */
    int of(Object owner) {
        int at = find(owner);
        if (at < 0) {
            throw new IllegalStateException(
                    "The renderer met a value that the walk over the statement did not find: "
                            + owner.getClass().getSimpleName()
                            + ". A custom expression or clause may write only what its children() returns.");
        }
        return numbers[at];
    }

    @SuppressWarnings("ReferenceEquality") // identity is the point: equal values at two places are two values
    private int find(Object owner) {
        if (owners.length <= FEW) {
            for (int i = 0; i < size; i++) {
                if (owners[i] == owner) {
                    return i;
                }
            }
            return ~size;
        }
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
        int length = size < FEW ? FEW : Math.max(oldOwners.length * 2, FEW * 4);
        owners = new @Nullable Object[length];
        numbers = new int[length];
        if (length == FEW) {
            System.arraycopy(oldOwners, 0, owners, 0, size);
            System.arraycopy(oldNumbers, 0, numbers, 0, size);
            return;
        }
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
