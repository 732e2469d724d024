package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column of an attribute. Without this annotation, the defaults below apply, which preserve as much as the types of
 * the database can hold: a {@code LocalTime}, {@code LocalDateTime}, {@code OffsetDateTime} or {@code Instant} has
 * microseconds on every database. For other column types, use {@link Type}.
 *
 * <p>A custom annotation can stand for a frequently used combination. It is annotated with that combination, which
 * applies unless the attribute itself has an annotation of the same type:
 *
 * {@snippet :
 * @Id
 * @Default(from = UUID.class, method = "randomUUID")
 * @Target(ElementType.METHOD)
 * @interface RandomKey {}
 * }
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Column {

    /** Returns the name of the column; if empty, the attribute's name in snake_case. */
    String name() default "";

    /** The length of unlimited text or bytes, which are stored in the database's type for them. */
    int UNLIMITED = Integer.MAX_VALUE;

    /**
     * The default length of a {@code String} that is not a foreign key: one that every database can index.
     */
    int DEFAULT_LENGTH = 255;

    /**
     * Returns the maximum length, of a {@code String} in characters and of a {@code byte[]} in bytes. The default is
     * {@link #DEFAULT_LENGTH} for a {@code String}, {@link #UNLIMITED} for a {@code byte[]}, and the length of the
     * referenced column for a foreign key.
     */
    int length() default 0;

    /**
     * Returns the number of digits of a {@code BigDecimal}. By default the fraction is kept unchanged: in a
     * {@code NUMERIC} without limit if the database has one, in a {@code NUMERIC(65, 30)} on MySQL and MariaDB, in a
     * double on SQLite, where more than 15 digits are refused.
     */
    int precision() default 0;

    /**
     * Returns the number of fraction digits of a {@code BigDecimal}; requires {@link #precision()}. The database rounds
     * additional digits.
     */
    int scale() default 0;

    /** Returns whether the column has a unique constraint. */
    boolean unique() default false;

    /** Returns whether the column has an index. */
    boolean index() default false;

    /**
     * Returns whether this is a system column that every table has, such as {@code xmin} on PostgreSQL, so that CREATE
     * TABLE omits it. Only a server version can be one: {@link Version#server()}.
     */
    boolean system() default false;
}
