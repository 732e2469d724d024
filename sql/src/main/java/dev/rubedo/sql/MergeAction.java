package dev.rubedo.sql;

import java.util.Objects;

/**
 * What a {@link Merge} does with the rows of one kind. Immutable.
 *
 * @param when the kind of rows
 * @param condition a further condition; {@link NoCondition} for none
 * @param change the change: an INSERT of one row, an UPDATE or a DELETE of the target, without conditions
 */
public record MergeAction(When when, Condition condition, DmlStatement<?> change) {

    /** Checks the parts. */
    public MergeAction {
        Objects.requireNonNull(condition, "condition");
        boolean isInsert = change instanceof Insert<?>;
        if (isInsert != (when == When.NOT_MATCHED)) {
            throw new IllegalArgumentException(when.text() + (isInsert
                    ? " finds rows that exist; they can be updated or deleted, not inserted"
                    : " finds rows that do not exist yet; they can only be inserted"));
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
