package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.Update;
import java.util.List;

/** The UPDATE of MySQL and MariaDB. Immutable. */
final class MysqlUpdateRenderer extends UpdateRenderer {

    MysqlUpdateRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected boolean assignsOneByOne() {
        return true;
    }

    /** An UPDATE can change all of its tables. */
    @Override
    protected void requireAssignable(SettableColumn<?> column, TableReference table, List<FromClause> others) {
        boolean isRead = column instanceof ColumnReference<?> reference
                && FromList.members(others).contains(reference.source());
        if (!isRead) {
            super.requireAssignable(column, table, others);
        }
    }

    /** Other tables are listed next to the updated one. */
    @Override
    protected void renderTarget(Update<?> update, TableReference table, List<FromClause> others, RenderContext out) {
        renderTargetName(table, out);
        for (var other : others) {
            out.sql(", ");
            out.selects().renderFrom(other, out);
        }
        renderClauses(update.dialectClauses(), CustomClause.Place.AFTER_TABLE, out);
    }

    @Override
    protected void renderAssignedColumn(SettableColumn<?> column, boolean hasOthers, RenderContext out) {
        if (hasOthers) {
            out.expression(column);
        } else {
            super.renderAssignedColumn(column, false, out);
        }
    }

    @Override
    protected void renderFrom(TableReference table, List<FromClause> others, RenderContext out) {
        // they are listed next to the updated table
    }
}
