package dev.rubedo.migrate.revision;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parsed reference to revisions: {@code label@name+steps}, of which each part may be missing. Immutable.
 *
 * @param label the branch label or revision before {@code @}; empty for none
 * @param name an id, the beginning of one, a label, {@code head}, {@code heads} or {@code base}; empty for the current
 *     revision
 * @param steps the number of revisions further up, or down if negative; 0 for an absolute reference
 */
record RevisionSymbol(String label, String name, int steps) {

    private static final Pattern RELATIVE = Pattern.compile("(?:([^@]+)@)?([^@+:-]+)?([+-]\\d{1,9})");

    static RevisionSymbol parse(String text) {
        var relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            int steps = Integer.parseInt(relative.group(3));
            if (steps != 0) {
                return new RevisionSymbol(orEmpty(relative.group(1)), orEmpty(relative.group(2)), steps);
            }
        }
        int at = text.indexOf('@');
        return at < 0 ? new RevisionSymbol("", text, 0)
                : new RevisionSymbol(text.substring(0, at), text.substring(at + 1), 0);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    boolean isRelative() {
        return steps != 0;
    }

    /** Returns the absolute reference from which the steps start. */
    String start() {
        return label.isEmpty() ? name : label + "@" + name;
    }
}
