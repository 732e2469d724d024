package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of your own, which writes itself. A door. Implementations are immutable and have {@code equals} and
 * {@code hashCode}, for statements are cached by their structure; a record has them.
 *
 * @param <T> the Java type of its values
 */
public non-sealed interface CustomExpression<T extends @Nullable Object> extends Expression<T> {
    /** Returns the expressions inside, in the order they are written. */
    List<Expression<?>> children();

    /**
     * Returns this expression with other expressions inside.
     *
     * @param children as many as {@link #children()} has, in that order
     */
    CustomExpression<T> withChildren(List<Expression<?>> children);

    /**
     * Writes this expression. Must write the same for equal expressions, and values only through
     * {@link SqlWriter#expression}.
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
}
