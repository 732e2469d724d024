package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An additional condition of a relationship, which applies wherever the relationship is joined or loaded. The static
 * method of the entity takes the query models of the owner and of the target, with that of the entity that maps the
 * join table optionally between them, and returns the condition:
 *
 * {@snippet :
 * @JoinCondition("bostonAddresses") static Condition inBoston(User_ user, Address_ address) {
 *     return address.city.eq("Boston");
 * }
 * }
 *
 * <p>The method is called once for each model, so the condition must not depend on the time of the call. It must not be
 * private, and the condition must not contain paths through relationships.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface JoinCondition {

    /** Returns the relationship, an attribute of the entity. */
    String value();

    /**
     * Returns whether the rows are related by this condition alone, without a foreign key. The relationship must be
     * {@code viewOnly}.
     */
    boolean standalone() default false;
}
