package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.CatalogTraits;
import dev.rubedo.dialect.Dialect;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The SQL dialect of MySQL, from version 5.7 on. Thread-safe. */
public class MysqlDialect extends Dialect {
    /** The length counts bytes, and the local time is that of the session. */
    private static final Map<String, String> FUNCTIONS = Map.of("octet_length", "length", "char_length", "char_length",
            "character_length", "char_length", "localtimestamp", "current_timestamp");
    private static final Set<CatalogTrait> TRAITS = Set.of(CatalogTrait.RESTRICT_IS_NO_ACTION,
            CatalogTrait.ONLY_KEYS_ARE_COUNTED, CatalogTrait.FOREIGN_KEYS_NEED_INDEXES,
            CatalogTrait.FOREIGN_KEYS_FIX_NULLABILITY, CatalogTrait.BACKSLASH_ESCAPES, CatalogTrait.AMPERSANDS_ARE_AND,
            CatalogTrait.BOOLEANS_ARE_NUMBERS, CatalogTrait.SCHEMAS_ARE_DATABASES);
    private static final CatalogTraits CATALOG = catalog(TRAITS, "NO CYCLE", "NO CACHE");

    static final int MAXIMUM_IDENTIFIER_LENGTH = 64;
    static final int MAXIMUM_BINDS = 65_535;

    /** The newest known version, for SQL written without a server. */
    static final ServerVersion NEWEST = new ServerVersion(9, 0, 0);

    /** Creates the dialect of the newest known version. */
    public MysqlDialect() {
        this(NEWEST);
    }

    /** Creates the dialect of a version. */
    public MysqlDialect(ServerVersion version) {
        this(new DialectTraits("mysql", version,
                DialectTraits.featuresWhere(feature -> MysqlFeatures.mysqlHas(feature, version)),
                new IdentifierQuoter('`', '`', MysqlKeywords.RESERVED), MAXIMUM_IDENTIFIER_LENGTH, MAXIMUM_BINDS));
    }

    private MysqlDialect(DialectTraits traits) {
        this(renderers(traits), MysqlDdlCompiler::new);
    }

    MysqlDialect(Renderers renderers, BiFunction<Renderers, StatementCompiler, MysqlDdlCompiler> definitions) {
        super(renderers, definitions);
    }

    @Override
    public Dialect with(DialectTraits traits) {
        return new MysqlDialect(traits);
    }

    private static Renderers renderers(DialectTraits of) {
        return new Renderers(of, new MysqlExpressionRenderer(of), new MysqlFunctionRenderer(of),
                new MysqlConditionRenderer(of), new MysqlSelectRenderer(of), new MysqlInsertRenderer(of),
                new MysqlUpdateRenderer(of), new MysqlDeleteRenderer(of), new MysqlReturningRenderer(of),
                new MysqlTypeRenderer(of), new MysqlLiteralRenderer(of));
    }

    /** Limits how long DDL waits for metadata locks, in whole seconds. */
    @Override
    public Optional<String> lockTimeout(@Nullable Duration timeout) {
        return Optional.of("SET SESSION lock_wait_timeout = "
                + (timeout == null ? "DEFAULT" : Math.max(1, timeout.toSeconds())));
    }

    /** SIGNAL is not allowed outside procedures, but the error for an unknown mode contains its name. */
    @Override
    public String scriptGuard(String condition, String message) {
        return "SET SESSION sql_mode = IF(" + condition + ", @@SESSION.sql_mode, " + text(message) + ")";
    }

    @Override
    public CatalogTraits catalogTraits() {
        return CATALOG;
    }

    /** Returns the traits of MySQL's catalog, with additional ones. */
    static CatalogTraits catalog(Set<CatalogTrait> more, String noCycle, String noCache) {
        var all = new HashSet<>(TRAITS);
        all.addAll(more);
        return new CatalogTraits(all, CatalogTraits.NameCase.IGNORED, FUNCTIONS, noCycle, noCache);
    }
}
