package dev.rubedo.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How a database keeps and changes its schema, as far as comparing and migrating schemas must know. A dialect states it, so
 * that migrations depend on no database by name. Immutable.
 *
 * @param traits what is special
 * @param names how the catalog keeps names
 * @param functions the names of functions, in lower case, by other names for the same in expressions that the catalog reports
 * @param noCycle the words by which a sequence stops at its end again
 * @param noCache the words by which a sequence allocates its usual number of values again
 */
public record CatalogTraits(Set<CatalogTrait> traits, NameCase names, Map<String, String> functions, String noCycle,
        String noCache) {

    /** Nothing is special, and names are compared without regard to case. */
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

    /** How a catalog keeps names. Immutable. */
    public enum NameCase {
        /** As they are written; names that differ in case only are the same. */
        IGNORED,
        /** Without quotes in lower case; a quoted name is another one if it has upper case. */
        LOWER,
        /** Without quotes in upper case; a quoted name is another one if it has lower case. */
        UPPER
    }

    /** Returns whether something is special. */
    public boolean has(CatalogTrait trait) {
        return traits.contains(trait);
    }

    /**
     * Returns the form of a name by which it is compared: names are the same if their forms are equal.
     *
     * @param name the name, as the catalog has it or as it stands in quotes
     */
    public String nameKey(String name) {
        return switch (names) {
            case IGNORED -> name.toLowerCase(Locale.ROOT);
            case LOWER -> name;
            case UPPER -> name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
        };
    }
}
