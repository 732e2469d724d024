package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A condition that applies to an entity wherever it is read: in queries, joins and EXISTS, by its key, as a related
 * object, and in UPDATE and DELETE statements. The static method of the entity, or of a mixin with a query model, takes
 * the query model and returns the condition:
 *
 * {@snippet :
 * @Criteria static Condition visible(User_ user) {
 *     return user.deletedAt.isNull();
 * }
 * }
 *
 * <p>The method is called once. The condition applies to subclasses too, and a statement disables it with
 * {@code withoutCriteria(USER)}. A flush does not apply it. The method must not be private.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Criteria {}
