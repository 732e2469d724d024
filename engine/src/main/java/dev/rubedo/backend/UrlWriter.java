package dev.rubedo.backend;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A writer of a {@link DatabaseUrl} as text that {@link UrlParser} reads back. Stateless. */
final class UrlWriter {

    private UrlWriter() {}

    /**
     * Returns the text of a URL.
     *
     * @param isMasked whether secrets are replaced by {@code ***}; such a text cannot be read back
     */
    static String write(DatabaseUrl.Parts parts, boolean isMasked) {
        var text = new StringBuilder(parts.backend()).append("://");
        String user = parts.user();
        String password = parts.password();
        if (user != null || password != null) {
            text.append(user == null ? "" : encoded(user));
            text.append(password == null ? "" : isMasked ? ":***" : ":" + encoded(password)).append('@');
        }
        text.append(parts.hosts().stream().map(DatabaseUrl.Host::toString).collect(Collectors.joining(",")));
        if (!parts.database().isEmpty() || !parts.options().isEmpty()) {
            String database = parts.database();
            text.append('/').append(path(isMasked ? UrlSecrets.masked(database) : database));
        }
        char separator = '?';
        for (var option : parts.options().entrySet()) {
            for (String value : values(option.getKey(), option.getValue(), isMasked)) {
                text.append(separator).append(encoded(option.getKey())).append('=').append(value);
                separator = '&';
            }
        }
        return text.toString();
    }

    private static List<String> values(String name, List<String> values, boolean isMasked) {
        return isMasked && UrlSecrets.isSecret(name) ? List.of("***")
                : values.stream().map(value -> encoded(value).replace("%2C", ",").replace("%3A", ":")).toList();
    }

    /** A path keeps its punctuation, which separates nothing after the first slash except a question mark. */
    private static String path(String database) {
        return database.replace("%", "%25").replace("?", "%3F");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    }
}
