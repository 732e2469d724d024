package planted.tree;

/** An interface that anyone may implement. */
public interface Anything {
    int value();
}
