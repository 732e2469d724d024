package dev.rubedo.migrate.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The reversal of operations. Stateless. */
final class Reversal {
    private Reversal() {}

    /**
     * Returns the operations that undo others, the last one first. The reverse of a table operation is also a table
     * operation.
     */
    @SuppressWarnings("unchecked")
    static <O extends MigrationOperation> List<O> of(List<O> operations) {
        var reversed = new ArrayList<O>();
        operations.forEach(operation -> reversed.add((O) operation.reverse()));
        Collections.reverse(reversed);
        return reversed;
    }
}
