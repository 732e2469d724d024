package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores an attribute as a JSON document: a record, a {@code Map<String, Object>}, a {@code List<Tag>}, or any other type
 * that the program's JSON library (Jackson 3) reads and writes. The column has the database's JSON type, {@code JSONB}
 * on PostgreSQL; a database without one stores text.
 *
 * {@snippet :
 * @Json
 * Preferences preferences();
 *
 * @Json
 * Map<String, List<Integer>> scores();
 * }
 *
 * <p>Changes to a list, set or map that was read from the attribute are detected at any depth when the session flushes.
 * Changes inside other objects are not: set the attribute again, which counts as a change even with the same object.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Json {

    /**
     * Returns whether the database preserves the document text, including the order of its keys: {@code JSON} on
     * PostgreSQL, whose values cannot be compared.
     */
    boolean keepsText() default false;
}
