package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of an attribute whose row is inserted without the program having set it. It is one of
 *
 * <ul>
 * <li>a constant: {@code @Default("active")}, written in the form of its {@code toString()}: a number, {@code true},
 * the name of an enum constant, {@code 2024-12-31} for a date;
 * <li>the result of a static method without parameters, called once for each row:
 * {@code @Default(from = Instant.class, method = "now")}. Without {@code from}, the method belongs to the interface
 * that declares the attribute, or to the entity;
 * <li>the result of a {@code Supplier} class with a no-argument constructor: {@code @Default(from = NewToken.class)}. One
 * instance serves all rows, so it must be thread-safe;
 * <li>an SQL expression that the database evaluates in the INSERT: a method as above that returns an
 * {@code Expression}, as in {@code @Default(from = Sql.class, method = "localTimestamp")}, or SQL text that is written
 * verbatim: {@code @Default(sql = "CURRENT_DATE")}.
 * </ul>
 *
 * <p>The flush sets a value that is determined in Java before it checks required attributes. A value that the database
 * determines is read back by the INSERT if the database has {@code RETURNING}, otherwise on first access. An attribute
 * that was set keeps its value; setting a nullable attribute to null inserts NULL, while null in a non-null attribute
 * counts as not set, as does a primitive that was never assigned. INSERT statements of the program apply the default
 * too.
 *
 * <p>Unlike a {@link ServerDefault}, the default is not part of the table.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Default {

    /** Returns the constant; if empty and no other element is given, the empty string. */
    String value() default "";

    /** Returns the SQL expression, written verbatim; empty for none. */
    String sql() default "";

    /**
     * Returns the class that declares the method, or a {@code Supplier} class if no method is named. The default means
     * the interface that declares the attribute, or the entity.
     */
    Class<?> from() default void.class;

    /** Returns the name of the static method; empty for none. */
    String method() default "";
}
