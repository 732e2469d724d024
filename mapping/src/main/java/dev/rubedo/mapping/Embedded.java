package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a record in columns of the entity's table, one for each component, named {@code <attribute>_<component>} in
 * snake_case:
 *
 * {@snippet :
 * record Point(int x, int y) {
 * }
 *
 * @Embedded Point location();   // columns location_x and location_y
 * }
 *
 * <p>{@link Column} and {@link Type} on a component configure its column; a name given there follows the prefix. If
 * every column is NULL, the attribute is null. An entity can have several attributes of the same record type.
 *
 * <p>In statements, {@code USER.location.x} is one column, and the whole record is compared and selected like a value:
 * {@code USER.location.eq(new Point(1, 2))}, {@code select(USER.location.value())}.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Embedded {

    /**
     * Returns the prefix of the column names. The default is the attribute's name in snake_case and an underscore; an
     * explicit empty string is no prefix.
     */
    String prefix() default "";

    /**
     * Returns the names of the columns, in the order of the components, if they do not follow a pattern; by default
     * they are derived from the prefix.
     */
    String[] columns() default {};
}
