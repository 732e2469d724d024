package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function over a window. Immutable.
 *
 * @param <T> the Java type of its values
 * @param function the function
 * @param window the window
 */
public record Over<T extends @Nullable Object>(FunctionCall<T> function, Window window) implements Expression<T> {
    /** Checks the components. */
    public Over {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(window, "window");
    }

    @Override
    public SqlType<T> type() {
        return function.type();
    }

    @Override
    public void describe(Structure out) {
        out.expression(function);
        window.describe(out);
    }

    @Override
    public Over<T> rewrite(Rewriter rewriter) {
        var newFunction = function.rewrite(rewriter);
        var newWindow = rewriter.window(window);
        return Rewriter.same(newFunction, function) && Rewriter.same(newWindow, window) ? this
                : new Over<>(newFunction, newWindow);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
