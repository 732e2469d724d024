package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the entities of a package, and of packages below it, in a generated class {@code Entities}, so that a model
 * need not name them: {@code Model.of(Entities.all())}.
 *
 * <p>It stands in {@code package-info.java}:
 *
 * {@snippet :
 * @EntityList(packages = {"shop.orders", "shop.people"})
 * package shop;
 * }
 *
 * <p>The list is written again whenever one of its entities is compiled. An entity whose class file is left over after
 * its source was deleted stays in the list until the output is cleaned, as it stays on the class path.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface EntityList {

    /** Returns the full names of the packages below this one whose entities belong to the list; its own always do. */
    String[] packages() default {};
}
