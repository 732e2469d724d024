package dev.rubedo.backend;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database, in SQLAlchemy's form {@code
 * dialect+driver://user:password@host:port/database?option=value} or as a JDBC URL ({@code jdbc:...}), which is kept
 * unchanged. {@link #of(String)} parses a URL, {@link #forBackend} and the {@code with...} methods build one from parts
 * that need no escaping.
 *
 * <p>User, password, database and options are percent-decoded. {@code sqlite:///shop.db} is a relative path,
 * {@code sqlite:////var/shop.db} an absolute one, {@code sqlite://} and {@code sqlite:///:memory:} an in-memory
 * database. {@link #toString()} never reveals a password. Immutable.
 */
public final class DatabaseUrl {

    private static final Pattern JDBC_USER = Pattern.compile("(?i)jdbc:\\w+://[^/?]*@.*");
    private static final Map<String, String> ALIASES = Map.of("postgres", "postgresql", "mssql", "sqlserver");

    private final Parts parts;

    private DatabaseUrl(Parts parts) {
        this.parts = parts;
    }

    /**
     * A server address. Immutable.
     *
     * @param name the name or IP address, without brackets
     * @param port the port; -1 for the default port of the database
     */
    public record Host(String name, int port) {

        /** Checks the components. */
        public Host {
            Objects.requireNonNull(name, "name");
            if (port < -1 || port > 65_535) {
                throw new IllegalArgumentException("port must be from 0 to 65535, or -1 for the default, got " + port);
            }
        }

        /**
         * Parses {@code host:port}, {@code host} or {@code [ipv6]:port}.
         *
         * @throws RubedoException {@link ErrorCode#INVALID_URL} if the text has none of these forms
         */
        public static Host of(String text) {
            return UrlParser.host(text, "address \"" + text + "\"");
        }

        /** Returns {@code host:port}, with brackets around an IPv6 address. */
        @Override
        public String toString() {
            String shown = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
            return port < 0 ? shown : shown + ":" + port;
        }
    }

    /** The components of a URL; the JDBC URL is empty unless this is one. Immutable. */
    record Parts(String backend, String jdbc, @Nullable String user, @Nullable String password, List<Host> hosts,
            String database, Map<String, List<String>> options) {

        Parts {
            hosts = List.copyOf(hosts);
            var copy = new LinkedHashMap<String, List<String>>();
            options.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            options = Collections.unmodifiableMap(copy);
        }
    }

    /**
     * Parses a URL.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if it has neither form; the message reveals no password
     */
    public static DatabaseUrl of(String url) {
        Objects.requireNonNull(url, "url");
        return url.regionMatches(true, 0, "jdbc:", 0, 5) ? jdbc(url) : ofParts(UrlParser.parse(url));
    }

    /**
     * Returns a URL that names only a database product, to be completed by the {@code with...} methods.
     *
     * @param backend the product, such as {@code postgresql}
     */
    public static DatabaseUrl forBackend(String backend) {
        if (!backend.matches("\\w+")) {
            throw new IllegalArgumentException(
                    "backend must be a name such as \"postgresql\", got \"" + backend + "\"");
        }
        return ofParts(new Parts(backend.toLowerCase(Locale.ROOT), "", null, null, List.of(), "", Map.of()));
    }

    private static DatabaseUrl ofParts(Parts parts) {
        String name = ALIASES.getOrDefault(parts.backend, parts.backend);
        return new DatabaseUrl(new Parts(name, parts.jdbc, parts.user, parts.password, parts.hosts, parts.database,
                parts.options));
    }

    private static DatabaseUrl jdbc(String url) {
        int end = url.indexOf(':', 5);
        if (end < 0) {
            throw new RubedoException(ErrorCode.INVALID_URL,
                    "\"" + masked(url) + "\" is not a JDBC URL. Write jdbc:<database>:...");
        }
        String name = url.substring(5, end).toLowerCase(Locale.ROOT);
        return new DatabaseUrl(new Parts(name, url, null, null, List.of(), "", Map.of()));
    }

    /**
     * Returns the name of the database product: {@code sqlite}, {@code postgresql}, {@code mysql}, {@code mariadb},
     * {@code h2}...
     */
    public String backend() {
        return parts.backend;
    }

    /** Returns the JDBC URL, unchanged, if this is one. */
    public Optional<String> jdbcUrl() {
        return parts.jdbc.isEmpty() ? Optional.empty() : Optional.of(parts.jdbc);
    }

    /** Returns the user, if the URL has one. */
    public Optional<String> user() {
        return Optional.ofNullable(parts.user);
    }

    /** Returns the password, if the URL has one. */
    public Optional<String> password() {
        return Optional.ofNullable(parts.password);
    }

    /** Returns the host, the first one if there are several; empty if the URL has none. */
    public String host() {
        return parts.hosts.isEmpty() ? "" : parts.hosts.get(0).name();
    }

    /** Returns the port, that of the first host if there are several, if the URL has one. */
    public OptionalInt port() {
        int port = parts.hosts.isEmpty() ? -1 : parts.hosts.get(0).port();
        return port < 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** Returns all hosts, in the order in which a driver tries them; possibly none. */
    public List<Host> hosts() {
        return parts.hosts;
    }

    /** Returns the name or path of the database; empty if the URL has none. */
    public String database() {
        return parts.database;
    }

    /**
     * Returns the options after the question mark, in the order of the URL, each with all its values. Those of a JDBC
     * URL are left in its text.
     */
    public Map<String, List<String>> options() {
        return parts.options;
    }

    /**
     * Returns the options as {@link #options()} does, each with its only value.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if one occurs several times
     */
    public Map<String, String> singleOptions() {
        return singleOptionsBut(Set.of());
    }

    /**
     * Returns the options except for some, each with its only value.
     *
     * @param repeatable the names of the options to exclude, which the caller reads from {@link #options()}
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if another one occurs several times
     */
    public Map<String, String> singleOptionsBut(Set<String> repeatable) {
        var single = new LinkedHashMap<String, String>();
        parts.options.forEach((name, values) -> {
            if (repeatable.contains(name)) {
                return;
            }
            if (values.size() > 1) {
                throw new RubedoException(ErrorCode.INVALID_URL, "The option \"" + name + "\" occurs "
                        + (values.size() == 2 ? "twice" : values.size() + " times")
                        + " in the database URL, but can have only one value. Remove the others.");
            }
            single.put(name, values.get(0));
        });
        return single;
    }

    /**
     * Returns a description of the database for messages, such as {@code database "shop" at db:5432 as user "ann"}. It
     * contains no secrets.
     */
    public String place() {
        return parts.jdbc.isEmpty() ? UrlPlace.of(parts) : UrlPlace.ofJdbc(parts.jdbc, parts.user);
    }

    /** Returns {@code host:port} for a JDBC URL; several hosts are separated by commas. */
    public String authority() {
        return parts.hosts.stream().map(Host::toString).collect(Collectors.joining(","));
    }

    /** Returns this URL with another user, or without one if it is null. */
    public DatabaseUrl withUser(@Nullable String user) {
        return ofParts(new Parts(parts.backend, parts.jdbc, user, parts.password, parts.hosts, parts.database,
                parts.options));
    }

    /** Returns this URL with another password, or without one if it is null. */
    public DatabaseUrl withPassword(@Nullable String password) {
        return ofParts(new Parts(parts.backend, parts.jdbc, parts.user, password, parts.hosts, parts.database,
                parts.options));
    }

    /**
     * Returns this URL with other hosts, which a driver with support for several tries in this order.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if this is a JDBC URL
     */
    public DatabaseUrl withHosts(Host... hosts) {
        requireParts("hosts");
        return ofParts(new Parts(parts.backend, "", parts.user, parts.password, List.of(hosts), parts.database,
                parts.options));
    }

    /**
     * Returns this URL with another host and the default port.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if this is a JDBC URL
     */
    public DatabaseUrl withHost(String host) {
        return withHosts(new Host(host, -1));
    }

    /**
     * Returns this URL with another host and port.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if this is a JDBC URL
     */
    public DatabaseUrl withHost(String host, int port) {
        return withHosts(new Host(host, port));
    }

    /**
     * Returns this URL with another database name or path; empty for none.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if this is a JDBC URL
     */
    public DatabaseUrl withDatabase(String database) {
        requireParts("database");
        return ofParts(new Parts(parts.backend, "", parts.user, parts.password, parts.hosts, database,
                parts.options));
    }

    /**
     * Returns this URL with the values of an option replaced; without the option if no value is given.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if this is a JDBC URL
     */
    public DatabaseUrl withOption(String name, String... values) {
        requireParts("options");
        var changed = new LinkedHashMap<>(parts.options);
        if (values.length == 0) {
            changed.remove(name);
        } else {
            changed.put(name, List.of(values));
        }
        return ofParts(new Parts(parts.backend, "", parts.user, parts.password, parts.hosts, parts.database,
                changed));
    }

    /**
     * Returns this URL with an additional value of an option.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if this is a JDBC URL
     */
    public DatabaseUrl withAddedOption(String name, String value) {
        var values = new ArrayList<>(parts.options.getOrDefault(name, List.of()));
        values.add(value);
        return withOption(name, values.toArray(String[]::new));
    }

    /** Returns this URL without an option; itself if it does not have it. */
    public DatabaseUrl withoutOption(String name) {
        return parts.options.containsKey(name) ? withOption(name) : this;
    }

    private void requireParts(String what) {
        if (!parts.jdbc.isEmpty()) {
            throw new RubedoException(ErrorCode.INVALID_URL, "The " + what + " of the JDBC URL \"" + this
                    + "\" cannot be changed, because its text is passed to the driver. Start from " + parts.backend
                    + "://... instead.");
        }
    }

    /**
     * Checks that a JDBC URL does not have a user and password before its host, for drivers that would parse them as
     * host or port.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if it does
     */
    public void requireNoUserInJdbcUrl() {
        if (JDBC_USER.matcher(parts.jdbc).matches()) {
            throw new RubedoException(ErrorCode.INVALID_URL, "The driver for \"" + this
                    + "\" does not read user:password@ in a JDBC URL. Write " + parts.backend
                    + "://user:password@host/database without jdbc:, or jdbc:" + parts.backend
                    + "://host/database?user=...&password=...");
        }
    }

    /** Returns a JDBC URL with its secrets masked. */
    public static String masked(String url) {
        return UrlSecrets.masked(url);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatabaseUrl that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /**
     * Returns the URL with its password and other secrets, percent-encoded so that {@link #of(String)} reads it back.
     * Do not log it.
     */
    public String toStringWithPassword() {
        return parts.jdbc.isEmpty() ? UrlWriter.write(parts, false) : parts.jdbc;
    }

    /** Returns the URL with its secrets masked. */
    @Override
    public String toString() {
        return parts.jdbc.isEmpty() ? UrlWriter.write(parts, true) : masked(parts.jdbc);
    }
}
