package planted.cycle.left;

import planted.cycle.right.Right;

/** Half of a cycle. */
public class Left {
    public Right right() {
        return new Right();
    }
}
