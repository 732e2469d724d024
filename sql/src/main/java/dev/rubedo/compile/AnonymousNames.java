package dev.rubedo.compile;

import dev.rubedo.sql.AliasName;
import dev.rubedo.sql.ColumnReference;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A generator of the names that the user did not specify: {@code anon_1}, {@code users_1}, {@code count_2}. An object
 * keeps its name within one compilation. Numbers count up per stem, in order of first use.
 *
 * <p>Confined to one thread at a time.
 */
final class AnonymousNames {

    /** Characters of the original name that are replaced in a generated one. */
    private static final Pattern AWKWARD = Pattern.compile("[%() $]+");
    private static final int NUMBER_ROOM = 6;

    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Map<ColumnReference<?>, String> columns = new HashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();
    private final int longest;
    private int shortenedAliases;
    private int shortenedColumns;

    /**
     * Creates a name generator.
     *
     * @param longest the maximum length of a name; one that is as long, or nearly so, is truncated and numbered
     */
    AnonymousNames(int longest) {
        this.longest = longest;
    }

    /**
     * Returns the name of an object, generated on first use. Objects are distinguished by identity, columns by
     * equality, because there may be several copies of a column.
     */
    String of(Object owner, String stem) {
        var known = owner instanceof ColumnReference<?> column ? columns.get(column) : names.get(owner);
        if (known != null) {
            return known;
        }
        var name = next(stem, owner instanceof AliasName);
        if (owner instanceof ColumnReference<?> column) {
            columns.put(column, name);
        } else {
            names.put(owner, name);
        }
        return name;
    }

    private String next(String stem, boolean isAlias) {
        var plain = AWKWARD.matcher(stem).replaceAll("_");
        var name = plain + '_' + counters.merge(plain, 1, Integer::sum);
        int most = longest - NUMBER_ROOM;
        if (name.length() <= most) {
            return name;
        }
        int number = isAlias ? ++shortenedAliases : ++shortenedColumns;
        return name.substring(0, Math.max(0, most)) + '_' + Integer.toHexString(number);
    }
}
