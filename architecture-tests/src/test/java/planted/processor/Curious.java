package planted.processor;

import planted.orm.Thing;

/** A processor that loads a runtime type. */
public class Curious {
    Class<?> loaded() {
        return Thing.class;
    }
}
