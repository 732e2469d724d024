package dev.rubedo.reflect;

import java.util.List;

/**
 * The type of a column as the catalog names it. Immutable.
 *
 * @param text the full name, as declared in DDL: {@code decimal(10,2) unsigned}
 * @param name the name of a user-defined type without its schema; empty for a built-in type
 * @param schema the schema of a user-defined type; empty if its name alone identifies it
 * @param labels the labels of an enumeration; otherwise empty
 * @param base the base type of a domain; otherwise empty
 */
public record ReflectedTypeName(String text, String name, String schema, List<String> labels, String base) {

    /** Copies the labels. */
    public ReflectedTypeName {
        labels = List.copyOf(labels);
    }

    /** Returns the name of a built-in type. */
    public static ReflectedTypeName of(String text) {
        return new ReflectedTypeName(text, "", "", List.of(), "");
    }
}
