package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates a query model for a mixin, an interface whose attributes several entities share. For an interface
 * {@code SoftDeletable} it is the class {@code SoftDeletable_}, and {@code SoftDeletable_.of(USER)} returns the
 * attributes of the mixin as attributes of {@code USER}.
 *
 * <p>With a query model, a mixin can declare formulas and hybrids for all its entities:
 *
 * {@snippet :
 * @Mixin
 * interface SoftDeletable {
 *     @Nullable Instant deletedAt();
 *
 *     @Formula static Expression<Boolean> deleted(SoftDeletable_ row) {
 *         return row.deletedAt.isNotNull();
 *     }
 * }
 * }
 *
 * <p>{@link Index}, {@link Unique} and {@link Check} on a mixin apply to the table of each entity; {@code {table}} in a
 * name is replaced by the name of the table. An interface that only declares attributes and constraints needs no
 * annotation to be a mixin.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Mixin {}
