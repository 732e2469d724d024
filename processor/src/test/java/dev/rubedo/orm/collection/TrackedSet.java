package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.HashSet;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class TrackedSet<T> extends HashSet<T> implements RelatedCollection {

    private static final long serialVersionUID = 1;

    public TrackedSet(ManagedEntity owner, int attribute) {}
}
