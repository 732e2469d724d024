package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A query to which an entity is mapped instead of a table. The static method of the entity returns it. Its columns are
 * matched with those of the attributes by name:
 *
 * {@snippet :
 * @Entity
 * public final class Turnover extends TurnoverBase {
 *     interface Mapped { @Id Long customerId(); BigDecimal total(); }
 *
 *     @FromQuery static Selectable<?> query() {
 *         return select(ORDER.customerId.as("customer_id"), sum(ORDER.amount).as("total")).groupBy(ORDER.customerId);
 *     }
 * }
 * }
 *
 * <p>Statements read the query as a subquery. It may refer to entities of the same model, whose criteria apply. The
 * objects are read-only: attributes have no setters, and a session refuses to add, change or delete them. Loaded
 * objects do not change when the underlying rows change; {@code refresh} reads them again. The method is called once,
 * when a model is created. It must not be private.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface FromQuery {}
