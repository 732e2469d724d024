package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Something that can be asked of an object in Java and of a row in SQL: two methods of one name, of which the static
 * one takes the query model and says it in SQL. It becomes a method of the query model, as in {@code USER.label()}:
 *
 * {@snippet :
 * @Hybrid public String label() {
 *     return name() + " <" + email() + ">";
 * }
 *
 * @Hybrid static Expression<String> label(User_ user) {
 *     return user.name.concat(" <").concat(user.email).concat(">");
 * }
 * }
 *
 * <p>Parameters after the query model are parameters of both. Neither method may be private.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Hybrid {}
