package dev.rubedo.migrate.operation;

import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.TextFragment;

/**
 * A rewriter that puts each hand-written condition into parentheses, because it may contain {@code OR} or end with a
 * comment. Confined to one thread at a time.
 */
final class TextGrouping extends Rewriter {

    @Override
    public Condition condition(Condition node) {
        if (node instanceof BooleanCondition truth && truth.expression() instanceof TextFragment<Boolean> text) {
            boolean mayEndInComment = text.text().contains("--") || text.text().contains("#");
            return new BooleanCondition(new TextFragment<>("(" + text.text() + (mayEndInComment ? "\n)" : ")"),
                    text.parameters(), text.type()));
        }
        return super.condition(node);
    }
}
