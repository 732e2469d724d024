package dev.rubedo.mapping;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of collections that hold the related objects of a to-many relationship. The annotation processor, generated
 * code and the runtime identify collections only by their kind: a new kind requires a constant here and the class that
 * {@link #tracked()} names. Immutable.
 */
public enum CollectionKind {

    /** A {@code java.util.List}, in the order in which the rows were read. */
    LIST("java.util.List", "TrackedList", true),

    /** A {@code java.util.Set}, in which an object occurs once. */
    SET("java.util.Set", "TrackedSet", false),

    /** A {@code java.util.SortedSet}, in the natural order of the objects. */
    SORTED_SET("java.util.SortedSet", "TrackedSortedSet", false),

    /** A {@code java.util.Map}, whose keys are an attribute or the result of a method of the objects. */
    MAP("java.util.Map", "TrackedMap", true),

    /** A collection that is never loaded as a whole and can only be modified. */
    WRITE_ONLY("dev.rubedo.orm.collection.WriteOnly", "WriteOnly", true),

    /** A collection that is never loaded as a whole, and is queried each time it is read. */
    DYNAMIC("dev.rubedo.orm.collection.Dynamic", "Dynamic", true);

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

    /** Returns whether the content is never loaded as a whole, but queried by statements. */
    public boolean isQueried() {
        return this == WRITE_ONLY || this == DYNAMIC;
    }

    /** Returns whether the order of the content is that of the query, so that {@code orderBy} has an effect. */
    public boolean isOrdered() {
        return ordered;
    }
}
