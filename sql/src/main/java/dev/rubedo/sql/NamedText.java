package dev.rubedo.sql;

import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code :names} in text written by hand. Immutable. */
public final class NamedText {
    // A name after a single colon: not after a backslash, another colon (a PostgreSQL cast) or a letter (a time).
    private static final Pattern NAME = Pattern.compile("(?<![:\\w\\\\]):([A-Za-z_]\\w*+)");

    private NamedText() {}

    /**
     * Returns a matcher that finds one {@code :name} after the other; its group 1 is the name.
     *
     * @param text the text
     */
    public static Matcher matcher(String text) {
        return NAME.matcher(text);
    }

    static Set<String> names(String text) {
        var names = new LinkedHashSet<String>();
        var matcher = matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Every name as a parameter that must be given at execution. */
    static List<BindParameter<?>> required(String text) {
        return names(text).stream().<BindParameter<?>>map(name -> new BindParameter<>(name, null, true, Types.UNKNOWN))
                .toList();
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
        result.replaceAll(other -> other.name().equals(name) ? named(bound, name) : other);
        if (parameters.stream().noneMatch(other -> other.name().equals(name))) {
            result.add(named(bound, name));
        }
        return result;
    }

    private static <T> BindParameter<T> named(BindParameter<T> bound, String name) {
        return new BindParameter<>(name, bound.value(), bound.isRequired(), bound.type());
    }
}
