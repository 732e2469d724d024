package dev.rubedo.processor;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Converts Java names to names of columns, constants and accessors. Immutable. */
final class Names {

    private Names() {}

    /** Returns {@code user_id} for {@code userId}, {@code http_url} for {@code httpURL}. */
    static String snakeCase(String name) {
        var out = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && name.charAt(i - 1) != '_') {
                boolean afterLower = !Character.isUpperCase(name.charAt(i - 1));
                boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
                if (afterLower || beforeLower) {
                    out.append('_');
                }
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }

    /** Returns {@code OrderItem} for {@code order_item}. */
    static String upperCamelCase(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("_")).filter(word -> !word.isEmpty())
                .map(Names::capitalized).collect(Collectors.joining());
    }

    /** Returns {@code ORDER_ITEM} for {@code OrderItem}. */
    static String constant(String name) {
        return snakeCase(name).toUpperCase(Locale.ROOT);
    }

    static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Returns {@code name} for {@code Name} and {@code URL} for {@code URL}, as JavaBeans do. */
    static String decapitalized(String name) {
        if (name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Returns the candidate that {@code name} was probably meant to be, if one is similar enough. */
    static Optional<String> nearest(String name, Collection<String> candidates) {
        String best = null;
        int bestDistance = Math.max(1, (name.length() + 1) / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns {@code " Did you mean "x"?"} or, if nothing is similar, the list of candidates. */
    static String suggestion(String name, Collection<String> candidates) {
        return nearest(name, candidates).map(near -> " Did you mean \"" + near + "\"?")
                .orElseGet(() -> candidates.isEmpty() ? "" : " Available: " + String.join(", ", candidates) + ".");
    }

    /** Returns the number of letters to insert, delete or replace (Levenshtein distance). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
