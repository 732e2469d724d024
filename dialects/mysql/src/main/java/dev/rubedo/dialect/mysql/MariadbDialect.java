package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.CatalogTraits;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import java.util.EnumSet;
import java.util.Set;

/** The SQL dialect of MariaDB, from version 10.2 on. Thread-safe. */
public final class MariadbDialect extends MysqlDialect {
    private static final CatalogTraits CATALOG = catalog(
            Set.of(CatalogTrait.CHECKS_IN_COLUMNS, CatalogTrait.COMPUTED_COLUMNS_ARE_NULLABLE), "NOCYCLE",
            "CACHE 1000");

    /** The newest tested version, for SQL written without a server. */
    static final ServerVersion NEWEST_MARIADB = new ServerVersion(11, 4, 0);

    private static final Set<Feature> RETURNING = EnumSet.of(Feature.INSERT_RETURNING, Feature.DELETE_RETURNING,
            Feature.RETURNING_ORDERED);

    /** Creates the dialect of the newest tested version. */
    public MariadbDialect() {
        this(NEWEST_MARIADB);
    }

    /** Creates the dialect of a version. */
    public MariadbDialect(ServerVersion version) {
        this(version, true);
    }

    private MariadbDialect(ServerVersion version, boolean isReturning) {
        this(new DialectTraits("mariadb", version,
                DialectTraits.featuresWhere(feature -> MysqlFeatures.mariadbHas(feature, version)
                        && (isReturning || !RETURNING.contains(feature))),
                new IdentifierQuoter('`', '`', MysqlKeywords.RESERVED_BY_MARIADB), MAXIMUM_IDENTIFIER_LENGTH,
                MAXIMUM_BINDS));
    }

    private MariadbDialect(DialectTraits traits) {
        super(renderers(traits), MariadbDdlCompiler::new);
    }

    @Override
    public Dialect with(DialectTraits traits) {
        return new MariadbDialect(traits);
    }

    /** Returns the dialect for a driver that cannot execute statements with RETURNING. */
    static MariadbDialect withoutReturning(ServerVersion version) {
        return new MariadbDialect(version, false);
    }

    private static Renderers renderers(DialectTraits of) {
        return new Renderers(of, new MariadbExpressionRenderer(of), new MariadbFunctionRenderer(of),
                new MariadbConditionRenderer(of), new MariadbSelectRenderer(of),
                new MariadbInsertRenderer(of), new MysqlUpdateRenderer(of), new MysqlDeleteRenderer(of),
                new MysqlReturningRenderer(of), new MysqlTypeRenderer(of), new MysqlLiteralRenderer(of));
    }

    @Override
    public CatalogTraits catalogTraits() {
        return CATALOG;
    }
}
