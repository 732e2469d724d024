package dev.rubedo.sql;

import java.util.List;

/**
 * A clause of one dialect, written at a fixed place of a statement. A door. Implementations are immutable and have
 * {@code equals} and {@code hashCode}, for statements are cached by their structure; a record has them.
 */
public non-sealed interface CustomClause extends StatementClause {
    /** Returns where the clause is written. */
    @Override
    Place place();

    /** Returns the expressions inside, in the order they are written. */
    List<Expression<?>> children();

    /**
     * Returns this clause with other expressions inside.
     *
     * @param children as many as {@link #children()} has, in that order
     */
    CustomClause withChildren(List<Expression<?>> children);

    /**
     * Writes this clause without a space before or after.
     *
     * @param out where to
     */
    void write(SqlWriter out);

    /** The expressions inside, and all else as one part. */
    @Override
    default void describe(Structure out) {
        out.shell(this);
        out.expressions(children());
    }

    /** A place in a statement. Immutable. */
    enum Place {
        /** After the first word: {@code SELECT ...}, {@code INSERT ...}. */
        AFTER_VERB,
        /** After the table that is written to, or after all that a {@code SELECT} reads. */
        AFTER_TABLE,
        /** After the {@code WHERE} and what belongs to it. */
        AFTER_CONDITIONS,
        /** At the end. */
        AT_END
    }
}
