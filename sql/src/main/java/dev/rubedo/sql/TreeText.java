package dev.rubedo.sql;

import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Human-readable text of nodes. {@code toString()} never throws. Thread-safe. */
final class TreeText {
    private TreeText() {}

    static String of(Expression<?> node) {
        return text(node, renderer -> renderer.render(node));
    }

    static String of(FromClause node) {
        return text(node, renderer -> renderer.render(node));
    }

    static String of(Statement<?> node) {
        return text(node, renderer -> renderer.render(node));
    }

    private static String text(Node node, Function<StatementRenderer, String> render) {
        var provider = Holder.PROVIDER;
        if (provider == null) {
            return StructureText.of(node);
        }
        try {
            return render.apply(provider.renderer());
        } catch (RuntimeException e) {
            return StructureText.of(node);
        } catch (StackOverflowError e) {
            return StructureText.of(node) + " (nested too deeply to be printed)";
        }
    }

    /** Looks up the renderer once, on first use. */
    private static final class Holder {
        private static final @Nullable RendererProvider PROVIDER = ServiceLoader
                .load(RendererProvider.class, RendererProvider.class.getClassLoader()).findFirst().orElse(null);
    }
}
