package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A computed property for objects in Java and rows in SQL: two methods with the same name, of which the static one
 * takes the query model and returns the SQL expression. It becomes a method of the query model, as in
 * {@code USER.label()}:
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
 * <p>Both methods have the parameters after the query model in common. Neither method may be private.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Hybrid {}
