package dev.rubedo.sql;

import dev.rubedo.stability.Spi;
import java.util.List;

/**
 * A clause of one dialect, written at a fixed place in a statement. An extension point. Implementations are immutable
 * and implement {@code equals} and {@code hashCode}, because statements are cached by their structure; a record does so
 * automatically.
 */
@Spi
public non-sealed interface CustomClause extends StatementClause {
    /** Returns where the clause is written. */
    @Override
    Place place();

    /** Returns the expressions inside, in the order in which they are written. */
    List<Expression<?>> children();

    /**
     * Returns this clause with other expressions inside.
     *
     * @param children as many expressions as {@link #children()} has, in the same order
     */
    CustomClause withChildren(List<Expression<?>> children);

    /**
     * Writes this clause without a space before or after.
     *
     * @param out the writer
     */
    void write(SqlWriter out);

    /** Describes the expressions inside as nodes, and everything else as one part. */
    @Override
    default void describe(Structure out) {
        out.shell(this);
        out.expressions(children());
    }

    @Override
    default CustomClause rewrite(Rewriter rewriter) {
        var changed = rewriter.expressions(children());
        return Rewriter.sameElements(changed, children()) ? this : withChildren(changed);
    }

    /** A place in a statement. Immutable. */
    enum Place {
        /** After the verb: {@code SELECT ...}, {@code INSERT ...}. */
        AFTER_VERB,
        /** After the target table, or after the {@code FROM} clause of a {@code SELECT}. */
        AFTER_TABLE,
        /** After the {@code WHERE} clause and the clauses that belong to it. */
        AFTER_CONDITIONS,
        /** At the end of the statement. */
        AT_END
    }
}
