package dev.rubedo.orm.metamodel;

import java.util.List;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public abstract class EmbeddedColumns<R> {

    protected abstract List<Attribute<?, ?>> $parts();

    protected abstract Object[] $split(R record);

    protected abstract R $join(Object[] values);

    protected final <T> T $value(Object[] values, int component) {
        return null;
    }

    protected final <T> T $required(Object[] values, int component) {
        return null;
    }
}
