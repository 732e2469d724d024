package dev.rubedo.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A join as requested. Its left side and condition are determined once the whole statement is known. Immutable.
 *
 * @param left the left side, or null to find it
 * @param right the right side, or null for a relationship
 * @param relationship the relationship, or null
 * @param kind the kind of join
 * @param on the condition, or null to derive it from foreign keys or the relationship
 */
public record JoinStep(@Nullable FromClause left, @Nullable FromClause right, @Nullable UnresolvedJoin relationship,
        Join.Kind kind, @Nullable Condition on) {
    /** Checks that there is exactly one right side. */
    public JoinStep {
        Objects.requireNonNull(kind, "kind");
        if ((right == null) == (relationship == null)) {
            throw new IllegalArgumentException("A join has either a right side or a relationship");
        }
    }

    void describe(Structure out) {
        out.part(kind);
        out.part(left != null);
        if (left != null) {
            out.from(left);
        }
        out.part(right != null);
        if (right != null) {
            out.from(right);
        }
        out.part(relationship != null);
        if (relationship != null) {
            relationship.describe(out);
        }
        out.optional(on);
    }

    @Override
    public String toString() {
        return kind.token() + " " + (right == null ? relationship : right) + (on == null ? "" : " ON " + on);
    }
}
