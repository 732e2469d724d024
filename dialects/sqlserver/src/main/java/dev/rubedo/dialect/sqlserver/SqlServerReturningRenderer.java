package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.QueryPlace;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.ReturnedPlace;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;

/**
 * The OUTPUT clause of SQL Server, with rows as they are after the change or were before a deletion. Immutable.
 */
final class SqlServerReturningRenderer extends ReturningRenderer {

    SqlServerReturningRenderer(DialectTraits traits) {
        super(traits, ReturnedPlace.AFTER_COLUMNS);
    }

    @Override
    protected void renderKeyword(Statement<?> statement, TableReference table, RenderContext out) {
        out.sql(" OUTPUT ");
    }

    @Override
    protected void renderColumns(Statement<?> statement, TableReference table, QueryPlace at, RenderContext out) {
        out.renamed(table, statement instanceof Delete<?> ? "deleted" : "inserted",
                () -> super.renderColumns(statement, table, at, out));
    }
}
