package dev.rubedo.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The facts about a database's catalog that the comparison and migration of schemas depend on. Each dialect declares
 * its own, so that migrations need not know any database by name. Immutable.
 *
 * @param traits the peculiarities
 * @param names how the catalog stores names
 * @param functions the names of functions, in lower case, by the synonyms that the catalog reports in expressions
 * @param noCycle the keywords that make a cycling sequence stop at its end again
 * @param noCache the keywords that make a sequence allocate its default number of values again
 */
public record CatalogTraits(Set<CatalogTrait> traits, NameCase names, Map<String, String> functions, String noCycle,
        String noCache) {

    /** No peculiarities; names are compared ignoring case. */
    public static final CatalogTraits STANDARD = of(NameCase.IGNORED);

    /** Checks the components and copies the collections. */
    public CatalogTraits {
        traits = Set.copyOf(traits);
        Objects.requireNonNull(names, "names");
        functions = Map.copyOf(functions);
        Objects.requireNonNull(noCycle, "noCycle");
        Objects.requireNonNull(noCache, "noCache");
    }

    /**
     * Creates the traits of a database with the functions and sequences of the SQL standard.
     *
     * @param names how the catalog keeps names
     * @param traits what is special
     */
    public static CatalogTraits of(NameCase names, CatalogTrait... traits) {
        return new CatalogTraits(Set.of(traits), names, Map.of(), "NO CYCLE", "NO CACHE");
    }

    /** How a catalog stores the case of names. Immutable. */
    public enum NameCase {
        /** Names are stored as they are written; names that differ only in case are the same. */
        IGNORED,
        /** Unquoted names are stored in lower case; a quoted name with an upper-case letter is a different name. */
        LOWER,
        /** Unquoted names are stored in upper case; a quoted name with a lower-case letter is a different name. */
        UPPER
    }

    /** Returns whether the database has a peculiarity. */
    public boolean has(CatalogTrait trait) {
        return traits.contains(trait);
    }

    /**
     * Returns the form of a name that is used for comparison: two names are the same if their forms are equal.
     *
     * @param name the name, as the catalog reports it or as it is written in quotes
     */
    public String nameKey(String name) {
        return switch (names) {
            case IGNORED -> name.toLowerCase(Locale.ROOT);
            case LOWER -> name;
            case UPPER -> name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
        };
    }
}
