package blog;

/** A generic mixin. */
public interface HasCode<T> {

    T code();
}
