package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a class to a table.
 *
 * <p>The class extends its generated base and declares its attributes in a nested interface named {@code Mapped}:
 *
 * {@snippet :
 * @Entity(table = "users")
 * public final class User extends UserBase {
 *     interface Mapped {
 *         @Id Long id();
 *         @Column(length = 50) String name();
 *     }
 * }
 * }
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Entity {

    /** Returns the name of the table; if empty, the class's name in snake_case. */
    String table() default "";

    /** Returns the schema of the table; if empty, the default schema of the connection. */
    String schema() default "";
}
