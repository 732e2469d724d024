package dev.rubedo.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type with an annotation on the return type of its method. The annotation processor uses it to find out whether the
 * compiler exposes such annotations, of which {@code @Nullable} is one, on types from class files. Immutable.
 */
interface TypeAnnotationProbe {

    /** The annotation that the processor looks for. Immutable. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE_USE)
    @interface Mark {}

    /** Returns an arbitrary value; only the annotation matters. */
    @Mark
    String marked();
}
