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
 * <p>For a collection the method takes an element and returns nothing. It is called before the element is added, and
 * rejects it with an exception:
 *
 * {@snippet :
 * @Validates("addresses") void checkAddress(Address address) {
 *     if (address.email() == null) {
 *         throw new IllegalArgumentException("an address needs an e-mail address");
 *     }
 * }
 * }
 *
 * <p>A change on one side of a relationship is validated on the other side too, before anything is changed. There, the
 * method of a to-one attribute must return the given object.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Validates {

    /** Returns the attributes whose values the method checks. */
    String[] value();

    /**
     * Returns whether the method is also called before an element is removed from a collection. It then takes a second
     * parameter, a {@code boolean} that is true if the element is removed.
     */
    boolean removes() default false;

    /** Returns whether the method is also called for changes that come from the other side of a relationship. */
    boolean backrefs() default true;
}
