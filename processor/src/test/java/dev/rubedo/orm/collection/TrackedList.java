package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayList;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class TrackedList<T> extends ArrayList<T> implements RelatedCollection {

    private static final long serialVersionUID = 1;

    public TrackedList(ManagedEntity owner, int attribute) {}
}
