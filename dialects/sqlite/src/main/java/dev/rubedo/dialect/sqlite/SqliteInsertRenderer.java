package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;

/** The INSERT of SQLite. Immutable. */
final class SqliteInsertRenderer extends InsertRenderer {

    SqliteInsertRenderer(DialectTraits traits) {
        super(traits);
    }

    /** Without a condition, the parser would read ON CONFLICT as the condition of a join. */
    @Override
    protected void renderInsertedQuery(Insert<?> insert, Selectable<?> query, RenderContext out) {
        boolean needsCondition = !insert.conflicts().isEmpty() && isUnconditional(query);
        super.renderInsertedQuery(insert, needsCondition ? ((Select<?>) query).where(BooleanCondition.TRUE) : query,
                out);
    }

    /** Since 3.35, each clause has its own key. */
    @Override
    protected boolean takesSeveralConflicts() {
        return true;
    }
}
