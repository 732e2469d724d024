package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.internal.query.Criteria.Criterion;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.StatementOption;
import java.util.function.Function;

/**
 * What a statement says must hold of an entity wherever it reads it, and wherever it is loaded for the objects that the statement gives.
 * Immutable.
 *
 * @param criterion the entity and its condition
 */
public record CriteriaOption(Criterion criterion) implements StatementOption {

    /** Returns the option that this condition holds of an entity; the function is called once, with the entity itself. */
    public static <P extends EntityPath<?>> CriteriaOption of(P entity, Function<? super P, Condition> condition) {
        return new CriteriaOption(new Criterion(entity, condition.apply(entity)));
    }
}
