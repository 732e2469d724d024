package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.HashMap;

/** A stand-in for the runtime's type, with the signatures that generated code uses. */
public final class TrackedMap<K, T> extends HashMap<K, T> implements RelatedCollection {

    private static final long serialVersionUID = 1;

    public TrackedMap(ManagedEntity owner, int attribute) {}
}
