package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.Update;
import java.util.List;

/** The UPDATE of SQL Server. Immutable. */
final class SqlServerUpdateRenderer extends UpdateRenderer {

    SqlServerUpdateRenderer(DialectTraits traits) {
        super(traits);
    }

    /** An alias is declared in FROM. */
    @Override
    protected void renderTarget(Update<?> update, TableReference table, List<FromClause> others, RenderContext out) {
        if (table.alias().isEmpty()) {
            super.renderTarget(update, table, others, out);
        } else {
            out.identifier(table.alias());
            renderClauses(update.dialectClauses(), CustomClause.Place.AFTER_TABLE, out);
        }
    }

    /** The updated table is repeated among those that are read. */
    @Override
    protected void renderFrom(TableReference table, List<FromClause> others, RenderContext out) {
        if (!others.isEmpty() || !table.alias().isEmpty()) {
            out.sql(" FROM ");
            renderTargetName(table, out);
            for (var other : others) {
                out.sql(", ");
                out.selects().renderFrom(other, out);
            }
        }
    }
}
