package dev.rubedo.sql;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The lexical rules of a database for hand-written SQL, which determine where a {@code :name} is a parameter: not in
 * quoted parts and comments. Every database has {@code '...'}, {@code "..."}, {@code -- ...} and
 * {@code /* ... *}{@code /}; the traits list what else it has. Immutable.
 *
 * @param traits the syntax it has beyond the standard
 */
public record TextSyntax(Set<Trait> traits) {
    /** The syntax common to all databases. */
    public static final TextSyntax STANDARD = new TextSyntax(Set.of());

    /**
     * The rule sets that differ in what they quote. A name that is a parameter in at least one of them may be given a
     * value.
     */
    private static final List<TextSyntax> READINGS = List.of(STANDARD, of(Trait.NESTED_COMMENTS),
            of(Trait.BACKSLASH_ESCAPES, Trait.HASH_COMMENTS, Trait.SPACED_DASHES, Trait.BACKTICKS),
            of(Trait.ESCAPE_STRINGS, Trait.DOLLAR_QUOTES, Trait.NESTED_COMMENTS),
            of(Trait.BRACKETS, Trait.BACKTICKS), of(Trait.BRACKETS, Trait.NESTED_COMMENTS),
            of(Trait.ALTERNATIVE_QUOTES));

    /** Copies the traits. */
    public TextSyntax {
        traits = Set.copyOf(traits);
    }

    /**
     * Returns the standard syntax with additional traits.
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

    /** Syntax in which some databases deviate from the standard. Immutable. */
    public enum Trait {
        /** A backslash escapes a quote in a literal. */
        BACKSLASH_ESCAPES,
        /** A backslash escapes a quote in a literal that begins with {@code E'}. */
        ESCAPE_STRINGS,
        /** Text may be quoted by {@code $tag$} at both ends, with a possibly empty tag. */
        DOLLAR_QUOTES,
        /** Text may be quoted as {@code q'[...]'}, with any delimiter. */
        ALTERNATIVE_QUOTES,
        /** Names are quoted by backticks. */
        BACKTICKS,
        /** Names are quoted by square brackets. */
        BRACKETS,
        /** Comments nest. */
        NESTED_COMMENTS,
        /** A {@code #} starts a comment. */
        HASH_COMMENTS,
        /** Two dashes start a comment only before a space or the end of the line. */
        SPACED_DASHES,
        /** {@code /*!} starts SQL that only some versions of the server execute, not a comment. */
        VERSIONED_COMMENTS,
        /** The database has its own parameters, written {@code $name} or {@code @name}. */
        OWN_PARAMETERS
    }
}
