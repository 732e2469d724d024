package planted.tree;

/** A node that changes. */
public final class Counter {
    private int count;

    int next() {
        return ++count;
    }
}
