package dev.rubedo.orm.metamodel;

import dev.rubedo.type.SqlType;
import java.lang.reflect.Type;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class AttributeTypes {

    public static SqlType<Object> json(Type type) {
        return new SqlType<>() {};
    }

    public static SqlType<Object> jsonText(Type type) {
        return new SqlType<>() {};
    }
}
