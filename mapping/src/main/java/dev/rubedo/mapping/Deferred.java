package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Excludes a column, an embedded record or a formula from the queries of its entity, so that it is loaded on first
 * access: for large text or binary values, and for expensive formulas. Access to one attribute of a group loads the
 * whole group. A query that needs the attribute immediately uses {@code options(undefer(USER.biography))} or
 * {@code options(undeferGroup(USER, "texts"))}.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Deferred {

    /** Returns the name of the group that is loaded together; if empty, the attribute is loaded alone. */
    String group() default "";

    /**
     * Returns whether access to the attribute is an error unless a query loaded it. Sessions themselves may still load
     * it, for example to compare old and new values.
     */
    boolean raise() default false;
}
