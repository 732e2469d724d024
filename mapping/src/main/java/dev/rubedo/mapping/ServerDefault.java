package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The SQL expression that the database uses when an INSERT gives no value, such as {@code "'anonymous'"} or
 * {@code "CURRENT_TIMESTAMP"}. An attribute that was never set, even a primitive one, is omitted from the INSERT. Its
 * value is read back by the INSERT if the database has {@code RETURNING}, otherwise on first access. Before the INSERT
 * a primitive reads as Java's 0 or false. Setting a nullable attribute to null inserts NULL; null in a non-null
 * attribute counts as not set.
 *
 * <p>A primitive without a server default that was never set is inserted with its Java default: 0 or false.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ServerDefault {

    /** Returns the SQL of the default, as written after {@code DEFAULT}. */
    String value();
}
