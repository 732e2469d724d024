package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;

/** The language of SQLite, from version 3.45 on. Thread-safe. */
public final class SqliteDialect extends Dialect {

    private static final int MAXIMUM_BINDS = 32_766;

    /** Makes the dialect. */
    public SqliteDialect() {
        super(new DialectTraits("sqlite",
                DialectTraits.allBut(Feature.RETURNING_ORDERED,
                        Feature.ON_CONFLICT_CONSTRAINT, Feature.DELETE_USING, Feature.DML_IN_COMMON_TABLE_EXPRESSIONS,
                        Feature.WITHIN_GROUP, Feature.GROUPING_SETS, Feature.LATERAL, Feature.WITH_ORDINALITY,
                        Feature.INTERSECT_EXCEPT_ALL,
                        Feature.DISTINCT_ON, Feature.FETCH_WITH_TIES, Feature.FETCH_PERCENT, Feature.ROW_LOCKS,
                        Feature.SHARED_ROW_LOCKS, Feature.KEY_ROW_LOCKS, Feature.ROW_LOCKS_OF, Feature.NO_WAIT,
                        Feature.SKIP_LOCKED, Feature.CASE_INSENSITIVE_LIKE,
                        Feature.DATE_ARITHMETIC, Feature.REGULAR_EXPRESSION_REPLACE, Feature.BETWEEN_SYMMETRIC, Feature.QUANTIFIED_COMPARISON,
                        Feature.BOOLEAN_TYPE, Feature.UUID_TYPE, Feature.ENUM_TYPE, Feature.JSON_TYPE,
                        Feature.ARRAY_TYPE,
                        Feature.INTERVAL_TYPE, Feature.TIME_ZONE_TYPE, Feature.EXACT_DECIMAL, Feature.SCHEMAS,
                        Feature.SEQUENCES, Feature.IDENTITY_COLUMNS, Feature.COMMENTS, Feature.INLINE_COMMENTS,
                        Feature.ALTER_TABLE_CONSTRAINTS, Feature.INCLUDING_INDEXES, Feature.INDEX_METHODS,
                        Feature.DROP_CASCADE),
                new IdentifierQuoter('"', '"', SqliteKeywords.RESERVED), Integer.MAX_VALUE, MAXIMUM_BINDS));
    }

    @Override
    protected Renderers renderers(DialectTraits of) {
        return new Renderers(of, new SqliteExpressionRenderer(of), new SqliteFunctionRenderer(of),
                new SqliteConditionRenderer(of), new SqliteSelectRenderer(of),
                new SqliteInsertRenderer(of), new UpdateRenderer(of), new DeleteRenderer(of), new SqliteReturningRenderer(of),
                new SqliteTypeRenderer(of), new SqliteLiteralRenderer(of));
    }

    @Override
    protected DdlCompiler ddlCompiler(Renderers renderers, StatementCompiler compiler) {
        return new SqliteDdlCompiler(renderers, compiler);
    }
}
