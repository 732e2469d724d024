package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.TableReference;
import java.util.List;

/** The DELETE of MySQL and MariaDB. Immutable. */
final class MysqlDeleteRenderer extends DeleteRenderer {

    MysqlDeleteRenderer(DialectTraits traits) {
        super(traits);
    }

    /** If the statement reads other tables, an alias is declared among them; MariaDB accepts it only there. */
    @Override
    protected void renderTarget(Delete<?> delete, TableReference table, List<FromClause> others, RenderContext out) {
        if (table.alias().isEmpty()) {
            super.renderTarget(delete, table, others, out);
        } else {
            requireAliasReturnsNothing(delete);
            out.sql("FROM ").identifier(table.alias());
            renderClauses(delete.dialectClauses(), CustomClause.Place.AFTER_TABLE, out);
        }
    }

    private void requireAliasReturnsNothing(Delete<?> delete) {
        if (!delete.selectList().isEmpty()) {
            throw new UnsupportedFeatureException(Feature.DELETE_RETURNING, traits.name(),
                    "a delete from an alias that returns rows; delete from the table itself");
        }
    }

    /** The table to delete from is repeated among those that are read. */
    @Override
    protected void renderUsing(TableReference table, List<FromClause> others, RenderContext out) {
        if (!others.isEmpty() || !table.alias().isEmpty()) {
            out.sql(" USING ");
            renderTargetName(table, out);
            for (var other : others) {
                out.sql(", ");
                out.selects().renderFrom(other, out);
            }
        }
    }
}
