package dev.rubedo.type;

import java.util.HashSet;
import java.util.List;

/** The checks of the labels of enumerations. Stateless. */
final class Labels {
    private Labels() {}

    static int longest(List<String> labels) {
        return labels.stream().mapToInt(String::length).max().orElse(1);
    }

    static void check(String name, List<String> labels, int count, int length) {
        if (labels.size() != count || new HashSet<>(labels).size() != count) {
            throw new IllegalArgumentException("Enumeration \"" + name + "\" needs " + count
                    + " different labels, but has " + labels);
        }
        checkLength(name, labels, length);
    }

    static void checkLength(String name, List<String> labels, int length) {
        if (length < longest(labels)) {
            throw new IllegalArgumentException("Enumeration \"" + name + "\" has a label of " + longest(labels)
                    + " characters, which exceeds its length " + length);
        }
    }
}
