package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.TableReference;
import java.util.List;

/** The DELETE of SQL Server. Immutable. */
final class SqlServerDeleteRenderer extends DeleteRenderer {

    SqlServerDeleteRenderer(DialectTraits traits) {
        super(traits);
    }

    /** An alias is declared in the second FROM. */
    @Override
    protected void renderTarget(Delete<?> delete, TableReference table, List<FromClause> others, RenderContext out) {
        if (table.alias().isEmpty()) {
            super.renderTarget(delete, table, others, out);
        } else {
            out.sql("FROM ").identifier(table.alias());
            renderClauses(delete.dialectClauses(), CustomClause.Place.AFTER_TABLE, out);
        }
    }

    /** Other tables are listed in a second FROM, together with the table to delete from. */
    @Override
    protected void renderUsing(TableReference table, List<FromClause> others, RenderContext out) {
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
