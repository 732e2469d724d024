package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.ConflictClause;
import dev.rubedo.sql.ConflictUpdate;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.TableReference;
import dev.rubedo.stability.Spi;
import java.util.List;

/**
 * A renderer of INSERT. {@link #render} is the skeleton; each clause is a method that a dialect can override, in this
 * order:
 *
 * <ol>
 * <li>{@link #renderCommonTables}: {@code WITH}
 * <li>{@link #renderVerb}: {@code INSERT}, with clauses {@link CustomClause.Place#AFTER_VERB}
 * <li>{@link #renderTarget}: {@code INTO t}, with clauses {@link CustomClause.Place#AFTER_TABLE}
 * <li>{@link #renderColumnNames}: {@code (a, b)}
 * <li>the returned rows, for {@link ReturnedPlace#AFTER_COLUMNS}
 * <li>{@link #renderRows}, {@link #renderInsertedQuery} or {@link #renderDefaultValues}
 * <li>{@link #renderConflicts}, then clauses {@link CustomClause.Place#AFTER_CONDITIONS}
 * <li>the returned rows, for {@link ReturnedPlace#AT_END}
 * <li>{@link #renderEnd}: clauses {@link CustomClause.Place#AT_END}
 * </ol>
 *
 * The returned rows are written by {@link ReturningRenderer}. A dialect whose upsert is another statement overrides
 * {@link #render} for an INSERT with conflict clauses.
 *
 * <p>Immutable.
 */
@Spi
public class InsertRenderer extends DmlRenderer {

    /** Creates a renderer. */
    public InsertRenderer(DialectTraits traits) {
        super(traits);
    }

    /**
     * Writes an INSERT.
     *
     * @param insert the statement
     * @param place where the statement is nested
     * @param out the writer
     */
    protected void render(Insert<?> insert, QueryPlace place, RenderContext out) {
        var table = table(insert.target());
        renderCommonTables(insert.ctes(), out);
        requireReturned(Feature.INSERT_RETURNING, insert, table, out);
        if (insert.isReturningInOrder() && insert.rows().size() != 1) {
            traits.require(Feature.RETURNING_ORDERED, insert.selectList());
        }
        var columns = InsertColumns.of(insert, table, traits);
        renderReturned(ReturnedPlace.AROUND, insert, table, place, out);
        renderVerb(insert, out);
        renderHinted(insert, table, out, () -> renderTarget(insert, table, out));
        renderColumnNames(columns, out);
        renderReturned(ReturnedPlace.AFTER_COLUMNS, insert, table, place, out);
        renderSource(insert, columns, place, out);
        renderConflicts(insert, out);
        renderClauses(insert.dialectClauses(), CustomClause.Place.AFTER_CONDITIONS, out);
        renderReturned(ReturnedPlace.AT_END, insert, table, place, out);
        renderBehind(insert, table, out);
        renderEnd(insert, out);
    }

    /** Writes the verb and a space. */
    protected void renderVerb(Insert<?> insert, RenderContext out) {
        out.sql("INSERT ");
        renderClauses(insert.dialectClauses(), CustomClause.Place.AFTER_VERB, out);
    }

    /** Writes the table to insert into. */
    protected void renderTarget(Insert<?> insert, TableReference table, RenderContext out) {
        out.sql("INTO ");
        renderTargetName(table, out);
        renderClauses(insert.dialectClauses(), CustomClause.Place.AFTER_TABLE, out);
    }

    /** Writes the names of the columns to fill; nothing if there are none. */
    protected void renderColumnNames(InsertColumns columns, RenderContext out) {
        if (!columns.names().isEmpty()) {
            out.sql(" (").list(columns.names(), (column, to) -> to.identifier(column.name())).sql(")");
        }
    }

    private void renderSource(Insert<?> insert, InsertColumns columns, QueryPlace place, RenderContext out) {
        var query = insert.query();
        if (query != null) {
            traits.require(Feature.INSERT_FROM_SELECT, table(insert.target()).label());
            out.sql(" ");
            renderInsertedQuery(insert, columns.query(query, out), out);
        } else if (columns.names().isEmpty()) {
            requireOneRow(insert);
            renderDefaultValues(insert, out);
        } else {
            if (insert.rows().size() > 1) {
                traits.require(Feature.MULTI_ROW_INSERT, insert.rows().size() + " rows");
            }
            renderRows(insert, columns, place, out);
        }
    }

    private static void requireOneRow(Insert<?> insert) {
        if (insert.rows().size() > 1) {
            throw new InvalidStatementException("Several rows without any column cannot be inserted at once. "
                    + "Insert them one by one, or give one column of each.");
        }
    }

    /** Writes the rows of an INSERT without columns. */
    protected void renderDefaultValues(Insert<?> insert, RenderContext out) {
        traits.require(Feature.INSERT_DEFAULT_VALUES, table(insert.target()).label());
        out.sql(" DEFAULT VALUES");
    }

    /** Writes the rows. */
    protected void renderRows(Insert<?> insert, InsertColumns columns, QueryPlace place, RenderContext out) {
        out.sql(" VALUES ");
        renderRowList(columns, "(", ")", ", ", place, out);
    }

    /**
     * Writes the query whose rows are inserted, including the defaults of the columns that the statement omits.
     */
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

    /** Returns whether common table expressions are written before the INSERT instead of before its query. */
    protected boolean commonTablesComeFirst() {
        return true;
    }

    /** Returns whether a query has no condition, which matters if another clause follows it. */
    protected static boolean isUnconditional(Selectable<?> query) {
        return query instanceof Select<?> select && select.conditions() == NoCondition.NONE;
    }

    /** Writes the conflict clauses. */
    protected void renderConflicts(Insert<?> insert, RenderContext out) {
        if (insert.conflicts().size() > 1 && !takesSeveralConflicts()) {
            throw new InvalidStatementException("Dialect \"" + traits.name()
                    + "\" takes one ON CONFLICT clause, but this INSERT has " + insert.conflicts().size()
                    + ". Keep the one for the key that can be in conflict.");
        }
        for (var conflict : insert.conflicts()) {
            requireConflict(conflict);
            out.sql(" ON CONFLICT");
            renderConflictTarget(conflict, out);
            var update = conflict.update();
            if (update == null) {
                out.sql(" DO NOTHING");
            } else {
                renderConflictUpdate(update, out);
            }
        }
    }

    /** Returns whether an INSERT may have a conflict clause for each of several keys. */
    protected boolean takesSeveralConflicts() {
        return false;
    }

    /** Writes the unique key in conflict. */
    protected void renderConflictTarget(ConflictClause conflict, RenderContext out) {
        if (!conflict.constraint().isEmpty()) {
            out.sql(" ON CONSTRAINT ").identifier(conflict.constraint());
        } else if (!conflict.columns().isEmpty()) {
            out.sql(" (").list(conflict.columns(), (column, to) -> to.identifier(column.name())).sql(")");
            if (conflict.indexCondition() != NoCondition.NONE) {
                out.sql(" WHERE ");
                out.in(out.style().withoutTables(), () -> out.expression(conflict.indexCondition()));
            }
        }
    }

    /** Writes the update of the existing row. */
    protected void renderConflictUpdate(ConflictUpdate update, RenderContext out) {
        out.sql(" DO UPDATE SET ");
        renderConflictAssignments(update.assignments(), out);
        if (update.condition() != NoCondition.NONE) {
            out.sql(" WHERE ").expression(update.condition());
        }
    }

    /** Returns the assignments of an upsert in an order in which each sees the original row. */
    protected final List<Assignment<?>> inOrder(List<Assignment<?>> assignments, Insert<?> insert) {
        var table = table(insert.target());
        return assignsOneByOne()
                ? AssignmentOrder.of(assignments, each -> AssignmentOrder.ownName(each.column(), table),
                        Assignment::value, table, traits.name())
                : assignments;
    }

    /** Writes the assignments of an upsert. */
    protected final void renderConflictAssignments(List<Assignment<?>> assignments, RenderContext out) {
        out.list(assignments, this::renderConflictAssignment);
    }

    /** Writes an assignment of an upsert. */
    protected void renderConflictAssignment(Assignment<?> assignment, RenderContext out) {
        out.identifier(assignment.column().name()).sql(" = ").operand(assignment.value(), Parentheses.EVERYTHING);
    }
}
