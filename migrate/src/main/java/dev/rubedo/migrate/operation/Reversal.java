package dev.rubedo.migrate.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reverses operations. Stateless. */
final class Reversal {
    private Reversal() {}

    /** Returns what undoes some operations, the last one first. The reverse of a table operation is one too. */
    @SuppressWarnings("unchecked")
    static <O extends MigrationOperation> List<O> of(List<O> operations) {
        var reversed = new ArrayList<O>();
        operations.forEach(operation -> reversed.add((O) operation.reverse()));
        Collections.reverse(reversed);
        return reversed;
    }
}
