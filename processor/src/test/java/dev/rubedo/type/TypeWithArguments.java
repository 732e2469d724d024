package dev.rubedo.type;

import java.lang.reflect.Type;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class TypeWithArguments implements Type {

    public static TypeWithArguments of(Class<?> type, Type... arguments) {
        return new TypeWithArguments();
    }
}
