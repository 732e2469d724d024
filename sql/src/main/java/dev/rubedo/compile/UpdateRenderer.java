package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.Update;
import dev.rubedo.stability.Spi;
import java.util.List;

/**
 * A renderer of UPDATE. {@link #render} is the skeleton; each clause is a method that a dialect can override, in this
 * order:
 *
 * <ol>
 * <li>{@link #renderCommonTables}: {@code WITH}
 * <li>{@link #renderVerb}: {@code UPDATE}, with clauses {@link CustomClause.Place#AFTER_VERB}
 * <li>{@link #renderTarget}: {@code t}, with clauses {@link CustomClause.Place#AFTER_TABLE}
 * <li>{@link #renderAssignments}: {@code SET a = 1, b = 2}, each by {@link #renderAssignedColumn}
 * <li>the returned rows, for {@link ReturnedPlace#AFTER_COLUMNS}
 * <li>{@link #renderFrom}: {@code FROM u}
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
public class UpdateRenderer extends DmlRenderer {

    /** Creates a renderer. */
    public UpdateRenderer(DialectTraits traits) {
        super(traits);
    }

    /**
     * Writes an UPDATE.
     *
     * @param update the statement
     * @param place where the statement is nested
     * @param out the writer
     */
    protected void render(Update<?> update, QueryPlace place, RenderContext out) {
        renderCommonTables(update.ctes(), out);
        var table = table(update.target());
        var others = FromList.besides(update);
        if (!others.isEmpty()) {
            traits.require(Feature.UPDATE_FROM, others);
        }
        update.assignments().forEach(assignment -> requireAssignable(assignment.column(), table, others));
        var columns = UpdateColumns.of(update, table, out);
        if (columns.isEmpty()) {
            throw new InvalidStatementException(
                    "The update of \"" + table.label() + "\" sets no column. Call set(...) or setNull(...).");
        }
        requireReturned(Feature.UPDATE_RETURNING, update, table, out);
        renderFiltered(update, update.conditions(), table, others, place, out, () -> {
            renderVerb(update, out);
            renderTarget(update, table, others, out);
            renderAssignments(assignsOneByOne() ? columns.inOrder(table, traits.name()) : columns, !others.isEmpty(),
                    out);
        }, () -> renderFrom(table, others, out));
    }

    /**
     * Rejects an assignment to a column that the statement cannot change.
     *
     * @param column the column
     * @param table the updated table
     * @param others the other tables that are read
     */
    protected void requireAssignable(SettableColumn<?> column, TableReference table, List<FromClause> others) {
        if (column instanceof ColumnReference<?> reference && !reference.source().equals(table)) {
            throw new InvalidStatementException("The update of \"" + table.label() + "\" cannot set column \""
                    + reference.path() + "\". Update \"" + reference.source().label() + "\" on its own.");
        }
    }

    /** Writes the verb and a space. */
    protected void renderVerb(Update<?> update, RenderContext out) {
        out.sql("UPDATE ");
        renderClauses(update.dialectClauses(), CustomClause.Place.AFTER_VERB, out);
    }

    /**
     * Writes the table to update.
     *
     * @param update the statement
     * @param table the table
     * @param others the other tables that are read
     * @param out the writer
     */
    protected void renderTarget(Update<?> update, TableReference table, List<FromClause> others, RenderContext out) {
        renderTargetName(table, out);
        renderClauses(update.dialectClauses(), CustomClause.Place.AFTER_TABLE, out);
    }

    /**
     * Writes the assignments.
     *
     * @param columns the columns and their values
     * @param hasOthers whether the statement reads other tables
     * @param out the writer
     */
    protected void renderAssignments(UpdateColumns columns, boolean hasOthers, RenderContext out) {
        out.sql(" SET ");
        for (int i = 0; i < columns.names().size(); i++) {
            out.sql(i == 0 ? "" : ", ");
            renderAssignedColumn(columns.names().get(i), hasOthers, out);
            out.sql("=");
            columns.writeValue(i, out);
        }
    }

    /** Writes the column of an assignment. */
    protected void renderAssignedColumn(SettableColumn<?> column, boolean hasOthers, RenderContext out) {
        out.identifier(column.name());
    }

    /**
     * Writes the other tables that are read; possibly none.
     *
     * @param table the updated table
     * @param others the other tables that are read
     * @param out the writer
     */
    protected void renderFrom(TableReference table, List<FromClause> others, RenderContext out) {
        if (!others.isEmpty()) {
            out.sql(" FROM ").list(others, (from, to) -> to.selects().renderFrom(from, to));
        }
    }
}
