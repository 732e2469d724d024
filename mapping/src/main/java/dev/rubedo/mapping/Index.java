package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index over several columns of the entity's table.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Indexes.class)
public @interface Index {

    /** Returns the name in the database; if empty, the naming convention generates one. */
    String name() default "";

    /** Returns the attributes, in order. */
    String[] on();

    /** Returns whether this is a unique index. */
    boolean unique() default false;
}
