package dev.rubedo.compile;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Writes identifiers so that a database reads them as they were declared.
 *
 * <p>A name is written bare if that is safe, and quoted otherwise. It is quoted if it is a reserved word, contains an
 * upper-case letter, begins with a digit or {@code $}, or contains anything but letters, digits, {@code _} and
 * {@code $}. All-lower-case names are therefore case-insensitive, as in SQLAlchemy.
 *
 * <p>Immutable.
 */
public final class IdentifierQuoter {

    private final char open;
    private final char close;
    private final Set<String> reservedWords;
    private final String first;

    /**
     * Creates a quoter.
     *
     * @param open the character that opens a quoted name
     * @param close the character that closes it; doubled inside the name
     * @param reservedWords the reserved words, in lower case
     */
    public IdentifierQuoter(char open, char close, Set<String> reservedWords) {
        this(open, close, reservedWords, "");
    }

    /**
     * Creates a quoter for a database that allows fewer characters at the beginning of a bare name.
     *
     * @param open the character that opens a quoted name
     * @param close the character that closes it; doubled inside the name
     * @param reservedWords the reserved words, in lower case
     * @param first characters that a bare name may not begin with, besides digits and {@code $}
     */
    public IdentifierQuoter(char open, char close, Set<String> reservedWords, String first) {
        this.open = open;
        this.close = close;
        this.reservedWords = Set.copyOf(reservedWords);
        this.first = first;
    }

    /**
     * Returns the name, quoted if necessary.
     *
     * @throws IllegalArgumentException if the name is empty or contains a NUL character
     */
    public String quote(String name) {
        return requiresQuotes(name) ? quoteAlways(name) : name;
    }

    /**
     * Returns the name in quotes, even if it does not need them.
     *
     * @throws IllegalArgumentException if the name is empty or contains a NUL character
     */
    public String quoteAlways(String name) {
        check(name);
        var text = new StringBuilder(name.length() + 2).append(open);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == close) {
                text.append(close);
            }
            text.append(c);
        }
        return text.append(close).toString();
    }

    /**
     * Returns whether the name must be quoted.
     *
     * @throws IllegalArgumentException if the name is empty or contains a NUL character
     */
    public boolean requiresQuotes(String name) {
        check(name);
        char first = name.charAt(0);
        if (first == '$' || isDigit(first) || this.first.indexOf(first) >= 0) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!((c >= 'a' && c <= 'z') || isDigit(c) || c == '_' || c == '$')) {
                return true;
            }
        }
        return isReserved(name);
    }

    /** Returns whether the name is a reserved word, ignoring case. */
    public boolean isReserved(String name) {
        return reservedWords.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void check(String name) {
        Objects.requireNonNull(name, "name");
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "An identifier cannot be empty. Give the table, column or label a name.");
        }
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "The identifier \"" + name.replace("\0", "\\0") + "\" holds a NUL character. Remove it.");
        }
    }
}
