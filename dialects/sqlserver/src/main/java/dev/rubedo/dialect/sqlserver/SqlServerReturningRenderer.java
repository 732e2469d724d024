package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.QueryPlace;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.ReturnedPlace;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;

/**
 * The OUTPUT clause of SQL Server, which returns rows as they are after the change, or as they were before a deletion.
 * Immutable.
 */
final class SqlServerReturningRenderer extends ReturningRenderer {

    SqlServerReturningRenderer(DialectTraits traits) {
        super(traits, ReturnedPlace.AFTER_COLUMNS);
    }

    /** Returns whether the server allows OUTPUT for a table, which it does unless the table has triggers. */
    static boolean hasOutput(Table table) {
        return !table.options("mssql").getOrDefault("implicit_returning", "true").equals("false");
    }

    @Override
    protected void require(Feature feature, Statement<?> statement, TableReference table) {
        super.require(feature, statement, table);
        if (table instanceof Table target && !hasOutput(target)) {
            throw new InvalidStatementException("Table \"" + target.label() + "\" has triggers (its option "
                    + "mssql.implicit_returning is false), and SQL Server cannot return the changed rows of such a "
                    + "table. Query the rows afterwards.");
        }
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
