package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value that is assigned to an attribute whenever its row is updated and the program did not change the attribute,
 * such as the time of the last change: {@code @OnUpdate(from = Instant.class, method = "now")}. The value is specified
 * as in {@link Default}. An INSERT does not set it.
 *
 * <p>A value that is determined in Java is assigned during the flush. After an UPDATE whose value the database
 * determined, the attribute is loaded on first access. UPDATE statements of the program assign the value too.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface OnUpdate {

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
