package dev.rubedo.testing.server;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a server's JDBC URL; {@code parameters} excludes the question mark and is empty if there are none.
 * Immutable.
 */
record JdbcUrl(String scheme, String host, int port, String database, String parameters) {

    private static final Pattern FORM = Pattern
            .compile(
                    "jdbc:(?<scheme>\\w+)://(?<host>\\[[^]]+]|[^:/?]+)(?::(?<port>\\d+))?/(?<database>[^?]*)(?:\\?(?<parameters>.*))?");

    static JdbcUrl parse(String url, int defaultPort) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a JDBC URL of the form jdbc:<product>://host:port/database?...");
        }
        String port = matcher.group("port");
        String parameters = matcher.group("parameters");
        return new JdbcUrl(matcher.group("scheme"), matcher.group("host"),
                port == null ? defaultPort : Integer.parseInt(port), matcher.group("database"),
                parameters == null ? "" : parameters);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }

    JdbcUrl withAddress(InetSocketAddress other) {
        return new JdbcUrl(scheme, other.getAddress().getHostAddress(), other.getPort(), database, parameters);
    }

    JdbcUrl withDatabase(String other) {
        return new JdbcUrl(scheme, host, port, other, parameters);
    }

    JdbcUrl withParameter(String name, String value) {
        String kept = Pattern.compile("&").splitAsStream(parameters)
                .filter(each -> !each.isEmpty() && !each.startsWith(name + "="))
                .collect(java.util.stream.Collectors.joining("&"));
        return new JdbcUrl(scheme, host, port, database, (kept.isEmpty() ? "" : kept + "&") + name + "=" + value);
    }

    @Override
    public String toString() {
        return "jdbc:" + scheme + "://" + host + ":" + port + "/" + database
                + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
