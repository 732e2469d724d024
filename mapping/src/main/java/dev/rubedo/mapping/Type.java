package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps an attribute with a user-defined or database-specific type: a class that implements
 * {@code dev.rubedo.type.CustomType} or {@code DialectType} for the attribute's type and has a no-argument constructor,
 * or a constant that holds a type:
 * {@snippet :
 * @Type(value = PostgresTypes.class, constant = "INET")
 * Inet address();
 * }
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Type {

    /** Returns the class of the type, or the class that declares the constant. */
    Class<?> value();

    /** Returns the name of the static final field that holds the type; empty if the class is the type itself. */
    String constant() default "";
}
