package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The query whose rows are the objects of an entity, instead of those of a table. The static method of the entity
 * returns it. Its columns are found by the names of the attributes' columns:
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
 * <p>Statements read the query as a subquery. It may name entities of the same model, and criteria apply to them. The
 * objects are only read: attributes have no setters, and a session refuses to add, change or delete them. Objects that
 * are loaded do not notice that the rows below the query change; {@code refresh} reads them again. The method is called
 * once, when a model is created. It must not be private.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface FromQuery {}
