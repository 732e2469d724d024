package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of the entity check, and optionally change, each value that is set on an attribute:
 *
 * {@snippet :
 * @Validates("email") String checkEmail(String email) {
 *     return email.toLowerCase(Locale.ROOT);
 * }
 * }
 *
 * <p>It is not called for loaded values. It must not be private.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Validates {

    /** Returns the attributes whose values the method checks. */
    String[] value();
}
