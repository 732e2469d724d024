package dev.rubedo.reflect;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An index as the database has it; those that only serve a primary key or unique constraint are left out. Immutable.
 *
 * @param name the name
 * @param terms its columns and expressions in order
 * @param isUnique whether it is unique
 * @param condition the SQL of the condition that its rows fulfil, empty for an index of all rows
 * @param included the names of the columns that it carries besides
 * @param method the method, such as {@code gin}; empty for that of the database
 * @param options what only this database knows, by {@code dialect.name} as in {@link
 *     dev.rubedo.schema.Index#options()}: lengths of prefixes, operator classes, {@code FULLTEXT}
 * @param unmodelled what else the database says of it and metadata cannot say, in its words; empty for nothing. Such an
 *     index is left out of metadata with a warning
 */
public record ReflectedIndex(String name, List<ReflectedIndexTerm> terms, boolean isUnique, String condition,
        List<String> included, String method, Map<String, String> options, String unmodelled) {

    /** Copies the collections. */
    public ReflectedIndex {
        terms = List.copyOf(terms);
        included = List.copyOf(included);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** Returns the names of its columns in order; an expression stands as the database writes it. */
    public List<String> columns() {
        return terms.stream().map(ReflectedIndexTerm::text).toList();
    }
}
