package dev.rubedo.sql;

/** The names that expressions have in a select list. Immutable. */
public final class ColumnNames {
    private ColumnNames() {}

    /**
     * Returns the label of an expression or the name of its column, also inside a cast or a negated boolean; empty if
     * there is neither.
     *
     * @param expression the expression
     */
    public static String of(Expression<?> expression) {
        return switch (expression) {
            case Labeled<?> labeled -> labeled.label();
            case SettableColumn<?> column -> column.name();
            case Cast<?> cast -> of(cast.operand());
            case TypeCoercion<?> coerced -> of(coerced.operand());
            case BooleanCondition truth -> of(truth.expression());
            case Not not when not.operand() instanceof BooleanCondition truth -> of(truth.expression());
            default -> "";
        };
    }
}
