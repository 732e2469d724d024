package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;

/** The language of PostgreSQL, from version 14 on. Thread-safe. */
public final class PostgresDialect extends Dialect {

    private static final int MAXIMUM_IDENTIFIER_LENGTH = 63;
    private static final int MAXIMUM_BINDS = 65_535;

    /** Makes the dialect. */
    public PostgresDialect() {
        super(new DialectTraits("postgresql",
                DialectTraits.allBut(Feature.ON_CONFLICT_ANY, Feature.FETCH_PERCENT, Feature.INLINE_COMMENTS),
                new IdentifierQuoter('"', '"', PostgresKeywords.RESERVED), MAXIMUM_IDENTIFIER_LENGTH, MAXIMUM_BINDS));
    }

    @Override
    protected Renderers renderers(DialectTraits of) {
        return new Renderers(of, new PostgresExpressionRenderer(of), new PostgresFunctionRenderer(of),
                new PostgresConditionRenderer(of), new PostgresSelectRenderer(of),
                new InsertRenderer(of), new UpdateRenderer(of), new DeleteRenderer(of), new ReturningRenderer(of), new PostgresTypeRenderer(of), new PostgresLiteralRenderer(of));
    }

    @Override
    protected DdlCompiler ddlCompiler(Renderers renderers, StatementCompiler compiler) {
        return new PostgresDdlCompiler(renderers, compiler);
    }
}
