package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.DmlRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.DmlTarget;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Truth;

/** INSERT, UPDATE and DELETE of SQLite. Immutable. */
final class SqliteDmlRenderer extends DmlRenderer {

    SqliteDmlRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean qualifiesReturned() {
        return false;
    }

    /** Without a condition the parser would take ON CONFLICT for the condition of a join. */
    @Override
    protected void renderInsertedQuery(Insert<?> insert, Selectable<?> query, RenderContext out) {
        boolean needsCondition = !insert.conflicts().isEmpty() && isUnconditional(query);
        super.renderInsertedQuery(insert, needsCondition ? ((Select<?>) query).where(Truth.TRUE) : query, out);
    }

    /** Only columns of the changed table come back. */
    @Override
    protected void renderReturning(Statement<?> statement, DmlTarget target, Runnable returned, Runnable body,
            RenderContext out) {
        for (var source : FromList.sources(statement.selectList().projections())) {
            if (!source.equals(target)) {
                throw new UnsupportedFeatureException(Feature.UPDATE_RETURNING, traits.name(),
                        "columns of \"" + source + "\" in RETURNING");
            }
        }
        super.renderReturning(statement, target, returned, body, out);
    }
}
