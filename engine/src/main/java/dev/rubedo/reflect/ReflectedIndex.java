package dev.rubedo.reflect;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An index as read from the database. Indexes that only implement a primary key or unique constraint are omitted.
 * Immutable.
 *
 * @param name the name
 * @param terms its columns and expressions in order
 * @param isUnique whether it is unique
 * @param condition the SQL of the condition of a partial index; empty for an index of all rows
 * @param included the names of the additional columns that are not part of the key
 * @param method the access method, such as {@code gin}; empty for the database's default
 * @param options database-specific options, by {@code dialect.name} as in {@link dev.rubedo.schema.Index#options()}:
 *     prefix lengths, operator classes, {@code FULLTEXT}
 * @param unmodelled further properties that metadata cannot represent, as the database describes them; empty for none.
 *     An index with such properties is omitted from metadata, with a warning
 */
public record ReflectedIndex(String name, List<ReflectedIndexTerm> terms, boolean isUnique, String condition,
        List<String> included, String method, Map<String, String> options, String unmodelled) {

    /** Copies the collections. */
    public ReflectedIndex {
        terms = List.copyOf(terms);
        included = List.copyOf(included);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** Returns the names of its columns in order; an expression appears as the database writes it. */
    public List<String> columns() {
        return terms.stream().map(ReflectedIndexTerm::text).toList();
    }
}
