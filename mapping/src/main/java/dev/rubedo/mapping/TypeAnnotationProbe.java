package dev.rubedo.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type with an annotation on the type of its method. The annotation processor looks at it to find out whether the
 * compiler shows such annotations, of which {@code @Nullable} is one, where they come from class files. Immutable.
 */
interface TypeAnnotationProbe {

    /** What the processor looks for. Immutable. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE_USE)
    @interface Mark {}

    /** Returns nothing of interest. */
    @Mark
    String marked();
}
