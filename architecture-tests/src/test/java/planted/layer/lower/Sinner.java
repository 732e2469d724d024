package planted.layer.lower;

import planted.layer.upper.Roof;

/** Uses what stands above it. */
public class Sinner {
    Roof roof() {
        return new Roof();
    }
}
