package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a {@code List} of column values as an array, on databases that have arrays (PostgreSQL and H2):
 * {@code @ArrayOf List<String> tags()}. For other databases use {@link Json}.
 *
 * <p>{@link Column#length()}, {@link Column#precision()} and {@link Column#scale()} apply to the elements. A
 * {@code String} element has no maximum length by default. Changes to a list that was read from the attribute are
 * detected when the session flushes.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ArrayOf {}
