package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.internal.query.Criteria.Criterion;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.StatementOption;
import java.util.function.Function;

/**
 * The option that a condition applies to an entity wherever a statement reads it, and wherever it is loaded for the
 * objects that the statement returns. Immutable.
 *
 * @param criterion the entity and its condition
 */
public record CriteriaOption(Criterion criterion) implements StatementOption {

    /** Returns the option that the criteria of the factory do not apply to an entity. */
    public static CriteriaOption lifting(EntityPath<?> entity) {
        return new CriteriaOption(new Criterion(entity, NoCondition.NONE));
    }

    /**
     * Returns the option that this condition applies to an entity. The function is called once, with the entity itself.
     */
    public static <P extends EntityPath<?>> CriteriaOption of(P entity, Function<? super P, Condition> condition) {
        return new CriteriaOption(new Criterion(entity, condition.apply(entity)));
    }

    @Override
    public String toString() {
        return criterion.condition() == NoCondition.NONE ? "withoutCriteria(" + criterion.entity() + ")"
                : "withCriteria(" + criterion.entity() + ": " + criterion.condition() + ")";
    }
}
