package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.ReturnedPlace;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;

/** The returned rows of H2's statements: a data change table to select from. Immutable. */
final class H2ReturningRenderer extends ReturningRenderer {

    H2ReturningRenderer(DialectTraits traits) {
        super(traits, ReturnedPlace.AROUND);
    }

    @Override
    protected void renderKeyword(Statement<?> statement, TableReference table, RenderContext out) {
        out.sql("SELECT ");
    }

    /** The data change table has no schema. */
    @Override
    protected boolean qualifies() {
        return false;
    }

    /** Rows are returned as they are after the change, deleted rows as they were before it. */
    @Override
    protected void renderOpening(Statement<?> statement, RenderContext out) {
        out.sql(statement instanceof Delete<?> ? " FROM OLD TABLE (" : " FROM FINAL TABLE (");
    }

    @Override
    protected void renderClosing(Statement<?> statement, TableReference table, RenderContext out) {
        out.sql(") AS ").identifier(table.name());
    }
}
