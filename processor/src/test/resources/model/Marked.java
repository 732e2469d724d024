package blog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** An annotation of some other library. */
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.TYPE_USE})
public @interface Marked {

    String value();
}
