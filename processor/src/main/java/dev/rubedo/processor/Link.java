package dev.rubedo.processor;

import dev.rubedo.processor.RelationshipAttribute.JoinTableNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a relationship connects two tables. Immutable. */
sealed interface Link {

    /**
     * By a foreign key in one of the two tables.
     *
     * @param owning whether the foreign key is on this side: many-to-one, or the side of a one-to-one that has the
     *     column
     * @param key the attributes of the foreign key, on the side that has it; implicit ones if none are declared
     */
    record ByForeignKey(boolean owning, List<ColumnAttribute> key) implements Link {

        List<String> names() {
            return key.stream().map(ColumnAttribute::name).toList();
        }

        boolean isSynthetic() {
            return key.stream().anyMatch(ColumnAttribute::synthetic);
        }
    }

    /**
     * By a join table, from this side's point of view.
     *
     * @param table the table
     */
    record ByJoinTable(JoinTableNames table) implements Link {}

    /** By a condition alone. The relationship is read-only. */
    record ByCondition() implements Link {}

    /**
     * Not at all, because the mapping is invalid.
     *
     * @param problem the error; null if it is in the other entity, which reports it
     */
    record Broken(@Nullable Problem problem) implements Link {}
}
