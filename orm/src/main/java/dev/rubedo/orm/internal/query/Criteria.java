package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.StatementOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Conditions that apply wherever an entity is read: in a query, in a join, in EXISTS, and when it is loaded as a
 * related object, by its key or again. Immutable.
 *
 * @param criteria the conditions, in the order in which they were added
 */
public record Criteria(List<Criterion> criteria) {

    /** No conditions. */
    public static final Criteria NONE = new Criteria(List.of());

    /**
     * A condition on an entity. Immutable.
     *
     * @param entity the entity itself
     * @param condition the condition, in terms of that path; none to disable the criteria before it
     */
    public record Criterion(EntityPath<?> entity, Condition condition) {

        /**
         * Checks that the path is an entity itself.
         *
         * @throws IllegalArgumentException if it is an alias or leads through a relationship
         */
        public Criterion {
            Objects.requireNonNull(condition, "condition");
            if (!(entity.$origin() instanceof PathOrigin.Root)) {
                throw new IllegalArgumentException("Criteria apply to an entity wherever it is read: use \""
                        + entity.$definition().constant() + "\" instead of \"" + entity + "\".");
            }
        }
    }

    /** Copies the list. */
    public Criteria {
        criteria = List.copyOf(criteria);
    }

    /** Returns the criteria of the entities of a model. */
    static Criteria of(Model model) {
        Criteria all = NONE;
        for (Mapper<?> mapper : model.mappers()) {
            for (Condition condition : mapper.definition().criteria()) {
                all = all.and(new Criterion(mapper.path(), condition));
            }
        }
        return all;
    }

    /** Returns the criteria among the options of a statement. */
    public static Criteria of(List<StatementOption> options) {
        Criteria all = NONE;
        for (StatementOption option : options) {
            all = option instanceof CriteriaOption criteria ? all.and(criteria.criterion()) : all;
        }
        return all;
    }

    /** Returns these conditions with one more added. */
    public Criteria and(Criterion more) {
        return and(new Criteria(List.of(more)));
    }

    /** Returns these conditions with others added. */
    public Criteria and(Criteria more) {
        if (criteria.isEmpty() || more.criteria.isEmpty()) {
            return criteria.isEmpty() ? more : this;
        }
        List<Criterion> all = new ArrayList<>(criteria);
        all.addAll(more.criteria);
        return new Criteria(all);
    }

    /** Returns whether there are no conditions. */
    public boolean isEmpty() {
        return criteria.isEmpty();
    }

    /** Returns the conditions on an entity, including those on its superclasses. */
    List<Criterion> of(Mapper<?> mapper) {
        if (criteria.isEmpty()) {
            return criteria;
        }
        List<Criterion> found = new ArrayList<>();
        for (Criterion one : criteria) {
            if (!mapper.definition().isA(one.entity().$definition())) {
                continue;
            }
            if (one.condition() == NoCondition.NONE) {
                found.clear();
            } else {
                found.add(one);
            }
        }
        return found;
    }
}
