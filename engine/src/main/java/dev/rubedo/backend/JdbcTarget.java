package dev.rubedo.backend;

import java.util.Map;

/**
 * Where and how a driver connects. Immutable.
 *
 * @param url the JDBC URL
 * @param properties the driver's properties, among them user and password
 * @param driver the Maven coordinates of a driver, for the message when there is none
 * @param needsAnchor whether the database lives only as long as a connection to it, so that one must be held
 */
public record JdbcTarget(String url, Map<String, String> properties, String driver, boolean needsAnchor) {

    /** Copies the properties. */
    public JdbcTarget {
        properties = Map.copyOf(properties);
    }

    /** Returns its passwords, to keep them out of messages. */
    public Secrets secrets() {
        return Secrets.of(url, properties);
    }

    /** Returns the URL without secrets; properties are never shown. */
    @Override
    public String toString() {
        return DatabaseUrl.masked(url);
    }
}
