package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;

/** The language of H2, from version 2.2 on, in its regular mode. Thread-safe. */
public final class H2Dialect extends Dialect {

    private static final int MAXIMUM_IDENTIFIER_LENGTH = 256;
    private static final int MAXIMUM_BINDS = 100_000;

    /** Makes the dialect. */
    public H2Dialect() {
        super(new DialectTraits("h2",
                DialectTraits.allBut(Feature.TRANSACTIONAL_DDL, Feature.READ_ONLY_TRANSACTIONS,
                        Feature.ON_CONFLICT_TARGET,
                        Feature.ON_CONFLICT_CONSTRAINT, Feature.ON_CONFLICT_ANY, Feature.ON_CONFLICT_NOTHING,
                        Feature.ON_CONFLICT_WHERE, Feature.UPDATE_FROM, Feature.DELETE_USING, Feature.MATERIALIZED_HINT,
                        Feature.COMMON_TABLE_EXPRESSIONS_ON_DML, Feature.COLLATE_OPERATOR,
                        Feature.DML_IN_COMMON_TABLE_EXPRESSIONS, Feature.GROUPING_SETS, Feature.FULL_JOIN,
                        Feature.LATERAL, Feature.INTERSECT_EXCEPT_ALL, Feature.SHARED_ROW_LOCKS, Feature.KEY_ROW_LOCKS,
                        Feature.ROW_LOCKS_OF, Feature.ENUM_TYPE, Feature.JSON_ACCESS, Feature.INLINE_COMMENTS,
                        Feature.DEFERRABLE_CONSTRAINTS,
                        Feature.PARTIAL_INDEXES, Feature.FUNCTIONAL_INDEXES, Feature.INCLUDING_INDEXES,
                        Feature.INDEX_METHODS),
                new IdentifierQuoter('"', '"', H2Keywords.RESERVED), MAXIMUM_IDENTIFIER_LENGTH, MAXIMUM_BINDS));
    }

    @Override
    protected Renderers renderers(DialectTraits of) {
        return new Renderers(of, new H2ExpressionRenderer(of), new H2FunctionRenderer(of), new H2ConditionRenderer(of),
                new H2SelectRenderer(of), new H2InsertRenderer(of), new UpdateRenderer(of), new DeleteRenderer(of), new H2ReturningRenderer(of),
                new H2TypeRenderer(of), new H2LiteralRenderer(of));
    }

    @Override
    protected DdlCompiler ddlCompiler(Renderers renderers, StatementCompiler compiler) {
        return new H2DdlCompiler(renderers, compiler);
    }
}
