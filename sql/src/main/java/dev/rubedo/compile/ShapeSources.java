package dev.rubedo.compile;

import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.RowSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The sources of a statement that have been encountered while its key is written. A source is described once and
 * referred to by its number from then on.
 *
 * <p>Confined to one thread at a time.
 */
final class ShapeSources {

    private static final Object KNOWN = "known";
    private static final Object EQUAL = "equal";

    private final ValueNumbers numbers = new ValueNumbers();
    private final List<FromClause> named = new ArrayList<>();
    private int count;

    /** Returns whether the source is encountered for the first time; otherwise adds a reference to the key. */
    boolean isNew(RowSource source, ShapeKey key) {
        int known = numbers.putIfAbsent(source, count);
        if (known >= 0) {
            key.put(KNOWN);
            key.put(known);
            return false;
        }
        count++;
        equality(source, key);
        return true;
    }

    /**
     * Records which earlier clause equals this one: equal clauses are written once, but two that differ only in a value
     * are not.
     */
    void equality(FromClause from, ShapeKey key) {
        for (int i = 0; i < named.size(); i++) {
            if (isNamedAlike(from, named.get(i)) && from.equals(named.get(i))) {
                key.put(EQUAL);
                key.put(i);
                return;
            }
        }
        named.add(from);
    }

    /** Names are compared first, because equality of queries is expensive. */
    private static boolean isNamedAlike(FromClause a, FromClause b) {
        return a instanceof RowSource source && b instanceof RowSource other
                ? source.label().equals(other.label())
                : a instanceof Join && b instanceof Join;
    }
}
