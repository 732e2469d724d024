package dev.rubedo.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The differences between two lists of named objects. Objects match if they have the same definition and the same name,
 * or if one of them has no name. Immutable.
 *
 * @param removed the objects that only the first list has, in its order
 * @param added the objects that only the second list has, in its order
 * @param <T> the kind of object
 */
record Matching<T>(List<T> removed, List<T> added) {

    /**
     * An object to match.
     *
     * @param name the name, in the form in which the database compares it; empty for none
     * @param definition everything else as one text
     * @param thing the object
     * @param <T> the kind of object
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
