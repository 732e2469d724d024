package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Condition;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a relationship that its mapping adds to the foreign key, or that replaces it (standalone).
 * Immutable.
 *
 * @param owner the owner in the condition
 * @param between the entity that maps the join table in the condition, or null
 * @param target the target in the condition, under an alias
 * @param condition the condition
 */
public record JoinConditionDefinition(EntityPath<?> owner, @Nullable EntityPath<?> between, EntityPath<?> target,
        Condition condition) {

    /** Checks for null. */
    public JoinConditionDefinition {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(condition, "condition");
    }

    /**
     * Creates the condition between an owner and a target.
     *
     * @param target an alias of the target
     * @param condition creates the condition; called once
     */
    public static <O extends EntityPath<?>, T extends EntityPath<?>> JoinConditionDefinition of(O owner, T target,
            BiFunction<? super O, ? super T, Condition> condition) {
        return new JoinConditionDefinition(owner, null, target, condition.apply(owner, target));
    }

    /**
     * Creates the condition between an owner, the row of a join table, and a target.
     *
     * @param between an alias of the entity that maps the join table
     * @param target an alias of the target
     * @param condition creates the condition; called once
     */
    public static <O extends EntityPath<?>, B extends EntityPath<?>, T extends EntityPath<?>> JoinConditionDefinition of(
            O owner, B between, T target, Between<? super O, ? super B, ? super T> condition) {
        return new JoinConditionDefinition(owner, between, target, condition.apply(owner, between, target));
    }

    /**
     * A method that returns a condition between an owner, the row of a join table, and a target.
     *
     * @param <O> the query model of the owner
     * @param <B> the query model of the entity that maps the join table
     * @param <T> the query model of the target
     */
    @FunctionalInterface
    public interface Between<O, B, T> {

        /** Returns the condition. */
        Condition apply(O owner, B between, T target);
    }
}
