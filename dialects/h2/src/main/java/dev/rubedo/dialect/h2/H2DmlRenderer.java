package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.DmlRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.DmlTarget;
import dev.rubedo.sql.Statement;

/** INSERT, UPDATE and DELETE of H2. Immutable. */
final class H2DmlRenderer extends DmlRenderer {

    H2DmlRenderer(DialectTraits traits) {
        super(traits);
    }

    /** What changed is a table to select from: as it is after the change, and before it for what is gone. */
    @Override
    protected void renderReturning(Statement<?> statement, DmlTarget target, Runnable returned, Runnable body,
            RenderContext out) {
        out.sql("SELECT ");
        returned.run();
        out.sql(statement instanceof Delete<?> ? " FROM OLD TABLE (" : " FROM FINAL TABLE (");
        body.run();
        out.sql(") AS ").identifier(table(target).name());
    }

    /** The table that holds the changed rows has no schema. */
    @Override
    protected boolean qualifiesReturned() {
        return false;
    }

    @Override
    protected boolean commonTablesComeFirst() {
        return false;
    }
}
