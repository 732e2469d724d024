package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code :names} in text written by hand. Immutable. */
final class NamedText {
    // A name after a single colon: not after a backslash, another colon (a PostgreSQL cast) or a letter.
    private static final Pattern NAME = Pattern.compile("(?<![:\\w\\\\]):(\\w+)(?!:)");

    private NamedText() {}

    static Set<String> names(String text) {
        var names = new HashSet<String>();
        var matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    static List<BindParameter<?>> with(String text, List<BindParameter<?>> parameters, String name, Object value) {
        return with(text, parameters, name, Operands.value(value));
    }

    static List<BindParameter<?>> with(String text, List<BindParameter<?>> parameters, String name,
            BindParameter<?> bound) {
        if (!names(text).contains(name)) {
            throw new IllegalArgumentException(
                    "The text has no parameter \":" + name + "\"; it has " + names(text) + ": " + text);
        }
        var result = new ArrayList<>(parameters);
        result.removeIf(other -> other.name().equals(name));
        result.add(named(bound, name));
        return result;
    }

    private static <T> BindParameter<T> named(BindParameter<T> bound, String name) {
        return new BindParameter<>(name, bound.value(), bound.isRequired(), bound.type());
    }
}
