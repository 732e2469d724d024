package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a record in columns of its own entity, one for each component, named {@code <attribute>_<component>} in
 * snake_case:
 *
 * {@snippet :
 * record Point(int x, int y) {
 * }
 *
 * @Embedded Point location();   // columns location_x and location_y
 * }
 *
 * <p>{@link Column} and {@link Type} on a component say how its column looks; a name given there follows the prefix.
 * Where every column is NULL, there is no record: the attribute is null.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Embedded {

    /**
     * Returns what the names of the columns begin with; if left out, the attribute's name in snake_case and an
     * underscore; if written as the empty text, nothing.
     */
    String prefix() default "";
}
