package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.CatalogTraits;
import dev.rubedo.dialect.Dialect;

/** The SQL dialect of SQLite, from version 3.15 on. Thread-safe. */
public final class SqliteDialect extends Dialect {
    private static final CatalogTraits CATALOG = CatalogTraits.of(CatalogTraits.NameCase.IGNORED,
            CatalogTrait.CHANGES_COPY_TABLES, CatalogTrait.KEEPS_SQL_TEXT, CatalogTrait.ONE_TYPE_OF_GENERATED_KEYS,
            CatalogTrait.BOOLEANS_ARE_NUMBERS);

    /** The newest tested version, for SQL written without a server. */
    static final ServerVersion NEWEST = new ServerVersion(3, 54, 0);

    private static final int MAXIMUM_BINDS = 32_766;
    private static final int MAXIMUM_BINDS_BEFORE_3_32 = 999;

    /** Creates the dialect of the newest tested version. */
    public SqliteDialect() {
        this(NEWEST);
    }

    /** Creates the dialect of a version. */
    public SqliteDialect(ServerVersion version) {
        this(new DialectTraits("sqlite", version,
                DialectTraits.featuresWhere(feature -> SqliteFeatures.has(feature, version)),
                new IdentifierQuoter('"', '"', SqliteKeywords.RESERVED), Integer.MAX_VALUE, maximumBinds(version)));
    }

    private SqliteDialect(DialectTraits traits) {
        super(renderers(traits), SqliteDdlCompiler::new);
    }

    /** The limit was raised in 3.32.0 (sqlite.org/limits.html). */
    private static int maximumBinds(ServerVersion version) {
        return version.isAtLeast(3, 32) ? MAXIMUM_BINDS : MAXIMUM_BINDS_BEFORE_3_32;
    }

    @Override
    public Dialect with(DialectTraits traits) {
        return new SqliteDialect(traits);
    }

    private static Renderers renderers(DialectTraits of) {
        return new Renderers(of, new SqliteExpressionRenderer(of), new SqliteFunctionRenderer(of),
                new SqliteConditionRenderer(of), new SqliteSelectRenderer(of),
                new SqliteInsertRenderer(of), new UpdateRenderer(of), new DeleteRenderer(of),
                new SqliteReturningRenderer(of),
                new SqliteTypeRenderer(of), new SqliteLiteralRenderer(of));
    }

    /**
     * SQLite has no statement that fails with a given text. Invalid JSON is an error, but its message does not contain
     * the text.
     */
    @Override
    public String scriptGuard(String condition, String message) {
        return "SELECT CASE WHEN " + condition + " THEN 1 ELSE json(" + text(message + " ") + " || random()) END";
    }

    @Override
    public CatalogTraits catalogTraits() {
        return CATALOG;
    }
}
