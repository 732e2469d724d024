package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.TreeSet;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class TrackedSortedSet<T> extends TreeSet<T> implements RelatedCollection {

    private static final long serialVersionUID = 1;

    public TrackedSortedSet(ManagedEntity owner, int attribute) {}
}
