package dev.rubedo.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A writer of identifiers, which quotes them so that a database reads them as they were declared.
 *
 * <p>A name is written bare if that is safe, and quoted otherwise. It is quoted if it is a reserved word, contains an
 * upper-case letter, begins with a digit or {@code $}, or contains anything but letters, digits, {@code _} and
 * {@code $}. All-lower-case names are therefore case-insensitive, as in SQLAlchemy. {@link #quoting} and
 * {@link #leavingBare} override this for individual names.
 *
 * <p>Immutable.
 */
public final class IdentifierQuoter {

    private final char open;
    private final char close;
    private final Set<String> reservedWords;
    private final String first;
    private final Set<String> quoted;
    private final Set<String> bare;
    private final boolean hasParts;

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
     * Creates a quoter for a database that allows fewer characters at the beginning of an unquoted name.
     *
     * @param open the character that opens a quoted name
     * @param close the character that closes it; doubled inside the name
     * @param reservedWords the reserved words, in lower case
     * @param first characters that an unquoted name must not begin with, besides digits and {@code $}
     */
    public IdentifierQuoter(char open, char close, Set<String> reservedWords, String first) {
        this(open, close, Set.copyOf(reservedWords), first, Set.of(), Set.of(), false);
    }

    private IdentifierQuoter(char open, char close, Set<String> reservedWords, String first, Set<String> quoted,
            Set<String> bare, boolean hasParts) {
        this.open = open;
        this.close = close;
        this.reservedWords = reservedWords;
        this.first = first;
        this.quoted = quoted;
        this.bare = bare;
        this.hasParts = hasParts;
    }

    /**
     * Returns this quoter with names that are always quoted, for example because a newer server reserves them.
     *
     * @param names the names, exactly as they are declared
     */
    public IdentifierQuoter quoting(Collection<String> names) {
        names.forEach(IdentifierQuoter::check);
        return new IdentifierQuoter(open, close, reservedWords, first, union(quoted, names), without(bare, names),
                hasParts);
    }

    /**
     * Returns this quoter with quoting turned off for some names, so that the database folds their case.
     *
     * @param names the names, exactly as they are declared
     * @throws IllegalArgumentException if a name contains characters other than letters, digits and {@code _}, or
     *     begins with a digit
     */
    public IdentifierQuoter leavingBare(Collection<String> names) {
        for (String name : names) {
            check(name);
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException("The name \"" + name + "\" cannot be written without quotes. Only "
                        + "names that consist of letters, digits and _ can.");
            }
        }
        return new IdentifierQuoter(open, close, reservedWords, first, without(quoted, names), union(bare, names),
                hasParts);
    }

    /**
     * Returns this quoter for a database in which a schema may be written with the name of its database,
     * {@code archive.dbo}. A dot within a name is then protected by the opening and closing quotes of the database:
     * {@code [my.schema]}.
     */
    public IdentifierQuoter withSchemaParts() {
        return new IdentifierQuoter(open, close, reservedWords, first, quoted, bare, true);
    }

    /** Returns a schema, each of its parts quoted if necessary and separated by dots. */
    public String quoteSchema(String schema) {
        return hasParts ? schemaParts(schema).stream().map(part -> part.isEmpty() ? part : quote(part))
                .collect(Collectors.joining(".")) : quote(schema);
    }

    /**
     * Returns the parts of a schema name, without quotes: the containing database, if given, and the schema; only the
     * schema if the database has no such parts.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    public List<String> schemaParts(String schema) {
        if (!hasParts) {
            return List.of(schema);
        }
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < schema.length(); i++) {
            char c = schema.charAt(i);
            if (isQuoted && c == close) {
                isQuoted = i + 1 < schema.length() && schema.charAt(i + 1) == close;
                if (isQuoted) {
                    part.append(c);
                    i++;
                }
            } else if (!isQuoted && c == open && part.isEmpty()) {
                isQuoted = true;
            } else if (!isQuoted && c == '.') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (isQuoted) {
            throw new IllegalArgumentException("The schema \"" + schema + "\" has a quote that is not closed. Write "
                    + open + "my.schema" + close + " for a name with a dot.");
        }
        parts.add(part.toString());
        return List.copyOf(parts);
    }

    private static Set<String> union(Set<String> some, Collection<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    private static Set<String> without(Set<String> some, Collection<String> others) {
        var rest = new HashSet<>(some);
        rest.removeAll(others);
        return Set.copyOf(rest);
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
        if (!quoted.isEmpty() && quoted.contains(name)) {
            return true;
        }
        if (!bare.isEmpty() && bare.contains(name)) {
            return false;
        }
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
