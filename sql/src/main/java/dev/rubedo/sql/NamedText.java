package dev.rubedo.sql;

import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code :names} in hand-written SQL. Immutable. */
public final class NamedText {
    private NamedText() {}

    /**
     * Returns the placeholders in a text, in order. Quoted parts and comments have none.
     *
     * @param text the text
     * @param syntax how the database reads the text
     */
    public static List<TextMark> marks(String text, TextSyntax syntax) {
        return new TextScanner(text, syntax).marks();
    }

    /**
     * Returns a text with its literals, quoted names and comments replaced by blanks, once for each way in which
     * databases read quotes and comments. A word that none of the results contains is not part of the SQL of any
     * statement in the text.
     *
     * @param text the text
     */
    public static Set<String> codes(String text) {
        var codes = new LinkedHashSet<String>();
        for (var syntax : TextSyntax.readings()) {
            codes.add(new TextScanner(text, syntax).code());
        }
        return codes;
    }

    /** Returns the names that are parameters in at least one of these readings of the text. */
    static Set<String> names(String text) {
        var names = new LinkedHashSet<String>();
        if (text.indexOf(':') < 0) {
            return names;
        }
        for (var syntax : TextSyntax.readings()) {
            for (var mark : marks(text, syntax)) {
                if (mark.kind() == TextMark.Kind.NAME) {
                    names.add(mark.name());
                }
            }
        }
        return names;
    }

    /** Returns every name as a parameter that must be given at execution. */
    static List<BindParameter<?>> required(String text) {
        return names(text).stream().<BindParameter<?>>map(name -> new BindParameter<>(name, null, true, Types.UNKNOWN))
                .toList();
    }

    /** Returns a list as a parameter; its elements have the type of the first. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the list consists of values of that type
    static BindParameter<?> list(String name, Collection<?> values) {
        var converted = values.stream().map(value -> Operands.value(value)).toList();
        if (converted.isEmpty()) {
            throw new IllegalArgumentException("The list for parameter \":" + name
                    + "\" is empty, so that its type is unknown. Use bindAll(\"" + name
                    + "\", list, TYPE), which accepts empty lists");
        }
        var type = converted.get(0).type();
        for (var each : converted) {
            if (!each.type().equals(type)) {
                throw new IllegalArgumentException("bindAll(\"" + name + "\"): the list has values of " + type.family()
                        + " and of " + each.type().family() + ". Use bindAll(name, list, TYPE)");
            }
        }
        return new BindParameter(name, converted.stream().map(BindParameter::value).toList(), false,
                new ListParameterType(type));
    }

    static List<BindParameter<?>> with(String text, List<BindParameter<?>> parameters, String name,
            @Nullable Object value) {
        if (value == null) {
            return with(text, parameters, name, new BindParameter<>(name, null, false, Types.UNKNOWN));
        }
        if (value instanceof Collection<?> values) {
            return with(text, parameters, name, list(name, values));
        }
        Operands.refuse(value);
        if (Operands.typeOf(value).isEmpty()) {
            throw new IllegalArgumentException(
                    "The class " + value.getClass().getName() + " of the value of parameter \":"
                            + name + "\" implies no database type. Use bind(\"" + name + "\", value, TYPE)");
        }
        return with(text, parameters, name, Operands.value(value));
    }

    static List<BindParameter<?>> with(String text, List<BindParameter<?>> parameters, String name,
            BindParameter<?> bound) {
        if (!names(text).contains(name)) {
            boolean isQuoted = text.contains(":" + name);
            var known = names(text);
            throw new IllegalArgumentException("The text has no parameter \":" + name + "\"; it has "
                    + (known.isEmpty() ? "none" : known) + (isQuoted ? ". Quotes and comments contain no parameters: "
                            : known.isEmpty() && text.indexOf('?') >= 0 ? ". Write :" + name + " instead of ?: " : ": ")
                    + text);
        }
        var result = new ArrayList<>(parameters);
        result.replaceAll(other -> other.name().equals(name) ? named(bound, name) : other);
        if (parameters.stream().noneMatch(other -> other.name().equals(name))) {
            result.add(named(bound, name));
        }
        return result;
    }

    private static <T extends @Nullable Object> BindParameter<T> named(BindParameter<T> bound, String name) {
        return new BindParameter<>(name, bound.value(), bound.isRequired(), bound.type());
    }
}
