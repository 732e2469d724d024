package dev.rubedo.dialect;

import dev.rubedo.sql.RendererProvider;
import dev.rubedo.sql.StatementRenderer;

/** Lets trees print themselves by {@link AnsiDialect}; found by the service loader. Immutable. */
public final class AnsiRendererProvider implements RendererProvider {

    private static final StatementRenderer RENDERER = new TreeTextRenderer(
            AnsiDialect.renderers(AnsiDialect.instance().traits()));

    /** Makes a provider; for the service loader. */
    public AnsiRendererProvider() {}

    @Override
    public StatementRenderer renderer() {
        return RENDERER;
    }
}
