package dev.rubedo.sql;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A factory of common table expressions. Immutable. */
final class CommonTableExpressions {
    private CommonTableExpressions() {}

    static CommonTableExpression of(AliasName name, Statement<?> query) {
        return new CommonTableExpression(name, query, false, false, CommonTableExpression.Materialization.DEFAULT,
                false);
    }

    static <T extends @Nullable Object> CommonTableExpression recursive(AliasName name, Selectable<T> anchor,
            CompoundSelect.Kind kind, Function<CommonTableExpression, Selectable<T>> step) {
        var itself = new CommonTableExpression(name, anchor, true, true, CommonTableExpression.Materialization.DEFAULT,
                false);
        var whole = new CompoundSelect<>(kind, List.of(anchor, step.apply(itself)));
        return new CommonTableExpression(name, whole, true, false, CommonTableExpression.Materialization.DEFAULT,
                false);
    }
}
