package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An attribute of related objects, exposed as an attribute of this entity. It has no column and no state of its own:
 *
 * {@snippet :
 * @Relationship(backPopulates = "article", cascade = Cascade.ALL_DELETE_ORPHAN)
 * List<Tagging> taggings();
 *
 * @AssociationProxy(of = "taggings", value = "tag")
 * List<Tag> tags();
 * }
 *
 * <p>The accessor returns a live view of the relationship's collection, of the same kind. Adding a value creates the
 * object that holds it. For a to-one relationship, the getter returns the attribute of the related object, or null if
 * there is none, and the setter sets it. The query model has a method with the same name, as in
 * {@code ARTICLE.tags().contains(tag)}.
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AssociationProxy {

    /** Returns the name of the relationship. */
    String of();

    /** Returns the name of the attribute of the related entity: a column or a to-one relationship. */
    String value();

    /**
     * Returns the name of a static method, of this or of the related entity, that takes a value and returns a new
     * related object. By default it is the constructor of the related entity that takes the value, if there is one;
     * otherwise values cannot be added.
     */
    String creator() default "";
}
