package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.UnresolvedElementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.ConflictClause;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.DmlTarget;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementClause;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.UnresolvedEntity;
import dev.rubedo.sql.Update;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Writes INSERT, UPDATE and DELETE. Overridable: one method per clause.
 *
 * <p>
 * Immutable.
 */
public class DmlRenderer {

    /** What the dialect can do. */
    protected final DialectTraits traits;

    /** Makes a renderer. */
    public DmlRenderer(DialectTraits traits) {
        this.traits = traits;
    }

    final void render(Statement<?> statement, QueryPlace place, RenderContext out) {
        switch (statement) {
            case Insert<?> i -> renderInsert(i, place, out);
            case Update<?> u -> renderUpdate(u, place, out);
            case Delete<?> d -> renderDelete(d, place, out);
            default -> throw new InvalidStatementException("\"" + statement + "\" changes no rows.");
        }
    }

    /** Returns the table that is written to. */
    protected static TableReference table(DmlTarget target) {
        return switch (target) {
            case TableReference t -> t;
            case UnresolvedEntity<?> e -> throw new UnresolvedElementException("Entity \"" + e
                    + "\" has no table without its mapping. Run the statement through a Session, or resolve it with "
                    + "model.resolve(...).");
        };
    }

    private void renderInsert(Insert<?> insert, QueryPlace place, RenderContext out) {
        renderCommonTables(insert.ctes(), out);
        renderReturningAround(insert, insert.target(), Feature.INSERT_RETURNING, place, out,
                () -> renderInsertBody(insert, place, out));
    }

    private void renderInsertBody(Insert<?> insert, QueryPlace place, RenderContext out) {
        var table = table(insert.target());
        var columns = InsertColumns.of(insert, table, traits);
        out.sql("INSERT ");
        out.selects().renderClauses(insert.dialectClauses(), CustomClause.Place.AFTER_VERB, out);
        out.sql("INTO ");
        out.selects().renderTable(table, out);
        var query = insert.query();
        if (query != null) {
            traits.require(Feature.INSERT_FROM_SELECT, table.label());
            renderColumnNames(columns.names(), out);
            out.sql(" ");
            renderInsertedQuery(insert, columns.defaults().isEmpty() ? query : columns.withDefaults(insert, query, out),
                    out);
        } else if (columns.names().isEmpty()) {
            requireOneRow(insert);
            renderDefaultValues(insert, out);
        } else {
            renderColumnNames(columns.names(), out);
            renderRows(insert, columns, place, out);
        }
        renderConflicts(insert, out);
        out.selects().renderClauses(insert.dialectClauses(), CustomClause.Place.AFTER_CONDITIONS, out);
    }

    private static void renderColumnNames(List<? extends SettableColumn<?>> columns, RenderContext out) {
        out.sql(" (").list(columns, (column, to) -> to.identifier(column.name())).sql(")");
    }

    /** Writes an INSERT that names no column. */
    protected void renderDefaultValues(Insert<?> insert, RenderContext out) {
        traits.require(Feature.INSERT_DEFAULT_VALUES, table(insert.target()).label());
        out.sql(" DEFAULT VALUES");
    }

    private static void requireOneRow(Insert<?> insert) {
        if (insert.rows().size() > 1) {
            throw new InvalidStatementException("Several rows without any column cannot be inserted at once. "
                    + "Insert them one by one, or give one column of each.");
        }
    }

    private void renderRows(Insert<?> insert, InsertColumns columns, QueryPlace place, RenderContext out) {
        if (insert.rows().size() > 1) {
            traits.require(Feature.MULTI_ROW_INSERT, insert.rows().size() + " rows");
        }
        out.sql(" VALUES ");
        var fragment = out.fragment();
        int start = fragment.sql.length();
        int firstBind = fragment.binds.size();
        int lists = fragment.lists.size();
        int rows = Math.max(1, insert.rows().size());
        for (int row = 0; row < rows; row++) {
            int at = row;
            out.sql(row == 0 ? "(" : ", (").list(columns.cells(), (cell, to) -> cell.write(at, insert, to)).sql(")");
        }
        if (rows == 1 && place == QueryPlace.STATEMENT && fragment.lists.size() == lists) {
            fragment.valuesRow = new RowSegment(start, fragment.sql.length(), firstBind,
                    fragment.binds.size() - firstBind);
        }
    }

    /** Writes the query whose rows are inserted, with the defaults of the columns that it does not give. */
    protected void renderInsertedQuery(Insert<?> insert, Selectable<?> query, RenderContext out) {
        if (commonTablesComeFirst()) {
            out.selects().renderQuery(query, QueryPlace.ROWS, out);
            return;
        }
        var rows = out.apart(() -> out.selects().renderQuery(query, QueryPlace.ROWS, out));
        if (!out.commonTables().isEmpty()) {
            out.fragment().append(out.commonTables().clause());
        }
        out.fragment().append(rows);
    }

    /** Returns whether common table expressions stand before an INSERT, or before the query in it. */
    protected boolean commonTablesComeFirst() {
        return true;
    }

    /** Writes what happens to rows that are there already. */
    protected void renderConflicts(Insert<?> insert, RenderContext out) {
        for (var conflict : insert.conflicts()) {
            requireConflict(conflict);
            out.sql(" ON CONFLICT");
            renderConflictTarget(conflict, out);
            var update = conflict.update();
            if (update == null) {
                out.sql(" DO NOTHING");
                continue;
            }
            out.sql(" DO UPDATE SET ").list(update.assignments(), this::renderConflictAssignment);
            if (update.condition() != NoCondition.NONE) {
                traits.require(Feature.ON_CONFLICT_WHERE, update.condition());
                out.sql(" WHERE ").expression(update.condition());
            }
        }
    }

    private void requireConflict(ConflictClause conflict) {
        if (!conflict.columns().isEmpty()) {
            traits.require(Feature.ON_CONFLICT_TARGET, conflict);
        } else if (!conflict.constraint().isEmpty()) {
            traits.require(Feature.ON_CONFLICT_CONSTRAINT, conflict);
        } else if (conflict.update() != null) {
            traits.require(Feature.ON_CONFLICT_ANY, conflict);
        }
        if (conflict.update() == null) {
            traits.require(Feature.ON_CONFLICT_NOTHING, conflict);
        }
    }

    private static void renderConflictTarget(ConflictClause conflict, RenderContext out) {
        if (!conflict.constraint().isEmpty()) {
            out.sql(" ON CONSTRAINT ").identifier(conflict.constraint());
        } else if (!conflict.columns().isEmpty()) {
            out.sql(" (").list(conflict.columns(), (column, to) -> to.identifier(column.name())).sql(")");
            if (conflict.indexCondition() != NoCondition.NONE) {
                out.sql(" WHERE ");
                out.in(out.manner().withoutTables(), () -> out.expression(conflict.indexCondition()));
            }
        }
    }

    /** Writes an assignment of an upsert. */
    protected final void renderConflictAssignment(Assignment<?> assignment, RenderContext out) {
        out.identifier(assignment.column().name()).sql(" = ").operand(assignment.value(), Parentheses.EVERYTHING);
    }

    private void renderUpdate(Update<?> update, QueryPlace place, RenderContext out) {
        renderCommonTables(update.ctes(), out);
        var table = table(update.target());
        var others = FromList.besides(update);
        if (!others.isEmpty()) {
            traits.require(Feature.UPDATE_FROM, others);
        }
        update.assignments().forEach(assignment -> requireAssignable(assignment.column(), table, others));
        var assignments = UpdateColumns.of(update, table);
        if (assignments.isEmpty()) {
            throw new InvalidStatementException(
                    "The update of \"" + table.label() + "\" sets no column. Call set(...) or setNull(...).");
        }
        renderReturningAround(update, update.target(), Feature.UPDATE_RETURNING, place, out,
                () -> out.within(scope(table, others, out), () -> {
                    out.sql("UPDATE ");
                    out.selects().renderClauses(update.dialectClauses(), CustomClause.Place.AFTER_VERB,
                            out);
                    renderUpdatedTables(table, others, out);
                    out.sql(" SET ").list(assignments,
                            (cell, to) -> renderAssignment(cell, !others.isEmpty(), update, to));
                    renderUpdateFrom(others, out);
                    out.selects().renderCondition(" WHERE ", update.conditions(), out);
                    out.selects().renderClauses(update.dialectClauses(),
                            CustomClause.Place.AFTER_CONDITIONS, out);
                }));
    }

    /**
     * Refuses an assignment to a column that the statement cannot change.
     *
     * @param column
     *            the column
     * @param table
     *            the table that is updated
     * @param others
     *            the tables that are read besides
     */
    protected void requireAssignable(SettableColumn<?> column, TableReference table, List<FromClause> others) {
        if (column instanceof ColumnReference<?> reference && !reference.source().equals(table)) {
            throw new InvalidStatementException("The update of \"" + table.label() + "\" cannot set column \""
                    + reference.path() + "\". Update \"" + reference.source().label() + "\" on its own.");
        }
    }

    private static QueryScope scope(TableReference table, List<FromClause> others, RenderContext out) {
        var all = new LinkedHashSet<FromClause>();
        all.add(table);
        all.addAll(FromList.members(others));
        return new QueryScope(out.scope(), all);
    }

    /** Writes what comes after UPDATE. */
    protected void renderUpdatedTables(TableReference table, List<FromClause> others, RenderContext out) {
        out.selects().renderTable(table, out);
    }

    private void renderAssignment(UpdateColumns.Cell cell, boolean hasOthers, Update<?> update, RenderContext out) {
        renderAssignedColumn(cell.column(), hasOthers, out);
        out.sql("=");
        cell.write(update, out);
    }

    /** Writes the column of an assignment. */
    protected void renderAssignedColumn(SettableColumn<?> column, boolean hasOthers, RenderContext out) {
        out.identifier(column.name());
    }

    /** Writes the tables that an update reads besides its own. */
    protected void renderUpdateFrom(List<FromClause> others, RenderContext out) {
        if (!others.isEmpty()) {
            out.sql(" FROM ").list(others, (from, to) -> to.selects().renderFrom(from, to));
        }
    }

    private void renderDelete(Delete<?> delete, QueryPlace place, RenderContext out) {
        renderCommonTables(delete.ctes(), out);
        var table = table(delete.target());
        var others = FromList.besides(delete);
        if (!others.isEmpty()) {
            traits.require(Feature.DELETE_USING, others);
        }
        renderReturningAround(delete, delete.target(), Feature.DELETE_RETURNING, place, out,
                () -> out.within(scope(table, others, out), () -> {
                    out.sql("DELETE ");
                    out.selects().renderClauses(delete.dialectClauses(), CustomClause.Place.AFTER_VERB,
                            out);
                    out.sql("FROM ");
                    out.selects().renderTable(table, out);
                    renderDeleteUsing(table, others, out);
                    out.selects().renderCondition(" WHERE ", delete.conditions(), out);
                    out.selects().renderClauses(delete.dialectClauses(),
                            CustomClause.Place.AFTER_CONDITIONS, out);
                }));
    }

    /** Writes the tables that a delete reads besides its own. */
    protected void renderDeleteUsing(TableReference table, List<FromClause> others, RenderContext out) {
        if (!others.isEmpty()) {
            out.sql(" USING ").list(others, (from, to) -> to.selects().renderFrom(from, to));
        }
    }

    private void renderCommonTables(List<CommonTableExpression> ctes, RenderContext out) {
        ctes.forEach(cte -> out.selects().renderCommonTableDefinition(cte, out));
    }

    private void renderReturningAround(Statement<?> statement, DmlTarget target, Feature feature, QueryPlace place,
            RenderContext out, Runnable body) {
        if (statement.selectList().isEmpty()) {
            body.run();
            renderEnd(statement, out);
            return;
        }
        traits.require(feature, statement.selectList());
        renderReturning(statement, target, () -> renderReturned(statement, place, out), body, out);
        renderEnd(statement, out);
    }

    /**
     * Writes a statement and what it gives back.
     *
     * @param statement
     *            the statement
     * @param target
     *            the table that is written to
     * @param returned
     *            writes what is given back
     * @param body
     *            writes the rest of the statement
     * @param out
     *            where to
     */
    protected void renderReturning(Statement<?> statement, DmlTarget target, Runnable returned, Runnable body,
            RenderContext out) {
        body.run();
        out.sql(" RETURNING ");
        returned.run();
    }

    private void renderReturned(Statement<?> statement, QueryPlace place, RenderContext out) {
        var returnPlace = place == QueryPlace.STATEMENT ? QueryPlace.STATEMENT : QueryPlace.ROWS;
        var manner = qualifiesReturned() ? out.manner() : out.manner().withoutTables();
        out.in(manner, () -> out.selects().renderColumns(out.labelsOf(statement), returnPlace, out));
    }

    /** Returns whether the columns that a statement gives back carry the name of their table. */
    protected boolean qualifiesReturned() {
        return true;
    }

    private static void renderEnd(Statement<?> statement, RenderContext out) {
        var clauses = switch (statement) {
            case Insert<?> i -> i.dialectClauses();
            case Update<?> u -> u.dialectClauses();
            case Delete<?> d -> d.dialectClauses();
            default -> List.<StatementClause>of();
        };
        out.selects().renderClauses(clauses, CustomClause.Place.AT_END, out);
    }

    /** Returns whether a query has no condition, which matters where another clause follows it. */
    protected static boolean isUnconditional(Selectable<?> query) {
        return query instanceof Select<?> select && select.conditions() == NoCondition.NONE;
    }
}
