package dev.rubedo.dialect;

import dev.rubedo.sql.RendererProvider;
import dev.rubedo.sql.StatementRenderer;

/** The provider of {@link AnsiDialect} for printing trees; found by {@link java.util.ServiceLoader}. Immutable. */
public final class AnsiRendererProvider implements RendererProvider {

    private static final StatementRenderer RENDERER = new TreeTextRenderer(
            AnsiDialect.renderers(AnsiDialect.instance().traits()));

    /** Creates a provider; for {@link java.util.ServiceLoader}. */
    public AnsiRendererProvider() {}

    @Override
    public StatementRenderer renderer() {
        return RENDERER;
    }
}
