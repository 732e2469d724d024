package dev.rubedo.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What of two lists of named things belongs together: things are the same if they have one definition, and one name unless
 * one of them has none. Immutable.
 *
 * @param removed what only the first list has, in its order
 * @param added what only the second list has, in its order
 * @param <T> the kind of thing
 */
record Matching<T>(List<T> removed, List<T> added) {

    /**
     * A thing to match.
     *
     * @param name the name, in the form in which the database compares it; empty for none
     * @param definition everything else in one text
     * @param thing the thing
     * @param <T> the kind of thing
     */
    record Entry<T>(String name, String definition, T thing) {
        Entry {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(definition, "definition");
        }
    }

    static <T> Matching<T> of(List<Entry<T>> from, List<Entry<T>> to) {
        var removed = new ArrayList<>(from);
        var added = new ArrayList<>(to);
        match(removed, added, true);
        match(removed, added, false);
        return new Matching<>(removed.stream().map(Entry::thing).toList(), added.stream().map(Entry::thing).toList());
    }

    private static <T> void match(List<Entry<T>> removed, List<Entry<T>> added, boolean byName) {
        for (var each : List.copyOf(added)) {
            var found = removed.stream().filter(other -> other.definition().equals(each.definition())
                    && (byName ? other.name().equals(each.name()) : other.name().isEmpty() || each.name().isEmpty()))
                    .findFirst();
            if (found.isPresent()) {
                removed.remove(found.get());
                added.remove(each);
            }
        }
    }
}
