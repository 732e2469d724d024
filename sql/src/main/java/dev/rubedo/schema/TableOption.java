package dev.rubedo.schema;

import java.util.Objects;

/**
 * An option of a table. Immutable.
 *
 * @param kind the kind of option
 * @param dialect the dialect that the option belongs to, or empty
 * @param name the name of a dialect's option, or empty
 * @param value its value
 */
public record TableOption(Kind kind, String dialect, String name, String value) implements TableItem {

    /** Checks the components. */
    public TableOption {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
    }

    /**
     * Puts a table into a named schema.
     *
     * @param name the schema
     */
    public static TableOption schema(String name) {
        return new TableOption(Kind.SCHEMA, "", "", name);
    }

    /**
     * Sets the comment of a table.
     *
     * @param text the comment
     */
    public static TableOption comment(String text) {
        return new TableOption(Kind.COMMENT, "", "", text);
    }

    /**
     * Inserts a keyword between {@code CREATE} and {@code TABLE}, such as {@code TEMPORARY}.
     *
     * @param word the keyword, written verbatim
     */
    public static TableOption prefix(String word) {
        return new TableOption(Kind.PREFIX, "", "", word);
    }

    /**
     * Sets an option of one dialect.
     *
     * @param dialect the name of the dialect
     * @param name the name of the option
     * @param value its value
     */
    public static TableOption of(String dialect, String name, String value) {
        return new TableOption(Kind.DIALECT, dialect, name, value);
    }

    /** A kind of option. Immutable. */
    public enum Kind {
        /** The schema. */
        SCHEMA,
        /** The comment. */
        COMMENT,
        /** A keyword before {@code TABLE}. */
        PREFIX,
        /** An option of a dialect. */
        DIALECT
    }
}
