package dev.rubedo.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The properties that a constraint of any kind can have besides its definition. Immutable.
 *
 * @param comment the comment; empty for none
 * @param options the options that only some databases have, by {@code dialect.name}
 * @param dialects the names of the dialects on which the constraint exists; empty for all
 */
public record ConstraintDetails(String comment, Map<String, String> options, List<String> dialects) {

    /** The name under which options for every dialect are stored. */
    static final String EVERYWHERE = "*";

    /** No details. */
    public static final ConstraintDetails NONE = new ConstraintDetails("", Map.of(), List.of());

    /** Checks the comment, copies the collections. */
    public ConstraintDetails {
        Objects.requireNonNull(comment, "comment");
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        dialects = List.copyOf(dialects);
    }

    ConstraintDetails withComment(String text) {
        return new ConstraintDetails(text, options, dialects);
    }

    ConstraintDetails withOption(String dialect, String name, String value) {
        var more = new TreeMap<>(options);
        more.put(dialect + "." + name, Objects.requireNonNull(value, "value"));
        return new ConstraintDetails(comment, more, dialects);
    }

    ConstraintDetails onlyOn(String... names) {
        return new ConstraintDetails(comment, options, List.of(names));
    }

    /**
     * Returns whether the constraint exists on a dialect.
     *
     * @param dialect the name of the dialect
     */
    public boolean isOn(String dialect) {
        return dialects.isEmpty() || dialects.contains(dialect);
    }

    /** Returns whether a unique constraint treats NULLs as equal, on every dialect that supports this. */
    public boolean hasEqualNulls() {
        return option(EVERYWHERE, "nulls_not_distinct").equals("true");
    }

    /**
     * Returns an option of a dialect; empty if it is not set.
     *
     * @param dialect the name of the dialect
     * @param name the name of the option
     */
    public String option(String dialect, String name) {
        return options.getOrDefault(dialect + "." + name, "");
    }

    /** Returns the text of a constraint with these details, for people. */
    String text(String name, String definition) {
        return (name.isEmpty() ? "" : "CONSTRAINT " + name + " ") + definition
                + (dialects.isEmpty() ? "" : " on " + String.join(", ", dialects));
    }
}
