package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list whose elements store their position in an attribute: {@code @Numbered("position") List<Track> tracks()}.
 * Adding, inserting, moving and removing elements sets the attribute of all elements whose position changes, and the
 * list is loaded in this order.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Numbered {

    /** Returns the attribute of the elements that holds the position: an integer. */
    String value();

    /** Returns the position of the first element. */
    int from() default 0;

    /** Returns the difference between the positions of two neighbors. */
    int step() default 1;
}
