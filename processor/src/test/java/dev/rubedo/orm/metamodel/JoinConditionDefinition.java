package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Condition;
import java.util.function.BiFunction;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class JoinConditionDefinition {

    public static <O extends EntityPath<?>, T extends EntityPath<?>> JoinConditionDefinition of(O owner, T target,
            BiFunction<? super O, ? super T, Condition> condition) {
        return new JoinConditionDefinition();
    }

    public static <O extends EntityPath<?>, B extends EntityPath<?>, T extends EntityPath<?>> JoinConditionDefinition of(
            O owner, B between, T target, Between<? super O, ? super B, ? super T> condition) {
        return new JoinConditionDefinition();
    }

    public interface Between<O, B, T> {

        Condition apply(O owner, B between, T target);
    }
}
