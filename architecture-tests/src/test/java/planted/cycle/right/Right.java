package planted.cycle.right;

import planted.cycle.left.Left;

/** The other half of a cycle. */
public class Right {
    public Left left() {
        return new Left();
    }
}
