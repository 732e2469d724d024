package dev.rubedo.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The databases on which the {@link DatabaseTest}s of a class run, by name. A test may restrict them further but not
 * add to them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(DatabaseTestExtension.class)
@Documented
public @interface Databases {

    /** The names. */
    String[] value();
}
