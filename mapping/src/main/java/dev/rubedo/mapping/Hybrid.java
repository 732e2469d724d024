package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A property that is computed in Java for objects and in SQL for rows: two methods with the same name, of which the
 * static one takes the query model and returns the SQL expression. It becomes a method of the query model, as in
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
 * <p>The parameters of the static method after the query model must be those of the other method. Neither method may be
 * private. If the static method returns an {@code Expression} or a {@code Condition} and has no other parameters, the
 * expression is labeled with the name of the property in a select list.
 *
 * <p>A static method that returns {@code Values} defines which attributes a statement sets when it sets the property.
 * It takes the query model and either a value or an {@code Expression}; there may be one method of each kind. Its
 * counterpart in Java is an ordinary setter:
 *
 * {@snippet :
 * public void label(String value) {
 *     name(value);
 * }
 *
 * @Hybrid static Values label(User_ user, String value) {
 *     return values().set(user.name, value);
 * }
 * }
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Hybrid {}
