package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The SQL expression that the database uses when an INSERT gives no value, such as {@code "'anonymous'"} or
 * {@code "CURRENT_TIMESTAMP"}. An attribute that was never set is left out of the INSERT, a primitive one too; its
 * value is read back by the INSERT where the database has {@code RETURNING}, and at first access elsewhere. Before the
 * INSERT a primitive reads as Java's 0 or false. Setting a nullable attribute to null inserts NULL; null in an
 * attribute that is never null counts as not set.
 *
 * <p>A primitive without a server default that was never set is inserted as Java has it: 0 or false.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ServerDefault {

    /** Returns the SQL of the default, as it stands behind {@code DEFAULT}. */
    String value();
}
