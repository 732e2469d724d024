package dev.rubedo.compile;

import dev.rubedo.feature.Feature;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.TableReference;
import dev.rubedo.stability.Spi;
import java.util.List;

/**
 * A renderer of DELETE. {@link #render} is the skeleton; each clause is a method that a dialect can override, in this
 * order:
 *
 * <ol>
 * <li>{@link #renderCommonTables}: {@code WITH}
 * <li>{@link #renderVerb}: {@code DELETE}, with clauses {@link CustomClause.Place#AFTER_VERB}
 * <li>{@link #renderTarget}: {@code FROM t}, with clauses {@link CustomClause.Place#AFTER_TABLE}
 * <li>the returned rows, for {@link ReturnedPlace#AFTER_COLUMNS}
 * <li>{@link #renderUsing}: {@code USING u}
 * <li>{@link #renderWhere}, then clauses {@link CustomClause.Place#AFTER_CONDITIONS}
 * <li>the returned rows, for {@link ReturnedPlace#AT_END}
 * <li>{@link #renderEnd}: clauses {@link CustomClause.Place#AT_END}
 * </ol>
 *
 * The returned rows are written by {@link ReturningRenderer}.
 *
 * <p>Immutable.
 */
@Spi
public class DeleteRenderer extends DmlRenderer {

    /** Creates a renderer. */
    public DeleteRenderer(DialectTraits traits) {
        super(traits);
    }

    /**
     * Writes a DELETE.
     *
     * @param delete the statement
     * @param place where the statement is nested
     * @param out the writer
     */
    protected void render(Delete<?> delete, QueryPlace place, RenderContext out) {
        renderCommonTables(delete.ctes(), out);
        var table = table(delete.target());
        var others = FromList.besides(delete);
        if (!others.isEmpty()) {
            traits.require(Feature.DELETE_USING, others);
        }
        requireReturned(Feature.DELETE_RETURNING, delete, table, out);
        renderFiltered(delete, delete.conditions(), table, others, place, out, () -> {
            renderVerb(delete, out);
            renderTarget(delete, table, others, out);
        }, () -> renderUsing(table, others, out));
    }

    /** Writes the verb and a trailing space. */
    protected void renderVerb(Delete<?> delete, RenderContext out) {
        out.sql("DELETE ");
        renderClauses(delete.dialectClauses(), CustomClause.Place.AFTER_VERB, out);
    }

    /**
     * Writes the table to delete from.
     *
     * @param delete the statement
     * @param table the table
     * @param others the other tables that are read
     * @param out the writer
     */
    protected void renderTarget(Delete<?> delete, TableReference table, List<FromClause> others, RenderContext out) {
        out.sql("FROM ");
        renderTargetName(table, out);
        renderClauses(delete.dialectClauses(), CustomClause.Place.AFTER_TABLE, out);
    }

    /**
     * Writes the other tables that are read; possibly none.
     *
     * @param table the table to delete from
     * @param others the other tables that are read
     * @param out the writer
     */
    protected void renderUsing(TableReference table, List<FromClause> others, RenderContext out) {
        if (!others.isEmpty()) {
            out.sql(" USING ").list(others, (from, to) -> to.selects().renderFrom(from, to));
        }
    }
}
