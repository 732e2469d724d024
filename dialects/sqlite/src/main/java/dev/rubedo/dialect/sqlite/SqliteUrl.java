package dev.rubedo.dialect.sqlite;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file that a URL names, as the driver expects it: a path, or a SQLite URI with its parameters
 * (sqlite.org/uri.html). Stateless.
 */
final class SqliteUrl {

    /** The options that belong to a SQLite URI; {@code uri} is Python's option that declares the path to be one. */
    static final Set<String> OPTIONS = Set.of("uri", "mode", "cache", "vfs", "nolock", "immutable", "psow");

    private SqliteUrl() {}

    /** Returns the path or URI. */
    static String of(DatabaseUrl url, Map<String, String> options) {
        requireFileOnly(url);
        String path = url.database();
        var parameters = new TreeMap<>(options);
        parameters.keySet().retainAll(OPTIONS);
        String uri = parameters.remove("uri");
        boolean isUri = path.startsWith("file:") && !"false".equals(uri);
        if (!isUri && ("true".equals(uri) || !parameters.isEmpty())) {
            throw needsUri(url);
        }
        if (isUri) {
            return withParameters("file:" + encoded(path.substring("file:".length())), parameters);
        }
        // the driver takes what follows a question mark for its options
        return path.indexOf('?') >= 0 ? "file:" + encoded(path) : path.startsWith("file:") ? "./" + path : path;
    }

    private static String withParameters(String uri, Map<String, String> parameters) {
        return parameters.isEmpty() ? uri
                : uri + "?" + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** Escapes characters with a special meaning in a URI; a question mark in the path was also escaped in the URL. */
    private static String encoded(String text) {
        return text.replace("%", "%25").replace("?", "%3F").replace("#", "%23").replace("&", "%26");
    }

    private static RubedoException needsUri(DatabaseUrl url) {
        return new RubedoException(ErrorCode.INVALID_URL,
                "The options " + new TreeSet<>(OPTIONS) + " belong to a SQLite URI, "
                        + "but the path of \"" + url + "\" does not begin with file:. Write for example "
                        + "sqlite:///file:shop.db?mode=ro&uri=true, or remove the options.");
    }

    private static void requireFileOnly(DatabaseUrl url) {
        if (!url.host().isEmpty()) {
            throw new RubedoException(ErrorCode.INVALID_URL,
                    "A SQLite database has no host, but \"" + url + "\" names \"" + url.host()
                            + "\". Write sqlite:///" + url.host()
                            + " for a relative path (three slashes), sqlite:////path for an absolute one.");
        }
        if (url.user().isPresent() || url.password().isPresent() || url.port().isPresent()) {
            throw new RubedoException(ErrorCode.INVALID_URL,
                    "A SQLite database has no user, password or port, but \"" + url
                            + "\" names one. Remove it; access is controlled by the permissions of the file.");
        }
    }
}
