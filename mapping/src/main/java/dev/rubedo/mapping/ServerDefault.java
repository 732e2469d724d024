package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The SQL expression that the database uses when an INSERT gives no value, such as {@code "'anonymous'"} or
 * {@code "CURRENT_TIMESTAMP"}. An attribute that was never set is left out of the INSERT.
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
