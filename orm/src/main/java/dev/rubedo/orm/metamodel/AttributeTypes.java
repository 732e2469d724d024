package dev.rubedo.orm.metamodel;

import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.lang.reflect.Type;
import java.util.Set;

/** The column types of attributes that {@link Types} does not have, for generated code. Stateless and thread-safe. */
public final class AttributeTypes {

    private static final String POSTGRESQL = "postgresql";

    private AttributeTypes() {}

    /**
     * Returns the type of a JSON document, which on PostgreSQL is {@code jsonb}: it can be compared and indexed.
     *
     * @param type the type that a document is read as, with type arguments
     */
    public static SqlType<Object> json(Type type) {
        SqlType<Object> json = Types.json(type);
        return json.on(POSTGRESQL, new RenamedType<>(Set.of(POSTGRESQL), "JSONB", json, "?::JSONB"));
    }

    /**
     * Returns the type of a JSON document whose text the database preserves, on PostgreSQL {@code json}.
     *
     * @param type the type that a document is read as, with type arguments
     */
    public static SqlType<Object> jsonText(Type type) {
        return Types.json(type);
    }
}
