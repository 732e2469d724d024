package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.CatalogTraits;
import dev.rubedo.dialect.Dialect;
import java.util.Map;
import java.util.Set;

/** The SQL dialect of H2, from version 2.0 on, in its regular mode. Thread-safe. */
public final class H2Dialect extends Dialect {
    private static final CatalogTraits CATALOG = new CatalogTraits(
            Set.of(CatalogTrait.RESTRICT_IS_NO_ACTION, CatalogTrait.IDENTITY_ENDS_WITH_TYPE,
                    CatalogTrait.TEXT_IS_STRING),
            CatalogTraits.NameCase.UPPER, Map.of("now", "localtimestamp"), "NO CYCLE", "CACHE 32");

    /** The newest tested version, for SQL written without a server. */
    static final ServerVersion NEWEST = new ServerVersion(2, 5, 0);

    private static final int MAXIMUM_IDENTIFIER_LENGTH = 256;
    private static final int MAXIMUM_BINDS = 100_000;

    /** Creates the dialect of the newest tested version. */
    public H2Dialect() {
        this(NEWEST);
    }

    /** Creates the dialect of a version. */
    public H2Dialect(ServerVersion version) {
        this(new DialectTraits("h2", version,
                DialectTraits.featuresWhere(feature -> H2Features.has(feature, version)),
                new IdentifierQuoter('"', '"', H2Keywords.RESERVED), MAXIMUM_IDENTIFIER_LENGTH, MAXIMUM_BINDS));
    }

    private H2Dialect(DialectTraits traits) {
        super(renderers(traits), H2DdlCompiler::new);
    }

    @Override
    public Dialect with(DialectTraits traits) {
        return new H2Dialect(traits);
    }

    private static Renderers renderers(DialectTraits of) {
        return new Renderers(of, new H2ExpressionRenderer(of), new H2FunctionRenderer(of), new H2ConditionRenderer(of),
                new H2SelectRenderer(of), new H2InsertRenderer(of), new UpdateRenderer(of), new DeleteRenderer(of),
                new H2ReturningRenderer(of),
                new H2TypeRenderer(of), new H2LiteralRenderer(of));
    }

    /** The text is not constant, because H2 evaluates constant expressions in advance. */
    @Override
    public String scriptGuard(String condition, String message) {
        return "SELECT CASE WHEN " + condition + " THEN 1 ELSE CAST(" + text(message + " ")
                + " || RANDOM_UUID() AS INTEGER) END";
    }

    @Override
    public CatalogTraits catalogTraits() {
        return CATALOG;
    }
}
