package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ServerVersion;
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
 * The SQL dialect of SQL Server, from version 2012 on.
 *
 * <p>A version is the product's year or the number that the server reports: 2012 is 11, 2014 is 12, 2016 is 13, 2017 is
 * 14, 2019 is 15, 2022 is 16 and 2025 is 17. Names are compared by the collation of the database. A schema may be
 * qualified with its database, {@code archive.dbo}; a name with a dot is written in brackets, {@code [my.schema]}.
 * Thread-safe.
 */
@Incubating
public final class SqlServerDialect extends Dialect {
    private static final CatalogTraits CATALOG = new CatalogTraits(Set.of(CatalogTrait.COMPUTED_COLUMNS_FIX_TYPES),
            CatalogTraits.NameCase.IGNORED, Map.of(), "NO CYCLE", "CACHE");

    /** SQL Server 2022. */
    static final ServerVersion NEWEST = new ServerVersion(16, 0, 0);

    private static final ServerVersion OLDEST = new ServerVersion(11, 0, 0);
    private static final int MAXIMUM_IDENTIFIER_LENGTH = 128;
    /** The driver uses two of the 2100 parameters. */
    private static final int MAXIMUM_BINDS = 2_098;
    private static final int FIRST_YEAR = 2000;

    /** Creates the dialect of SQL Server 2022. */
    public SqlServerDialect() {
        this(NEWEST);
    }

    /**
     * Creates the dialect of a version.
     *
     * @throws IllegalArgumentException if it is older than 2012
     */
    public SqlServerDialect(ServerVersion version) {
        this(traits(number(version)));
    }

    private SqlServerDialect(DialectTraits traits) {
        super(renderers(traits), SqlServerDdlCompiler::new);
    }

    private static ServerVersion number(ServerVersion version) {
        var number = version.major() < FIRST_YEAR ? version : ServerVersion.of(switch (version.major()) {
            case 2012 -> 11;
            case 2014 -> 12;
            case 2016 -> 13;
            case 2017 -> 14;
            case 2019 -> 15;
            case 2022 -> 16;
            case 2025 -> 17;
            default -> throw new IllegalArgumentException("SQL Server version " + version.major()
                    + " is not known. Use the number that the server reports, for example 16 for 2022.");
        }, 0);
        if (number.compareTo(OLDEST) < 0) {
            throw new IllegalArgumentException(
                    "SQL Server before 2012 (version 11) is not supported, got " + version + ".");
        }
        return number;
    }

    private static DialectTraits traits(ServerVersion version) {
        return new DialectTraits("mssql", version,
                DialectTraits.featuresWhere(feature -> SqlServerFeatures.has(feature, version)),
                new IdentifierQuoter('[', ']', SqlServerKeywords.RESERVED).withSchemaParts(), MAXIMUM_IDENTIFIER_LENGTH,
                MAXIMUM_BINDS);
    }

    @Override
    public Dialect with(DialectTraits traits) {
        return new SqlServerDialect(traits);
    }

    private static Renderers renderers(DialectTraits of) {
        return new Renderers(of, new SqlServerExpressionRenderer(of), new SqlServerFunctionRenderer(of),
                new SqlServerConditionRenderer(of), new SqlServerSelectRenderer(of), new SqlServerInsertRenderer(of),
                new SqlServerUpdateRenderer(of), new SqlServerDeleteRenderer(of), new SqlServerMergeIntoRenderer(of),
                new SqlServerReturningRenderer(of),
                new SqlServerTypeRenderer(of), new SqlServerLiteralRenderer(of));
    }

    @Override
    public Optional<String> lockTimeout(@Nullable Duration timeout) {
        return Optional.of("SET LOCK_TIMEOUT " + (timeout == null ? -1 : timeout.toMillis()));
    }

    /** The command-line tools execute the statements before each GO as a batch. */
    @Override
    public ScriptStyle scriptStyle() {
        return new ScriptStyle("BEGIN TRANSACTION", "GO", false);
    }

    /** After the error, further batches are not executed. */
    @Override
    public String scriptGuard(String condition, String message) {
        return "IF NOT (" + condition + ") BEGIN RAISERROR(N" + text(message)
                + ", 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END";
    }

    @Override
    public CatalogTraits catalogTraits() {
        return CATALOG;
    }
}
