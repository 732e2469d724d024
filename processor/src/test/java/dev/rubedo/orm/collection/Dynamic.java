package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;

/** A stand-in for the runtime's type, with the signatures that generated code uses. */
public final class Dynamic<T> implements RelatedCollection {

    public Dynamic(ManagedEntity owner, int attribute) {}
}
