package dev.rubedo.sql;

import java.util.List;

/**
 * A foreign key, as a join needs it: columns of one table that hold values of another's. Immutable.
 *
 * @param columns the columns that refer
 * @param targets the columns referred to, in the same order
 */
public record Reference(List<? extends ColumnReference<?>> columns, List<? extends ColumnReference<?>> targets) {
    /** Checks that both sides have as many columns. */
    public Reference {
        columns = List.copyOf(columns);
        targets = List.copyOf(targets);
        if (columns.isEmpty() || columns.size() != targets.size()) {
            throw new IllegalArgumentException(
                    "A foreign key has as many columns as it refers to: " + columns + " and " + targets);
        }
    }

    @Override
    public String toString() {
        return columns + " references " + targets;
    }
}
