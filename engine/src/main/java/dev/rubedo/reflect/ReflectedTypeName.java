package dev.rubedo.reflect;

import java.util.List;

/**
 * The type of a column in the words of the catalog. Immutable.
 *
 * @param text the whole name, as a column declares it: {@code decimal(10,2) unsigned}
 * @param name the name of a named type without its schema, empty for a type of the server
 * @param schema the schema of a named type, empty if its name alone finds it
 * @param labels the labels of an enumeration, else empty
 * @param base the type below a domain, else empty
 */
public record ReflectedTypeName(String text, String name, String schema, List<String> labels, String base) {

    /** Copies the labels. */
    public ReflectedTypeName {
        labels = List.copyOf(labels);
    }

    /** Returns the name of a type of the server. */
    public static ReflectedTypeName of(String text) {
        return new ReflectedTypeName(text, "", "", List.of(), "");
    }
}
