package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates a class {@code Entities} that lists the entities of a package, and of packages below it, so that a model
 * need not name them: {@code Model.of(Entities.all())}.
 *
 * <p>The annotation belongs in {@code package-info.java}:
 *
 * {@snippet :
 * @EntityList(packages = {"shop.orders", "shop.people"})
 * package shop;
 * }
 *
 * <p>The list is regenerated whenever one of its entities is compiled. An entity whose class file is left over after
 * its source was deleted stays in the list until the output is cleaned, just as it stays on the class path.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface EntityList {

    /**
     * Returns the full names of further packages below this one whose entities are listed. Those of this package always
     * are.
     */
    String[] packages() default {};
}
