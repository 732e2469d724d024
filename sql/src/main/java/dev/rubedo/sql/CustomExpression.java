package dev.rubedo.sql;

import dev.rubedo.stability.Spi;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user-defined expression, which writes itself. An extension point. Implementations are immutable and implement
 * {@code equals} and {@code hashCode}, because statements are cached by their structure; a record does so
 * automatically.
 *
 * @param <T> the Java type of its values
 */
@Spi
public non-sealed interface CustomExpression<T extends @Nullable Object> extends Expression<T> {
    /** Returns the expressions inside, in the order in which they are written. */
    List<Expression<?>> children();

    /**
     * Returns this expression with other expressions inside.
     *
     * @param children as many expressions as {@link #children()} has, in the same order
     */
    CustomExpression<T> withChildren(List<Expression<?>> children);

    /**
     * Writes this expression. The method must write the same text for equal expressions, and must write values only
     * through {@link SqlWriter#expression}.
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
    default CustomExpression<T> rewrite(Rewriter rewriter) {
        var children = children();
        var changed = rewriter.expressions(children);
        return Rewriter.same(changed, children) ? this : withChildren(changed);
    }
}
