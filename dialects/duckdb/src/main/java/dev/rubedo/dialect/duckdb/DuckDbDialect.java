package dev.rubedo.dialect.duckdb;

import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.dialect.Dialect;

/** The SQL dialect of DuckDB, from version 1.4 on. Thread-safe. */
public final class DuckDbDialect extends Dialect {

    /** The newest tested version, for SQL written without a database. */
    static final ServerVersion NEWEST = new ServerVersion(2, 0, 0);

    private static final int MAXIMUM_IDENTIFIER_LENGTH = 255;
    private static final int MAXIMUM_BINDS = 65_535;

    /** Creates the dialect of the newest tested version. */
    public DuckDbDialect() {
        this(NEWEST);
    }

    /** Creates the dialect of a version. */
    public DuckDbDialect(ServerVersion version) {
        this(new DialectTraits("duckdb", version,
                DialectTraits.featuresWhere(feature -> DuckDbFeatures.has(feature, version)),
                new IdentifierQuoter('"', '"', DuckDbKeywords.RESERVED), MAXIMUM_IDENTIFIER_LENGTH, MAXIMUM_BINDS));
    }

    private DuckDbDialect(DialectTraits traits) {
        super(renderers(traits), DuckDbDdlCompiler::new);
    }

    @Override
    public Dialect with(DialectTraits traits) {
        return new DuckDbDialect(traits);
    }

    private static Renderers renderers(DialectTraits of) {
        return new Renderers(of, new DuckDbExpressionRenderer(of), new DuckDbFunctionRenderer(of),
                new DuckDbConditionRenderer(of), new DuckDbSelectRenderer(of), new InsertRenderer(of),
                new UpdateRenderer(of), new DeleteRenderer(of), new ReturningRenderer(of),
                new DuckDbTypeRenderer(of), new DuckDbLiteralRenderer(of));
    }

    @Override
    public String scriptGuard(String condition, String message) {
        return "SELECT CASE WHEN " + condition + " THEN true ELSE error(" + text(message) + ") END";
    }
}
