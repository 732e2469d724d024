package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.CatalogTraits;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.ScriptStyle;
import dev.rubedo.stability.Incubating;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SQL dialect of Oracle Database, from version 11.2 on.
 *
 * <p><b>Empty strings.</b> Oracle treats an empty string as NULL. An empty string literal is rejected at compile time,
 * an empty parameter value when it is bound.
 *
 * <p><b>Names.</b> A lower-case name is written without quotes and denotes the same name in upper case. A name can have
 * 30 characters before 12.2, and 128 since then. Thread-safe.
 */
@Incubating
public final class OracleDialect extends Dialect {
    private static final CatalogTraits CATALOG = new CatalogTraits(
            Set.of(CatalogTrait.NULL_IS_GREATEST, CatalogTrait.SEQUENCES_KEEP_START,
                    CatalogTrait.COMPUTED_COLUMNS_FIX_TYPES),
            CatalogTraits.NameCase.UPPER,
            Map.of(), "NOCYCLE", "CACHE 20");

    /** Oracle Database 23ai. */
    static final ServerVersion NEWEST = new ServerVersion(23, 0, 0);

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_NAME_BEFORE_12_2 = 30;
    private static final int MAXIMUM_BINDS = 65_535;

    /** Creates the dialect of Oracle Database 23ai. */
    public OracleDialect() {
        this(NEWEST);
    }

    /**
     * Creates the dialect of a version.
     *
     * @throws IllegalArgumentException if it is older than 11.2
     */
    public OracleDialect(ServerVersion version) {
        this(traits(checked(version)));
    }

    private OracleDialect(DialectTraits traits) {
        super(renderers(traits), OracleDdlCompiler::new);
    }

    private static ServerVersion checked(ServerVersion version) {
        if (!version.isAtLeast(11)) {
            throw new IllegalArgumentException("Oracle before 11.2 is not supported, got " + version + ".");
        }
        return version;
    }

    /** The maximum length of names was raised in 12.2 (SQL Language Reference, "Database Object Naming Rules"). */
    private static DialectTraits traits(ServerVersion version) {
        return new DialectTraits("oracle", version,
                DialectTraits.featuresWhere(feature -> OracleFeatures.has(feature, version)),
                new IdentifierQuoter('"', '"', OracleKeywords.RESERVED, "_"),
                version.isAtLeast(12, 2) ? LONGEST_NAME : LONGEST_NAME_BEFORE_12_2, MAXIMUM_BINDS)
                .withNamesInBytes();
    }

    @Override
    public Dialect with(DialectTraits traits) {
        return new OracleDialect(traits);
    }

    private static Renderers renderers(DialectTraits of) {
        return new Renderers(of, new OracleExpressionRenderer(of), new OracleFunctionRenderer(of),
                new OracleConditionRenderer(of), new OracleSelectRenderer(of), new OracleInsertRenderer(of),
                new UpdateRenderer(of), new DeleteRenderer(of), new OracleMergeIntoRenderer(of),
                new OracleReturningRenderer(of),
                new OracleTypeRenderer(of), new OracleLiteralRenderer(of));
    }

    /** Limits how long DDL waits for locks, in whole seconds. */
    @Override
    public Optional<String> lockTimeout(@Nullable Duration timeout) {
        return Optional.of("ALTER SESSION SET DDL_LOCK_TIMEOUT = "
                + (timeout == null ? 0 : Math.max(1, timeout.toSeconds())));
    }

    /** SQL*Plus executes the text before each slash. */
    @Override
    public ScriptStyle scriptStyle() {
        return new ScriptStyle("BEGIN", "/", true);
    }

    @Override
    public String scriptGuard(String condition, String message) {
        return "DECLARE n INTEGER; BEGIN SELECT count(*) INTO n FROM dual WHERE " + condition
                + "; IF n = 0 THEN RAISE_APPLICATION_ERROR(-20000, " + text(message) + "); END IF; END;";
    }

    @Override
    public CatalogTraits catalogTraits() {
        return CATALOG;
    }
}
