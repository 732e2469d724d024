package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A read-only attribute that the database computes. The static method of the entity takes the query model and returns
 * an SQL expression, which is selected together with the columns:
 *
 * {@snippet :
 * @Formula static Expression<Long> addressCount(User_ user) {
 *     return select(count(ADDRESS.id)).where(ADDRESS.userId.eq(user.id)).scalar();
 * }
 * }
 *
 * <p>The attribute has the name of the method, a getter in objects and a field in the query model, so that it can be
 * used in conditions and orderings: {@code USER.addressCount.gt(5L)}. It has no value in new objects, and is loaded
 * again after the object has been saved. The method must not be private. A formula may contain subqueries of other
 * entities, but no paths through relationships.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Formula {}
