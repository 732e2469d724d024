package dev.rubedo.mapping;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of collections that hold the related objects of a to-many relationship. The annotation processor, generated
 * code and the runtime know collections only by their kind: a new kind is a constant here and the class that
 * {@link #tracked()} names. Immutable.
 */
public enum CollectionKind {

    /** A {@code java.util.List}, in the order in which the rows were read. */
    LIST("java.util.List", "TrackedList", true),

    /** A {@code java.util.Set}, in which an object occurs once. */
    SET("java.util.Set", "TrackedSet", false);

    private final String declared;
    private final String tracked;
    private final boolean ordered;

    CollectionKind(String declared, String tracked, boolean ordered) {
        this.declared = declared;
        this.tracked = "dev.rubedo.orm.collection." + tracked;
        this.ordered = ordered;
    }

    /** Returns the kind of an attribute that is declared with this class, given by its canonical name, or null. */
    public static @Nullable CollectionKind ofDeclared(String className) {
        Objects.requireNonNull(className, "className");
        return Stream.of(values()).filter(kind -> kind.declared.equals(className)).findFirst().orElse(null);
    }

    /** Returns the canonical name of the class that an entity declares for the attribute. */
    public String declared() {
        return declared;
    }

    /**
     * Returns the canonical name of the class that holds the content and tracks its changes. Its constructor takes the
     * owner and the index of the attribute.
     */
    public String tracked() {
        return tracked;
    }

    /** Tells whether the order of the content is that of the query, so that {@code orderBy} has an effect. */
    public boolean isOrdered() {
        return ordered;
    }
}
