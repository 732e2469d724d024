package dev.rubedo.compile;

import dev.rubedo.sql.AliasName;
import dev.rubedo.sql.ColumnReference;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
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
    private final ToIntFunction<String> length;
    private int shortenedAliases;
    private int shortenedColumns;

    /**
     * Creates a name generator.
     *
     * @param longest the maximum length of a name; one that is as long, or nearly so, is truncated and numbered
     * @param length returns the length of a name as the database measures it
     */
    AnonymousNames(int longest, ToIntFunction<String> length) {
        this.longest = longest;
        this.length = length;
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

    /** Returns a name made of those of a table and its column; one that is too long is truncated and numbered. */
    String ofColumn(ColumnReference<?> column, String name) {
        if (length.applyAsInt(name) <= longest - NUMBER_ROOM) {
            return name;
        }
        var known = columns.get(column);
        if (known == null) {
            known = truncated(name, false);
            columns.put(column, known);
        }
        return known;
    }

    private String next(String stem, boolean isAlias) {
        var plain = AWKWARD.matcher(stem).replaceAll("_");
        var name = plain + '_' + counters.merge(plain, 1, Integer::sum);
        return length.applyAsInt(name) <= longest - NUMBER_ROOM ? name : truncated(name, isAlias);
    }

    private String truncated(String name, boolean isAlias) {
        int most = Math.max(0, longest - NUMBER_ROOM);
        int end = Math.min(name.length(), most);
        while (length.applyAsInt(name.substring(0, end)) > most) {
            end = name.offsetByCodePoints(end, -1);
        }
        int number = isAlias ? ++shortenedAliases : ++shortenedColumns;
        return name.substring(0, end) + '_' + Integer.toHexString(number);
    }
}
