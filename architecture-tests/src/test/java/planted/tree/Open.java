package planted.tree;

/** A node that anyone may extend. */
public class Open {
    int value() {
        return 1;
    }
}
