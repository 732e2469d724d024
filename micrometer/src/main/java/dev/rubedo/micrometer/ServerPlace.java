package dev.rubedo.micrometer;

import dev.rubedo.backend.DatabaseUrl;
import java.util.regex.Pattern;

/**
 * The location of a database according to its URL. Immutable.
 *
 * @param address the host, the first one if there are several; empty for a database in this process
 * @param port the port; empty if the URL has none
 * @param database the name of the database, or the path of its file; empty if the URL has none
 */
record ServerPlace(String address, String port, String database) {

    /** Where options begin: a password may contain these characters, but hardly before a name with an equals sign. */
    private static final Pattern OPTIONS = Pattern.compile("[?;](?=[A-Za-z_][\\w.-]*+(?:[=&]|$)|$)");

    static ServerPlace of(DatabaseUrl url) {
        var jdbc = url.jdbcUrl();
        if (jdbc.isEmpty()) {
            return new ServerPlace(url.host(), url.port().isPresent() ? Integer.toString(url.port().getAsInt()) : "",
                    url.database());
        }
        return ofJdbc(jdbc.get());
    }

    /**
     * A JDBC URL begins with {@code jdbc:product://user:password@host:port,others/database} and ends with options. The
     * user is cut first, because a password may contain any character.
     */
    private static ServerPlace ofJdbc(String jdbc) {
        int begin = jdbc.indexOf("://");
        if (begin < 0) {
            return new ServerPlace("", "", "");
        }
        String place = OPTIONS.split(jdbc.substring(begin + 3), 2)[0];
        String[] parts = place.substring(place.lastIndexOf('@') + 1).split("/", 2);
        var first = parts[0].isEmpty() ? null : DatabaseUrl.Host.of(parts[0].split(",", 2)[0]);
        return new ServerPlace(first == null ? "" : first.name(),
                first == null || first.port() < 0 ? "" : Integer.toString(first.port()),
                parts.length == 1 ? "" : parts[1]);
    }
}
