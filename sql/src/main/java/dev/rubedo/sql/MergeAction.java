package dev.rubedo.sql;

import java.util.Objects;

/**
 * The action of a {@link Merge} for one kind of rows. Immutable.
 *
 * @param when the kind of rows
 * @param condition an additional condition; {@link NoCondition} for none
 * @param change the change: an INSERT of one row, an UPDATE or a DELETE of the target, without conditions
 */
public record MergeAction(When when, Condition condition, DmlStatement<?> change) {

    /** Checks the components. */
    public MergeAction {
        Objects.requireNonNull(condition, "condition");
        boolean isInsert = change instanceof Insert<?>;
        if (isInsert != (when == When.NOT_MATCHED)) {
            throw new IllegalArgumentException(when.text() + (isInsert
                    ? " applies to existing rows, which can be updated or deleted but not inserted"
                    : " applies to rows that do not exist yet, which can only be inserted"));
        }
    }

    void describe(Structure out) {
        out.part(when);
        out.expression(condition);
        out.statement(change);
    }

    MergeAction rewrite(Rewriter rewriter) {
        var changedCondition = rewriter.condition(condition);
        var changed = (DmlStatement<?>) rewriter.statement(change);
        return Rewriter.same(changedCondition, condition) && Rewriter.same(changed, change) ? this
                : new MergeAction(when, changedCondition, changed);
    }

    /** A kind of rows. Immutable. */
    public enum When {
        /** Rows of the target that match a row of the source. */
        MATCHED("WHEN MATCHED"),
        /** Rows of the source that match no row of the target. */
        NOT_MATCHED("WHEN NOT MATCHED"),
        /** Rows of the target that match no row of the source. */
        NOT_MATCHED_BY_SOURCE("WHEN NOT MATCHED BY SOURCE");

        private final String text;

        When(String text) {
            this.text = text;
        }

        /** Returns the SQL. */
        public String text() {
            return text;
        }
    }
}
