package dev.rubedo.dialect.postgresql;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The servers named by a URL. Several of them are written before the database, {@code a:5432,b:5432}, or as libpq's
 * options: {@code host=a:5432&host=b:5432}, {@code host=a,b&port=5432,5433} or each option twice. Stateless.
 */
final class PostgresUrl {

    /** The options that specify servers. */
    static final Set<String> OPTIONS = Set.of("host", "port");

    private PostgresUrl() {}

    /** Returns the servers as the driver expects them in a JDBC URL. */
    static String of(DatabaseUrl url) {
        return of(url, "");
    }

    /**
     * Returns the servers as the driver expects them in a JDBC URL.
     *
     * @param port the port of servers without one; empty for that of the driver
     */
    static String of(DatabaseUrl url, String port) {
        var hosts = url.options().containsKey("host") || url.options().containsKey("port") ? optional(url)
                : url.hosts();
        return hosts.isEmpty() ? "localhost" + (port.isEmpty() ? "" : ":" + port)
                : hosts.stream()
                        .map(host -> host.name().isEmpty() ? new DatabaseUrl.Host("localhost", host.port()) : host)
                        .map(host -> host.port() < 0 && !port.isEmpty()
                                ? DatabaseUrl.Host.of(bracketed(host.name()) + ":" + port) : host)
                        .map(DatabaseUrl.Host::toString).collect(Collectors.joining(","));
    }

    private static List<DatabaseUrl.Host> optional(DatabaseUrl url) {
        if (!url.hosts().isEmpty()) {
            throw refused(url, "names a host both before the database and in its options. Specify them only once");
        }
        var names = values(url, "host");
        var ports = values(url, "port");
        if (ports.size() > 1 && ports.size() != names.size()) {
            throw refused(url, "has " + ports.size() + " ports for " + names.size() + " hosts. Specify one port for "
                    + "each host, or one for all");
        }
        var hosts = new ArrayList<DatabaseUrl.Host>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith("/")) {
                throw refused(url,
                        "names a Unix socket, which the PostgreSQL JDBC driver does not support. Name a host");
            }
            var host = DatabaseUrl.Host.of(names.get(i));
            String port = ports.isEmpty() ? "" : ports.get(ports.size() == 1 ? 0 : i);
            if (host.port() >= 0 && !port.isEmpty()) {
                throw refused(url, "specifies two ports for the host \"" + host.name() + "\". Remove one");
            }
            hosts.add(port.isEmpty() ? host : DatabaseUrl.Host.of(bracketed(host.name()) + ":" + port));
        }
        return hosts;
    }

    private static String bracketed(String name) {
        return name.indexOf(':') >= 0 ? "[" + name + "]" : name;
    }

    private static List<String> values(DatabaseUrl url, String option) {
        var values = url.options().getOrDefault(option, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1))).toList();
        return values.isEmpty() && option.equals("host") ? List.of("localhost") : values;
    }

    private static RubedoException refused(DatabaseUrl url, String why) {
        return new RubedoException(ErrorCode.INVALID_URL, "The database URL \"" + url + "\" " + why + ".");
    }
}
