package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.MergeIntoRenderer;
import dev.rubedo.compile.QueryPlace;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Merge;
import dev.rubedo.sql.MergeAction;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.TableReference;

/** The MERGE of Oracle: one UPDATE and one INSERT, with their conditions at the end. Immutable. */
final class OracleMergeIntoRenderer extends MergeIntoRenderer {

    OracleMergeIntoRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected void render(Merge<?> merge, QueryPlace place, RenderContext out) {
        for (var when : MergeAction.When.values()) {
            if (merge.actions().stream().filter(action -> action.when() == when).count() > 1) {
                throw new InvalidStatementException("Oracle allows only one " + when.text() + " in a MERGE. Combine "
                        + "the actions with caseWhen(...), or execute several statements.");
            }
        }
        super.render(merge, place, out);
    }

    @Override
    protected void renderSource(FromClause source, Condition on, RenderContext out) {
        out.sql(" USING ");
        out.selects().renderFrom(source, out);
        out.sql(" ON ").parenthesized(on);
    }

    @Override
    protected void renderAction(MergeAction action, TableReference table, RenderContext out) {
        if (action.change() instanceof Delete<?>) {
            throw new InvalidStatementException("In a MERGE, Oracle can delete only rows that it has updated. Use "
                    + "deleteFrom(...) with a condition.");
        }
        super.renderAction(new MergeAction(action.when(), NoCondition.NONE, action.change()), table, out);
        renderWhere(action.condition(), out);
    }
}
