package planted.migrate;

import planted.orm.Thing;

/** A migration that uses the object half. */
public class Upgrade {
    Thing thing() {
        return new Thing();
    }
}
