package dev.rubedo.compile;

import dev.rubedo.feature.Feature;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Exists;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Not;
import dev.rubedo.sql.Star;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.Unary;

/**
 * A writer of select lists and the columns of RETURNING, with the labels that they need. It also records the columns of
 * the result. Immutable.
 */
final class SelectListRenderer {

    private final SelectRenderer selects;

    SelectListRenderer(SelectRenderer selects) {
        this.selects = selects;
    }

    /**
     * Writes columns, with or without their labels; the columns of the result are recorded with their names in either
     * case.
     */
    void render(QueryLabels labels, QueryPlace place, boolean writesLabels, RenderContext out) {
        for (int i = 0; i < labels.columns().size(); i++) {
            var column = labels.columns().get(i);
            out.sql(i == 0 ? "" : ", ");
            var selection = place.isResult() ? out.renderers().types().selection(column.type()) : "?";
            boolean isWrapped = !selection.equals("?");
            writeColumn(column, labels, i, isWrapped ? () -> renderWrapped(column, selection, out)
                    : () -> selects.renderSelected(writesLabels ? column : unlabeled(column), out), out);
            boolean isNamed = isWrapped || labels.isRequiredAt(i) || isLabeled(column, place);
            if (writesLabels && isNamed && (isWrapped || !(column instanceof Labeled<?>))) {
                out.sql(" AS ").identifier(labels.nameAt(i, out.names()));
            }
            if (place == QueryPlace.STATEMENT) {
                var key = isNamed ? labels.nameAt(i, out.names()) : labels.plainNameAt(i, out.names());
                out.column(new ResultColumn(key, column.type(), column));
            }
        }
    }

    /** Writes a column inside the SQL that selects its type. */
    private static void renderWrapped(Expression<?> column, String selection, RenderContext out) {
        int place = selection.indexOf('?');
        out.sql(selection.substring(0, place)).expression(unlabeled(column)).sql(selection.substring(place + 1));
    }

    private static Expression<?> unlabeled(Expression<?> column) {
        return column instanceof Labeled<?> labeled ? labeled.expression() : column;
    }

    /** Writes a column. The one that GROUP BY refers to is written unchanged. */
    private void writeColumn(Expression<?> column, QueryLabels labels, int position, Runnable body,
            RenderContext out) {
        var scope = out.scope();
        var terms = scope == null ? null : scope.terms;
        boolean isKnown = selects.recognition() == Recognition.WHOLE_TEXT
                || selects.recognition() != Recognition.ORDER_POSITION
                        && GroupedTerms.positionOf(column, labels.columns()) == position;
        if (terms != null && isKnown) {
            terms.exempt(column, body);
        } else {
            body.run();
        }
    }

    /** Returns whether a column without a name gets a label. */
    private boolean isLabeled(Expression<?> column, QueryPlace place) {
        return switch (column) {
            case TextFragment<?> text -> false;
            case Star star -> false;
            case ColumnReference<?> reference -> place.namesColumns();
            case Unary<?> unary -> place.namesColumns() || !isNamed(unary.operand());
            case Not not when not.operand() instanceof BooleanCondition truth ->
                place.namesColumns() || !isNamed(truth.expression())
                        || !selects.traits.supports(Feature.BOOLEAN_TYPE);
            case BooleanCondition truth -> place.namesColumns() || !isNamed(truth.expression());
            case Exists exists -> true;
            default -> true;
        };
    }

    private static boolean isNamed(Expression<?> expression) {
        return expression instanceof ColumnReference<?> || expression instanceof TextFragment<?>;
    }
}
