package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.TableReference;
import java.util.List;

/** The DELETE of MySQL and MariaDB. Immutable. */
final class MysqlDeleteRenderer extends DeleteRenderer {

    MysqlDeleteRenderer(DialectTraits traits) {
        super(traits);
    }

    /** The table to delete from is repeated among those that are read. */
    @Override
    protected void renderUsing(TableReference table, List<FromClause> others, RenderContext out) {
        if (!others.isEmpty()) {
            out.sql(" USING ");
            renderTargetName(table, out);
            for (var other : others) {
                out.sql(", ");
                out.selects().renderFrom(other, out);
            }
        }
    }
}
