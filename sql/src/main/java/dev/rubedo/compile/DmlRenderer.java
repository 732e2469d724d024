package dev.rubedo.compile;

import dev.rubedo.error.UnresolvedElementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.ConflictClause;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.DmlStatement;
import dev.rubedo.sql.DmlTarget;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementClause;
import dev.rubedo.sql.TableHint;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.UnresolvedEntity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The common clauses of {@link InsertRenderer}, {@link UpdateRenderer}, {@link DeleteRenderer} and
 * {@link MergeRenderer}.
 *
 * <p>Immutable.
 */
abstract class DmlRenderer {

    /** The traits of the dialect. */
    protected final DialectTraits traits;

    DmlRenderer(DialectTraits traits) {
        this.traits = traits;
    }

    /**
     * Returns the target table.
     *
     * @throws UnresolvedElementException if it is an entity
     */
    protected static TableReference table(DmlTarget target) {
        return switch (target) {
            case TableReference t -> t;
            case UnresolvedEntity<?> e -> throw new UnresolvedElementException("Entity \"" + e
                    + "\" has no table without its mapping. Run the statement through a Session, or resolve it with "
                    + "model.resolve(...).");
        };
    }

    /**
     * Returns whether an assignment sees the results of earlier ones in the same statement, unlike in standard SQL.
     */
    protected boolean assignsOneByOne() {
        return false;
    }

    /** Writes the common table expressions that were added explicitly. */
    protected void renderCommonTables(List<CommonTableExpression> ctes, RenderContext out) {
        ctes.forEach(cte -> out.selects().renderCommonTableDefinition(cte, out));
    }

    /** Writes the name of the target table, and its alias if it has one. */
    protected void renderTargetName(TableReference table, RenderContext out) {
        out.selects().renderHintsBefore(table, out);
        out.selects().renderTableName(table, out);
        if (!table.alias().isEmpty()) {
            out.selects().renderAliasName(table.alias(), out);
        }
        out.selects().renderTableClauses(table, out);
    }

    /** Runs a part of the rendering that names the target table, with the hints of the statement. */
    final void renderHinted(DmlStatement<?> statement, TableReference table, RenderContext out, Runnable body) {
        var scope = scope(table, List.of(), out);
        hints(statement).forEach(scope.tableClauses::add);
        out.within(scope, body);
        SelectRenderer.requireNoTableClauses(scope);
    }

    /** Returns the hints for individual tables. */
    static Stream<StatementClause> hints(DmlStatement<?> statement) {
        return statement.dialectClauses().stream().filter(TableHint.class::isInstance);
    }

    /** Writes the condition of the statement. */
    protected void renderWhere(Condition conditions, RenderContext out) {
        out.selects().renderCondition(" WHERE ", conditions, out);
    }

    /** Writes the custom clauses that belong to one place of the statement. */
    protected final void renderClauses(List<StatementClause> clauses, CustomClause.Place place, RenderContext out) {
        out.selects().renderClauses(clauses.stream().filter(each -> !(each instanceof TableHint)).toList(), place, out);
    }

    /** Rejects a statement that returns rows if the dialect does not support it. */
    protected final void requireReturned(Feature feature, Statement<?> statement, TableReference table,
            RenderContext out) {
        if (!statement.selectList().isEmpty()) {
            out.returning().require(feature, statement, table);
        }
    }

    /**
     * Writes each row between an opening and a closing text, and records a single row as the one that a bulk insert
     * repeats.
     *
     * @param columns the columns
     * @param opening the text before the values of a row
     * @param closing the text after them
     * @param separator the text between rows
     * @param place where the statement is nested
     * @param out the writer
     */
    protected final void renderRowList(InsertColumns columns, String opening, String closing, String separator,
            QueryPlace place, RenderContext out) {
        var fragment = out.fragment();
        int start = fragment.sql.length();
        int firstBind = fragment.binds.size();
        int lists = fragment.lists.size();
        for (int row = 0; row < columns.rows(); row++) {
            out.sql(row == 0 ? "" : separator).sql(opening);
            renderRow(columns, row, out);
            out.sql(closing);
        }
        if (columns.rows() == 1 && place == QueryPlace.STATEMENT && fragment.lists.size() == lists) {
            fragment.valuesRow = new RowSegment(start, fragment.sql.length(), firstBind,
                    fragment.binds.size() - firstBind, separator);
        }
    }

    /** Writes the values of a row, separated by {@code ", "}. */
    protected void renderRow(InsertColumns columns, int row, RenderContext out) {
        columns.writeRow(row, out);
    }

    /** Rejects a conflict clause that the dialect cannot express. */
    protected final void requireConflict(ConflictClause conflict) {
        if (!conflict.columns().isEmpty()) {
            traits.require(Feature.ON_CONFLICT_TARGET, conflict);
        } else if (!conflict.constraint().isEmpty()) {
            traits.require(Feature.ON_CONFLICT_CONSTRAINT, conflict);
        } else if (conflict.update() != null) {
            traits.require(Feature.ON_CONFLICT_ANY, conflict);
        }
        var update = conflict.update();
        if (update == null) {
            traits.require(Feature.ON_CONFLICT_NOTHING, conflict);
        } else if (update.condition() != NoCondition.NONE) {
            traits.require(Feature.ON_CONFLICT_WHERE, update.condition());
        }
    }

    /**
     * Writes the clause for returned rows if it belongs here.
     *
     * @param here the current place in the statement
     * @param statement the statement
     * @param table the target table
     * @param place where the statement is nested
     * @param out the writer
     */
    protected final void renderReturned(ReturnedPlace here, Statement<?> statement, TableReference table,
            QueryPlace place, RenderContext out) {
        out.returning().renderAt(here, statement, table, place, out);
    }

    /** Writes the text after a statement that is wrapped by the clause for returned rows. */
    protected final void renderBehind(Statement<?> statement, TableReference table, RenderContext out) {
        out.returning().renderBehind(statement, table, out);
    }

    /**
     * Writes an UPDATE or DELETE after its common table expressions.
     *
     * @param statement the statement
     * @param conditions its condition
     * @param table its table
     * @param others the other tables that are read
     * @param place where the statement is nested
     * @param out the writer
     * @param head writes everything before the returned columns
     * @param sources writes the other tables
     */
    final void renderFiltered(DmlStatement<?> statement, Condition conditions, TableReference table,
            List<FromClause> others, QueryPlace place, RenderContext out, Runnable head, Runnable sources) {
        renderReturned(ReturnedPlace.AROUND, statement, table, place, out);
        var around = out.scope();
        var scope = scope(table, others, out);
        hints(statement).forEach(scope.tableClauses::add);
        out.within(scope, () -> {
            head.run();
            out.within(around, () -> renderReturned(ReturnedPlace.AFTER_COLUMNS, statement, table, place, out));
            sources.run();
            SelectRenderer.requireNoTableClauses(scope);
            renderWhere(conditions, out);
            renderClauses(statement.dialectClauses(), CustomClause.Place.AFTER_CONDITIONS, out);
        });
        renderReturned(ReturnedPlace.AT_END, statement, table, place, out);
        renderBehind(statement, table, out);
        renderEnd(statement, out);
    }

    /** Writes the end of the statement. */
    protected void renderEnd(DmlStatement<?> statement, RenderContext out) {
        renderClauses(statement.dialectClauses(), CustomClause.Place.AT_END, out);
    }

    /** Returns the scope that subqueries of the statement see. */
    static QueryScope scope(TableReference table, List<FromClause> others, RenderContext out) {
        var all = new LinkedHashSet<FromClause>();
        all.add(table);
        all.addAll(FromList.members(others));
        var scope = new QueryScope(out.scope(), all, null);
        scope.changed = table;
        return scope;
    }
}
