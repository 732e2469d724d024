package dev.rubedo.backend;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address of a database, in SQLAlchemy's form {@code
 * dialect+driver://user:password@host:port/database?option=value} or as a JDBC URL ({@code jdbc:...}), which is kept
 * unchanged.
 *
 * <p>User, password and options are percent-decoded. {@code sqlite:///shop.db} is a relative path,
 * {@code sqlite:////var/shop.db} an absolute one, {@code sqlite://} and {@code sqlite:///:memory:} an in-memory
 * database. {@link #toString()} never reveals a password. Immutable.
 */
public final class DatabaseUrl {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseUrl.class);
    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();
    private static final Pattern FORM = Pattern.compile("(?<name>[\\w+]+)://"
            + "(?:(?<user>[^:/]*)(?::(?<password>[^@]*))?@)?"
            + "(?:(?:\\[(?<ipv6>[^/?]+)]|(?<host>[^/:?]+))?(?::(?<port>[^/?]*))?)?"
            + "(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");
    private static final Pattern JDBC_USER = Pattern.compile("(?i)jdbc:\\w+://[^/?]*@.*");
    private static final Set<String> PYTHON_DRIVERS = Set.of("psycopg", "psycopg2", "psycopg2cffi", "asyncpg", "pg8000",
            "pymysql", "mysqldb",
            "mysqlconnector", "mariadbconnector", "aiomysql", "asyncmy", "pyodbc", "pymssql", "aioodbc", "cx_oracle",
            "oracledb",
            "pysqlite", "aiosqlite", "pysqlcipher", "jdbc");
    private static final Map<String, String> ALIASES = Map.of("postgres", "postgresql", "mssql", "sqlserver");

    private final String backend;
    private final String jdbc;
    private final @Nullable String user;
    private final @Nullable String password;
    private final String host;
    private final int port;
    private final String database;
    private final Map<String, String> options;

    private DatabaseUrl(String backend, String jdbc, @Nullable String user, @Nullable String password, String host,
            int port, String database,
            Map<String, String> options) {
        this.backend = backend;
        this.jdbc = jdbc;
        this.user = user;
        this.password = password;
        this.host = host;
        this.port = port;
        this.database = database;
        this.options = Collections.unmodifiableMap(options);
    }

    /**
     * Parses a URL.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if it has neither form; the message reveals no password
     */
    public static DatabaseUrl of(String url) {
        Objects.requireNonNull(url, "url");
        return url.regionMatches(true, 0, "jdbc:", 0, 5) ? jdbc(url) : parse(url);
    }

    private static DatabaseUrl jdbc(String url) {
        int end = url.indexOf(':', 5);
        if (end < 0) {
            throw new RubedoException(ErrorCode.INVALID_URL,
                    "\"" + masked(url) + "\" is not a JDBC URL. Write jdbc:<database>:...");
        }
        String name = url.substring(5, end).toLowerCase(Locale.ROOT);
        return new DatabaseUrl(name, url, null, null, "", -1, "", Map.of());
    }

    private static DatabaseUrl parse(String url) {
        var form = FORM.matcher(url);
        if (!form.matches()) {
            throw new RubedoException(ErrorCode.INVALID_URL, "Cannot read the database URL \"" + masked(url)
                    + "\". Write dialect://user:password@host:port/database?option=value (special characters in user and password as %XX) or jdbc:...");
        }
        String name = form.group("name").toLowerCase(Locale.ROOT);
        int plus = name.indexOf('+');
        String backend = plus < 0 ? name : name.substring(0, plus);
        if (plus >= 0) {
            checkDriver(backend, name.substring(plus + 1));
        }
        String host = form.group("ipv6") != null ? form.group("ipv6") : orEmpty(form.group("host"));
        if (host.indexOf('@') >= 0) {
            throw new RubedoException(ErrorCode.INVALID_URL, "The database URL \"" + masked(url)
                    + "\" has more than one @. If it belongs to the password, write it as %40.");
        }
        return new DatabaseUrl(ALIASES.getOrDefault(backend, backend), "", decoded(form.group("user")),
                decoded(form.group("password")), host,
                port(form.group("port"), url), orEmpty(form.group("database")), options(orEmpty(form.group("query"))));
    }

    private static void checkDriver(String backend, String driver) {
        if (!PYTHON_DRIVERS.contains(driver)) {
            throw new RubedoException(ErrorCode.INVALID_URL,
                    "Unknown driver \"" + driver + "\" in \"" + backend + "+" + driver + "://\". Write \"" + backend
                            + "://\": the JDBC driver on the class path is used.");
        }
        if (LOGGED.add(backend + "+" + driver)) {
            LOG.info(
                    "The driver \"{}\" of \"{}+{}://\" is one of Python's; the JDBC driver on the class path is used instead.",
                    driver,
                    backend, driver);
        }
    }

    private static int port(@Nullable String text, String url) {
        if (text == null || text.isEmpty()) {
            return -1;
        }
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new RubedoException(ErrorCode.INVALID_URL,
                "The port in the database URL \"" + masked(url) + "\" is not a number from 0 to 65535. "
                        + "If the colon belongs to the password, write it as %3A, and @ as %40.");
    }

    private static Map<String, String> options(String query) {
        var options = new LinkedHashMap<String, String>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = percentDecoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : percentDecoded(pair.substring(equals + 1));
            if (options.putIfAbsent(name, value) != null) {
                throw new RubedoException(ErrorCode.INVALID_URL,
                        "The option \"" + name + "\" occurs twice in the database URL.");
            }
        }
        return options;
    }

    private static @Nullable String decoded(@Nullable String text) {
        // a plus sign is literal outside the options
        return text == null ? null : percentDecoded(text.replace("+", "%2B"));
    }

    /** Neither the text nor the decoder's message is shown, because it may be part of a password. */
    private static String percentDecoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RubedoException(ErrorCode.INVALID_URL,
                    "The database URL has a percent sign that is not followed by two hexadecimal digits. Write a percent sign as"
                            + " %25, also in the password.");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * Returns the name of the database product: {@code sqlite}, {@code postgresql}, {@code mysql}, {@code mariadb},
     * {@code h2}...
     */
    public String backend() {
        return backend;
    }

    /** Returns the JDBC URL, unchanged, if this is one. */
    public Optional<String> jdbcUrl() {
        return jdbc.isEmpty() ? Optional.empty() : Optional.of(jdbc);
    }

    /** Returns the user, if the URL has one. */
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** Returns the password, if the URL has one. */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /** Returns the host; empty if the URL has none. */
    public String host() {
        return host;
    }

    /** Returns the port, if the URL has one. */
    public OptionalInt port() {
        return port < 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** Returns the name or path of the database; empty if the URL has none. */
    public String database() {
        return database;
    }

    /**
     * Returns the options after the question mark, in the order of the URL. Those of a JDBC URL are left in its text.
     */
    public Map<String, String> options() {
        return options;
    }

    /** Returns {@code host:port} for a JDBC URL, with brackets around an IPv6 address. */
    public String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port < 0 ? name : name + ":" + port;
    }

    /**
     * Checks that a JDBC URL has no user and password before its host, for a driver that would parse them as host or
     * port.
     *
     * @throws RubedoException {@link ErrorCode#INVALID_URL} if it does
     */
    public void requireNoUserInJdbcUrl() {
        if (JDBC_USER.matcher(jdbc).matches()) {
            throw new RubedoException(ErrorCode.INVALID_URL, "The driver for \"" + this
                    + "\" does not read user:password@ in a JDBC URL. Write " + backend
                    + "://user:password@host/database without jdbc:, or jdbc:" + backend
                    + "://host/database?user=...&password=...");
        }
    }

    /** Returns a JDBC URL with its secrets masked. */
    public static String masked(String url) {
        return UrlSecrets.masked(url);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatabaseUrl that && backend.equals(that.backend) && jdbc.equals(that.jdbc)
                && Objects.equals(user, that.user)
                && Objects.equals(password, that.password) && host.equals(that.host) && port == that.port
                && database.equals(that.database)
                && options.equals(that.options);
    }

    @Override
    public int hashCode() {
        return Objects.hash(backend, jdbc, user, host, port, database, options);
    }

    @Override
    public String toString() {
        if (!jdbc.isEmpty()) {
            return masked(jdbc);
        }
        var text = new StringBuilder(backend).append("://");
        if (user != null) {
            text.append(user).append(password == null ? "@" : ":***@");
        }
        text.append(authority());
        if (!database.isEmpty() || !options.isEmpty()) {
            text.append('/').append(masked(database));
        }
        char separator = '?';
        for (var option : options.entrySet()) {
            text.append(separator).append(option.getKey()).append('=')
                    .append(UrlSecrets.masked(option.getKey(), option.getValue()));
            separator = '&';
        }
        return text.toString();
    }
}
