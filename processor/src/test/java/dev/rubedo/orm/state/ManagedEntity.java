package dev.rubedo.orm.state;

import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public abstract class ManagedEntity {

    protected transient long $unloaded;
    protected transient long $changed;
    protected transient boolean $tracked;

    protected final void $replace(int attribute, Object content) {}

    protected abstract EntityDefinition<?> $definition();

    protected abstract Object $get(int attribute);

    protected abstract void $put(int attribute, Object value);

    protected abstract RelatedCollection $collection(int attribute);

    protected abstract void $read(RowReader in, int at);

    protected void $read(long key, RowReader in, int at) {
        $read(in, at);
    }

    protected abstract void $read(int attribute, RowReader in, int at);

    protected abstract void $bind(int attribute, ParameterWriter out);

    protected final boolean $isUnloaded(int attribute) {
        return false;
    }

    protected final void $load(int attribute) {}

    protected final <T> T $required(int attribute, T value) {
        return value;
    }

    protected final void $write(int attribute, Object before, Object value) {}

    protected final boolean $isListened() {
        return false;
    }

    protected final <T> T $listened(int attribute, T value) {
        return value;
    }

    protected final void $assign(int attribute, ManagedEntity value) {}

    protected final Object $discriminator() {
        return null;
    }

    protected final String $describe() {
        return "";
    }

    protected Object $validate(int attribute, Object item, boolean isRemoved, boolean isFromOtherSide) {
        return item;
    }

    protected final void $watch(int attribute, Object value) {}
}
