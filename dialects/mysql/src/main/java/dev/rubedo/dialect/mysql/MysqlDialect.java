package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;

/** The language of MySQL, from version 8.0.31 on. Thread-safe. */
public class MysqlDialect extends Dialect {

    static final int MAXIMUM_IDENTIFIER_LENGTH = 64;
    static final int MAXIMUM_BINDS = 65_535;

    /** Makes the dialect. */
    public MysqlDialect() {
        this(new DialectTraits("mysql",
                DialectTraits.allBut(Feature.TRANSACTIONAL_DDL, Feature.INSERT_RETURNING, Feature.UPDATE_RETURNING,
                        Feature.DELETE_RETURNING, Feature.RETURNING_ORDERED, Feature.ON_CONFLICT_TARGET,
                        Feature.ON_CONFLICT_CONSTRAINT, Feature.ON_CONFLICT_WHERE, Feature.MATERIALIZED_HINT,
                        Feature.DML_IN_COMMON_TABLE_EXPRESSIONS, Feature.WINDOW_FRAME_GROUPS,
                        Feature.WINDOW_FRAME_EXCLUDE,
                        Feature.AGGREGATE_FILTER, Feature.AGGREGATE_ORDER_BY, Feature.WITHIN_GROUP,
                        Feature.GROUPING_SETS,
                        Feature.FULL_JOIN, Feature.DISTINCT_ON, Feature.LIMIT_EXPRESSIONS, Feature.FETCH_WITH_TIES,
                        Feature.FETCH_PERCENT,
                        Feature.KEY_ROW_LOCKS, Feature.NULLS_ORDER, Feature.CASE_INSENSITIVE_LIKE,
                        Feature.DATE_ARITHMETIC,
                        Feature.BETWEEN_SYMMETRIC, Feature.TABLE_VALUED_FUNCTIONS, Feature.WITH_ORDINALITY,
                        Feature.BOOLEAN_TYPE,
                        Feature.UUID_TYPE,
                        Feature.ENUM_TYPE, Feature.ARRAY_TYPE, Feature.INTERVAL_TYPE, Feature.TIME_ZONE_TYPE,
                        Feature.EXACT_DECIMAL, Feature.SEQUENCES, Feature.IDENTITY_COLUMNS,
                        Feature.DEFERRABLE_CONSTRAINTS, Feature.PARTIAL_INDEXES, Feature.INCLUDING_INDEXES,
                        Feature.DROP_CASCADE, Feature.IF_EXISTS_INDEX),
                new IdentifierQuoter('`', '`', MysqlKeywords.RESERVED), MAXIMUM_IDENTIFIER_LENGTH, MAXIMUM_BINDS));
    }

    MysqlDialect(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected Renderers renderers(DialectTraits of) {
        return new Renderers(of, new MysqlExpressionRenderer(of), new MysqlFunctionRenderer(of),
                new MysqlConditionRenderer(of), new MysqlSelectRenderer(of), new MysqlInsertRenderer(of), new MysqlUpdateRenderer(of), new MysqlDeleteRenderer(of), new MysqlReturningRenderer(of),
                new MysqlTypeRenderer(of), new MysqlLiteralRenderer(of));
    }

    @Override
    protected DdlCompiler ddlCompiler(Renderers renderers, StatementCompiler compiler) {
        return new MysqlDdlCompiler(renderers, compiler);
    }
}
