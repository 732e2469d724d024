package dev.rubedo.backend;

import java.util.Map;

/**
 * The JDBC URL and properties to connect with. Immutable.
 *
 * @param url the JDBC URL
 * @param properties the driver's properties, including user and password
 * @param driver the Maven coordinates of a driver, for the message if there is none
 * @param needsAnchor whether the database exists only as long as a connection to it is open, so that one must be held
 *     open
 */
public record JdbcTarget(String url, Map<String, String> properties, String driver, boolean needsAnchor) {

    /** Copies the properties. */
    public JdbcTarget {
        properties = Map.copyOf(properties);
    }

    /** Returns the passwords of this target, to keep them out of messages. */
    public UrlSecrets secrets() {
        return UrlSecrets.of(url, properties);
    }

    /** Returns the URL with its secrets masked; properties are never shown. */
    @Override
    public String toString() {
        return DatabaseUrl.masked(url);
    }
}
