package dev.rubedo.compile;

import dev.rubedo.sql.BindParameter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text of the user in which {@code :name} stands for a parameter and {@code \:} for a colon.
 *
 * <p>
 * Immutable.
 */
final class NamedParameters {

    // The same rule as in the tree: not after a backslash, another colon (a PostgreSQL cast) or a letter.
    private static final Pattern NAME = Pattern.compile("(?<![:\\w\\\\]):(\\w+)(?!:)");

    private NamedParameters() {}

    static void write(String text, List<BindParameter<?>> parameters, RenderContext out) {
        var matcher = NAME.matcher(text);
        int from = 0;
        while (matcher.find()) {
            var parameter = find(matcher.group(1), parameters);
            if (parameter != null) {
                out.sql(plain(text.substring(from, matcher.start())));
                out.bind(parameter, parameter.type());
                from = matcher.end();
            }
        }
        out.sql(plain(text.substring(from)));
    }

    private static @Nullable BindParameter<?> find(String name, List<BindParameter<?>> parameters) {
        for (var parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        return null;
    }

    private static String plain(String text) {
        return text.replace("\\:", ":");
    }
}
