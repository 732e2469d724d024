package dev.rubedo.engine;

import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.SchemaMarks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The replacement of schemas in the metadata by schemas in the database. Immutable.
 *
 * @param schemas the schemas in the database by the schemas in the metadata; an empty name is the default schema
 */
record SchemaTranslation(Map<String, String> schemas) {

    SchemaTranslation {
        schemas = Map.copyOf(schemas);
        schemas.forEach((from, to) -> {
            check(from);
            check(to);
        });
    }

    /** A quoted schema also appears inside string literals, such as the name of a sequence on PostgreSQL. */
    private static void check(String schema) {
        if (schema.indexOf('\'') >= 0 || schema.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("schemaTranslate(...): the schema \"" + schema.replace("\0", "\\0")
                    + "\" contains an apostrophe or a NUL character. Pass the plain name of a schema.");
        }
    }

    /** Returns this translation with one more schema; it replaces an earlier one of the same name. */
    SchemaTranslation with(String from, String to) {
        var changed = new LinkedHashMap<>(schemas);
        changed.put(Objects.requireNonNull(from, "from"), Objects.requireNonNull(to, "to"));
        return new SchemaTranslation(changed);
    }

    /** Returns the schema of the database for one of the metadata. */
    String of(String schema) {
        return schemas.getOrDefault(schema, schema);
    }

    /** Returns SQL with the marks replaced by schemas. */
    String write(String sql, IdentifierQuoter quoter) {
        return SchemaMarks.replace(sql, schema -> {
            var actual = of(schema);
            return actual.isEmpty() ? "" : quoter.quote(actual) + '.';
        });
    }
}
