package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Merge;
import dev.rubedo.sql.MergeAction;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.Update;
import dev.rubedo.stability.Spi;
import java.util.List;

/**
 * A renderer of MERGE statements; {@link MergeRenderer} renders upserts as MERGE. {@link #render} is the skeleton; each
 * clause is a method that a dialect can override, in this order:
 *
 * <ol>
 * <li>{@link #renderCommonTables}: {@code WITH}
 * <li>{@link #renderTarget}: {@code MERGE INTO t}, with clauses {@link CustomClause.Place#AFTER_VERB} and
 * {@link CustomClause.Place#AFTER_TABLE}
 * <li>{@link #renderSource}: {@code USING s ON t.a = s.a}
 * <li>{@link #renderAction} for each action: {@code WHEN MATCHED THEN UPDATE SET b = s.b}
 * <li>clauses {@link CustomClause.Place#AFTER_CONDITIONS}, the returned rows, clauses {@link CustomClause.Place#AT_END}
 * <li>{@link #renderEnd}
 * </ol>
 *
 * <p>Immutable.
 */
@Spi
public class MergeIntoRenderer extends DmlRenderer {

    /** Creates a renderer. */
    public MergeIntoRenderer(DialectTraits traits) {
        super(traits);
    }

    /**
     * Writes a MERGE.
     *
     * @param merge the statement
     * @param place where the statement is nested
     * @param out the writer
     */
    protected void render(Merge<?> merge, QueryPlace place, RenderContext out) {
        traits.require(Feature.MERGE, merge.target());
        var source = merge.source();
        var table = table(merge.target());
        if (source == null || merge.actions().isEmpty()) {
            throw new InvalidStatementException("The merge into \"" + table.label() + "\" has no "
                    + (source == null ? "source. Call using(source, condition)."
                            : "action. Call whenMatched() or whenNotMatched()."));
        }
        renderCommonTables(merge.ctes(), out);
        requireReturned(Feature.MERGE_RETURNING, merge, table, out);
        renderReturned(ReturnedPlace.AROUND, merge, table, place, out);
        var around = out.scope();
        var scope = scope(table, List.of(source), out);
        hints(merge).forEach(scope.tableClauses::add);
        out.within(scope, () -> {
            renderTarget(merge, table, out);
            renderSource(source, merge.on(), out);
            SelectRenderer.requireNoTableClauses(scope);
            merge.actions().forEach(action -> renderAction(action, table, out));
            renderClauses(merge.dialectClauses(), CustomClause.Place.AFTER_CONDITIONS, out);
            out.within(around, () -> renderReturned(ReturnedPlace.AFTER_COLUMNS, merge, table, place, out));
        });
        renderReturned(ReturnedPlace.AT_END, merge, table, place, out);
        renderBehind(merge, table, out);
        renderEnd(merge, out);
    }

    /** Writes the verb and the target. */
    protected void renderTarget(Merge<?> merge, TableReference table, RenderContext out) {
        out.sql("MERGE ");
        renderClauses(merge.dialectClauses(), CustomClause.Place.AFTER_VERB, out);
        out.sql("INTO ");
        renderTargetName(table, out);
        renderClauses(merge.dialectClauses(), CustomClause.Place.AFTER_TABLE, out);
    }

    /** Writes the source and the join condition. */
    protected void renderSource(FromClause source, Condition on, RenderContext out) {
        out.sql(" USING ");
        out.selects().renderFrom(source, out);
        out.sql(" ON ").operand(on, Parentheses.LIKE_ONLY);
    }

    /** Writes an action. */
    protected void renderAction(MergeAction action, TableReference table, RenderContext out) {
        if (action.when() == MergeAction.When.NOT_MATCHED_BY_SOURCE) {
            traits.require(Feature.MERGE_BY_SOURCE, action.when().text());
        }
        out.sql(" ").sql(action.when().text());
        if (action.condition() != NoCondition.NONE) {
            out.sql(" AND ").operand(action.condition(), Parentheses.EVERYTHING);
        }
        out.sql(" THEN ");
        switch (action.change()) {
            case Insert<?> insert -> renderInsert(insert, table, out);
            case Update<?> update -> renderUpdate(update, table, out);
            case Delete<?> delete -> out.sql("DELETE");
            case Merge<?> merge -> throw new IllegalArgumentException("A merge is no action of a merge");
        }
    }

    /** Writes the insertion of a row. */
    protected void renderInsert(Insert<?> insert, TableReference table, RenderContext out) {
        var columns = InsertColumns.of(insert, table, traits);
        out.sql("INSERT (").list(columns.names(), (column, to) -> to.identifier(column.name())).sql(") VALUES (");
        renderRow(columns, 0, out);
        out.sql(")");
    }

    /** Writes the update of a row. */
    protected void renderUpdate(Update<?> update, TableReference table, RenderContext out) {
        var columns = UpdateColumns.of(update, table, out);
        out.sql("UPDATE SET ");
        for (int i = 0; i < columns.names().size(); i++) {
            out.sql(i == 0 ? "" : ", ").identifier(columns.names().get(i).name()).sql(" = ");
            columns.writeValue(i, out);
        }
    }
}
