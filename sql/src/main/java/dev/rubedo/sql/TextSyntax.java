package dev.rubedo.sql;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a database reads SQL written by hand, as far as it decides which {@code :names} are parameters: what is quoted
 * and what is a comment holds none. Every database has {@code '...'}, {@code "..."}, {@code -- ...} and
 * {@code /* ... *}{@code /}; the traits say what else it has. Immutable.
 *
 * @param traits what the database has beyond the standard
 */
public record TextSyntax(Set<Trait> traits) {
    /** What every database reads alike. */
    public static final TextSyntax STANDARD = new TextSyntax(Set.of());

    /** Readings that differ in what they quote; a name that is a parameter in one of them may be given a value. */
    private static final List<TextSyntax> READINGS = List.of(STANDARD, of(Trait.NESTED_COMMENTS),
            of(Trait.BACKSLASH_ESCAPES, Trait.HASH_COMMENTS, Trait.SPACED_DASHES, Trait.BACKTICKS),
            of(Trait.ESCAPE_STRINGS, Trait.DOLLAR_QUOTES, Trait.NESTED_COMMENTS),
            of(Trait.BRACKETS, Trait.BACKTICKS), of(Trait.ALTERNATIVE_QUOTES));

    /** Copies the traits. */
    public TextSyntax {
        traits = Set.copyOf(traits);
    }

    /**
     * Returns the standard with traits.
     *
     * @param first a trait
     * @param more other traits
     */
    public static TextSyntax of(Trait first, Trait... more) {
        return new TextSyntax(EnumSet.of(first, more));
    }

    static List<TextSyntax> readings() {
        return READINGS;
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** What some databases read otherwise than the standard. Immutable. */
    public enum Trait {
        /** A backslash before a quote keeps a literal open. */
        BACKSLASH_ESCAPES,
        /** A backslash before a quote keeps a literal open that begins with {@code E'}. */
        ESCAPE_STRINGS,
        /** Text stands between two {@code $tag$}, whose tag may be empty. */
        DOLLAR_QUOTES,
        /** Text stands in {@code q'[...]'}, with any delimiter. */
        ALTERNATIVE_QUOTES,
        /** Names stand in backticks. */
        BACKTICKS,
        /** Names stand in square brackets. */
        BRACKETS,
        /** A comment may hold comments. */
        NESTED_COMMENTS,
        /** A comment begins with {@code #}. */
        HASH_COMMENTS,
        /** Two dashes begin a comment only with a space or the end of the line after them. */
        SPACED_DASHES,
        /** {@code /*!} begins no comment but SQL that only some versions of the server execute. */
        VERSIONED_COMMENTS,
        /** The database has parameters of its own, written {@code $name} or {@code @name}. */
        OWN_PARAMETERS
    }
}
