package dev.rubedo.compile;

import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.NamedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text of the user in which {@code :name} stands for a parameter and {@code \:} for a colon.
 *
 * <p>
 * Immutable.
 */
final class NamedParameters {

    private NamedParameters() {}

    static void write(String text, List<BindParameter<?>> parameters, RenderContext out) {
        var matcher = NamedText.matcher(text);
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
