package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps an attribute with a type of one's own: a class that implements {@code dev.rubedo.type.CustomType} for the attribute's type
 * and has a constructor without parameters.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Type {

    /** Returns the class of the custom type. */
    Class<?> value();
}
