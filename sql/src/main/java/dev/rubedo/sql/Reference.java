package dev.rubedo.sql;

import java.util.List;

/**
 * A foreign key as seen by a join: columns of one table that refer to columns of another. Immutable.
 *
 * @param columns the referencing columns
 * @param targets the referenced columns, in the same order
 */
public record Reference(List<? extends ColumnReference<?>> columns, List<? extends ColumnReference<?>> targets) {
    /** Checks that both sides have the same number of columns. */
    public Reference {
        columns = List.copyOf(columns);
        targets = List.copyOf(targets);
        if (columns.isEmpty() || columns.size() != targets.size()) {
            throw new IllegalArgumentException(
                    "A foreign key must have as many columns as it references: " + columns + " and " + targets);
        }
    }

    @Override
    public String toString() {
        return columns + " references " + targets;
    }
}
