package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.sql.Correlation;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of entities in terms of the columns at their places. Used for one statement. Confined to one thread at a
 * time.
 */
final class FormulaExpressions {

    private record FormulaPlace(FormulaDefinition formula, Place place) {}

    private final EntityRewriter rewriter;

    private record GivenPlace(ColumnFetch.Given given, Place place) {}

    private final Map<FormulaPlace, Expression<?>> known = new HashMap<>();
    private final Map<GivenPlace, Expression<?>> ofQuery = new HashMap<>();
    private final Set<FormulaDefinition> inProgress = new HashSet<>();

    FormulaExpressions(EntityRewriter rewriter) {
        this.rewriter = rewriter;
    }

    /** Returns a formula at a place. The same place gets the same expression. */
    Expression<?> at(Place place, FormulaDefinition formula) {
        FormulaPlace key = new FormulaPlace(formula, place);
        Expression<?> before = known.get(key);
        if (before != null) {
            return before;
        }
        if (!inProgress.add(formula)) {
            throw new InvalidStatementException("Formula \"" + formula.entity() + "." + formula.name()
                    + "\" refers to itself. Write its expression without it.");
        }
        EntityPath<?> entity = formula.entity();
        EntityScope scope = new EntityScope(EntityScope.Kind.FORMULA);
        scope.sources.add(entity);
        try {
            Expression<?> made = rewriter.scopes().within(scope,
                    () -> rewriter.at(entity, place, () -> rewriter.expression(formula.expression())));
            known.put(key, made);
            return made;
        } finally {
            inProgress.remove(formula);
        }
    }

    /** Returns the expression that a query gives to a formula. The same place gets the same expression. */
    Expression<?> given(Place place, ColumnFetch.Given given) {
        GivenPlace key = new GivenPlace(given, place);
        Expression<?> before = ofQuery.get(key);
        if (before != null) {
            return before;
        }
        EntityScope scope = new EntityScope(EntityScope.Kind.FORMULA);
        scope.sources.add(given.entity());
        Expression<?> made = rewriter.scopes().within(scope,
                () -> rewriter.at(given.entity(), place, () -> rewriter.expression(given.expression())));
        ofQuery.put(key, made);
        return made;
    }

    /**
     * Correlates a subquery of a formula to the formula's entity only. Otherwise its tables would be taken from the
     * enclosing statement if that reads them too.
     */
    <T extends @Nullable Object> Select<T> correlated(Select<T> select, EntityScope formula) {
        if (!select.correlation().equals(Correlation.AUTOMATIC)) {
            return select;
        }
        List<FromClause> sources = new ArrayList<>();
        for (Object entity : formula.sources) {
            sources.addAll(rewriter.place((EntityPath<?>) entity).sources());
        }
        return select.correlate(sources.toArray(new FromClause[0]));
    }
}
