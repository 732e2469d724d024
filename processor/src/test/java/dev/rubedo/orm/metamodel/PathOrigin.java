package dev.rubedo.orm.metamodel;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class PathOrigin {

    public static PathOrigin root() {
        return new PathOrigin();
    }

    public static PathOrigin alias(String name) {
        return new PathOrigin();
    }

    public static PathOrigin through(ToOne<?, ?> relationship) {
        return new PathOrigin();
    }
}
