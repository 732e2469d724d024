package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.CatalogTraits;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The SQL dialect of PostgreSQL, from version 10 on, and of CockroachDB and YugabyteDB, which lack some of its features.
 * Thread-safe.
 */
public final class PostgresDialect extends Dialect {
    private static final CatalogTraits CATALOG = new CatalogTraits(
            Set.of(CatalogTrait.DEFAULTS_HAVE_TYPES, CatalogTrait.SERIAL_DEFAULTS, CatalogTrait.NULL_IS_GREATEST,
                    CatalogTrait.CONVERTS_BY_USING, CatalogTrait.BINARY_JSON,
                    CatalogTrait.COMPUTED_COLUMNS_FIX_TYPES),
            CatalogTraits.NameCase.LOWER, Map.of(), "NO CYCLE", "CACHE 1");

    /** The newest tested version, for SQL written without a server. */
    static final ServerVersion NEWEST = new ServerVersion(18, 0, 0);

    /** The version of PostgreSQL that CockroachDB reports. */
    static final ServerVersion COCKROACH = new ServerVersion(13, 0, 0);

    /** The version of PostgreSQL on which YugabyteDB is based since 2025. */
    static final ServerVersion YUGABYTE = new ServerVersion(15, 2, 0);

    private static final int MAXIMUM_IDENTIFIER_LENGTH = 63;
    private static final int MAXIMUM_BINDS = 65_535;

    /** Creates the dialect of the newest tested version. */
    public PostgresDialect() {
        this(NEWEST);
    }

    /** Creates the dialect of a version. */
    public PostgresDialect(ServerVersion version) {
        this(version, feature -> true);
    }

    /**
     * Creates the dialect of a product that is compatible with a version.
     *
     * @param has tests whether the product has a feature of that version
     */
    PostgresDialect(ServerVersion version, Predicate<Feature> has) {
        this(new DialectTraits("postgresql", version,
                DialectTraits.featuresWhere(feature -> PostgresFeatures.has(feature, version) && has.test(feature)),
                new IdentifierQuoter('"', '"', PostgresKeywords.RESERVED), MAXIMUM_IDENTIFIER_LENGTH, MAXIMUM_BINDS)
                .withNamesInBytes());
    }

    private PostgresDialect(DialectTraits traits) {
        super(renderers(traits), PostgresDdlCompiler::new);
    }

    /** Returns the dialect of CockroachDB. */
    public static PostgresDialect cockroach() {
        return new PostgresDialect(COCKROACH, CockroachFeatures::has);
    }

    /** Returns the dialect of YugabyteDB. */
    public static PostgresDialect yugabyte() {
        return new PostgresDialect(YUGABYTE, YugabyteFeatures::has);
    }

    @Override
    public Dialect with(DialectTraits traits) {
        return new PostgresDialect(traits);
    }

    private static Renderers renderers(DialectTraits of) {
        return new Renderers(of, new PostgresExpressionRenderer(of), new PostgresFunctionRenderer(of),
                new PostgresConditionRenderer(of), new PostgresSelectRenderer(of),
                new InsertRenderer(of), new UpdateRenderer(of), new DeleteRenderer(of), new ReturningRenderer(of),
                new PostgresTypeRenderer(of), new PostgresLiteralRenderer(of));
    }

    @Override
    public Optional<String> lockTimeout(@Nullable Duration timeout) {
        return Optional
                .of(timeout == null ? "RESET lock_timeout" : "SET lock_timeout = '" + timeout.toMillis() + "ms'");
    }

    @Override
    public String scriptGuard(String condition, String message) {
        return "DO $guard$ BEGIN IF NOT (" + condition + ") THEN RAISE EXCEPTION " + text("%") + ", " + text(message)
                + "; END IF; END $guard$";
    }

    @Override
    public CatalogTraits catalogTraits() {
        return CATALOG;
    }
}
