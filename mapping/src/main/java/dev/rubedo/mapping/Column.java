package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how an attribute's column looks. An attribute without it gets the defaults below, which lose nothing that the
 * database has a type for: a {@code LocalTime}, {@code LocalDateTime}, {@code OffsetDateTime} or {@code Instant} has
 * microseconds on every database. For a column of another kind there is {@link Type}.
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
     * The length of a {@code String} whose column gives none and is not a foreign key: one that every database can
     * index.
     */
    int DEFAULT_LENGTH = 255;

    /**
     * Returns the greatest length, of a {@code String} in characters and of a {@code byte[]} in bytes. Left out it is
     * {@link #DEFAULT_LENGTH} for a {@code String} and {@link #UNLIMITED} for a {@code byte[]}; a foreign key that
     * leaves it out has the length of what it refers to.
     */
    int length() default 0;

    /**
     * Returns the number of digits of a {@code BigDecimal}. Left out the fraction is kept as it is: in a
     * {@code NUMERIC} without limit where there is one, in a {@code NUMERIC(65, 30)} on MySQL and MariaDB, in a double
     * on SQLite, where more than 15 digits are refused.
     */
    int precision() default 0;

    /**
     * Returns the number of digits after the decimal point of a {@code BigDecimal}; needs {@link #precision()}. The
     * database rounds more than these.
     */
    int scale() default 0;

    /** Returns whether each value may occur only once. */
    boolean unique() default false;

    /** Returns whether the column has an index of its own. */
    boolean index() default false;
}
