package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of the entity check, and change if it likes, each value that is set to an attribute:
 *
 * {@snippet :
 * @Validates("email") String checkEmail(String email) {
 *     return email.toLowerCase(Locale.ROOT);
 * }
 * }
 *
 * <p>Loading does not call it. It must not be private.
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
