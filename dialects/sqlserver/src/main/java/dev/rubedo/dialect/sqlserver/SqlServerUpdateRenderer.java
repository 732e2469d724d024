package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.TableReference;
import java.util.List;

/** The UPDATE of SQL Server. Immutable. */
final class SqlServerUpdateRenderer extends UpdateRenderer {

    SqlServerUpdateRenderer(DialectTraits traits) {
        super(traits);
    }

    /** The updated table is repeated among those that are read. */
    @Override
    protected void renderFrom(TableReference table, List<FromClause> others, RenderContext out) {
        if (!others.isEmpty()) {
            out.sql(" FROM ");
            renderTargetName(table, out);
            for (var other : others) {
                out.sql(", ");
                out.selects().renderFrom(other, out);
            }
        }
    }
}
