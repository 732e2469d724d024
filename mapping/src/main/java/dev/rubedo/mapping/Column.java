package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how an attribute's column looks. An attribute without it gets the defaults below.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Column {

    /** Returns the name of the column; if empty, the attribute's name in snake_case. */
    String name() default "";

    /** As a length: text or bytes of any length, in the type that the database has for them. */
    int UNLIMITED = Integer.MAX_VALUE;

    /**
     * Returns the greatest length, of a {@code String} in characters and of a {@code byte[]} in bytes. Left out it is 255 for
     * a {@code String}, as in JPA, since not every database has a {@code VARCHAR} without a length, and {@link #UNLIMITED} for a
     * {@code byte[]}.
     */
    int length() default 0;

    /** Returns the number of digits of a {@code BigDecimal}; 0 leaves it to the database. */
    int precision() default 0;

    /** Returns the number of digits after the decimal point of a {@code BigDecimal}; needs {@link #precision()}. */
    int scale() default 0;

    /** Returns whether each value may occur only once. */
    boolean unique() default false;

    /** Returns whether the column has an index of its own. */
    boolean index() default false;
}
