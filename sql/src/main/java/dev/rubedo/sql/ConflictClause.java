package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An {@code ON CONFLICT} clause: what to do with a row that conflicts with an existing one. Immutable.
 *
 * @param columns the columns of the unique key; empty for any key, or if the constraint is named
 * @param constraint the name of the unique constraint, or empty
 * @param indexCondition the condition of a partial unique index; {@link NoCondition} for none
 * @param update the changes to the existing row, or null to leave it
 */
public record ConflictClause(List<SettableColumn<?>> columns, String constraint, Condition indexCondition,
        @Nullable ConflictUpdate update) {
    /** Checks the components. */
    public ConflictClause {
        columns = List.copyOf(columns);
        Objects.requireNonNull(constraint, "constraint");
        Objects.requireNonNull(indexCondition, "indexCondition");
        if (!columns.isEmpty() && !constraint.isEmpty()) {
            throw new IllegalArgumentException("A conflict is identified by columns or by the name of a constraint, "
                    + "not by both");
        }
    }

    void describe(Structure out) {
        out.expressions(columns);
        out.part(constraint);
        out.expression(indexCondition);
        out.part(update != null);
        if (update != null) {
            update.describe(out);
        }
    }

    @Override
    public String toString() {
        return "ON CONFLICT " + columns + constraint + " DO " + (update == null ? "NOTHING" : update);
    }
}
