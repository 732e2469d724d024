package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.feature.Feature;

/** The language of MariaDB, from version 10.7 on. Thread-safe. */
public final class MariadbDialect extends MysqlDialect {

    /** Makes the dialect. */
    public MariadbDialect() {
        super(new DialectTraits("mariadb",
                DialectTraits.allBut(Feature.TRANSACTIONAL_DDL, Feature.UPDATE_RETURNING, Feature.ON_CONFLICT_TARGET,
                        Feature.ON_CONFLICT_CONSTRAINT, Feature.ON_CONFLICT_WHERE, Feature.MATERIALIZED_HINT,
                        Feature.DML_IN_COMMON_TABLE_EXPRESSIONS, Feature.COMMON_TABLE_EXPRESSIONS_ON_DML,
                        Feature.WINDOW_FRAME_GROUPS, Feature.WINDOW_FRAME_EXCLUDE, Feature.AGGREGATE_FILTER,
                        Feature.AGGREGATE_ORDER_BY, Feature.WITHIN_GROUP, Feature.GROUPING_SETS, Feature.FULL_JOIN,
                        Feature.LATERAL, Feature.DISTINCT_ON, Feature.LIMIT_EXPRESSIONS, Feature.FETCH_PERCENT,
                        Feature.KEY_ROW_LOCKS,
                        Feature.ROW_LOCKS_OF, Feature.NULLS_ORDER, Feature.CASE_INSENSITIVE_LIKE,
                        Feature.DATE_ARITHMETIC,
                        Feature.BETWEEN_SYMMETRIC, Feature.TABLE_VALUED_FUNCTIONS, Feature.WITH_ORDINALITY,
                        Feature.BOOLEAN_TYPE,
                        Feature.ENUM_TYPE,
                        Feature.ARRAY_TYPE, Feature.INTERVAL_TYPE, Feature.TIME_ZONE_TYPE, Feature.EXACT_DECIMAL,
                        Feature.IDENTITY_COLUMNS, Feature.DEFERRABLE_CONSTRAINTS, Feature.PARTIAL_INDEXES,
                        Feature.FUNCTIONAL_INDEXES, Feature.INCLUDING_INDEXES, Feature.DROP_CASCADE),
                new IdentifierQuoter('`', '`', MysqlKeywords.RESERVED_BY_MARIADB), MAXIMUM_IDENTIFIER_LENGTH,
                MAXIMUM_BINDS));
    }

    @Override
    protected Renderers renderers(DialectTraits of) {
        return new Renderers(of, new MariadbExpressionRenderer(of), new MariadbFunctionRenderer(of),
                new MariadbConditionRenderer(of), new MariadbSelectRenderer(of),
                new MariadbInsertRenderer(of), new MysqlUpdateRenderer(of), new MysqlDeleteRenderer(of), new MysqlReturningRenderer(of), new MysqlTypeRenderer(of), new MysqlLiteralRenderer(of));
    }

    @Override
    protected DdlCompiler ddlCompiler(Renderers renderers, StatementCompiler compiler) {
        return new MariadbDdlCompiler(renderers, compiler);
    }
}
