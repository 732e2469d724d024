package dev.rubedo.backend;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A parser of URLs in SQLAlchemy's form. No message reveals a password. Stateless, except for a record of what was
 * logged.
 */
final class UrlParser {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseUrl.class);
    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();
    private static final Pattern FORM = Pattern.compile("(?<name>[\\w+]+)://"
            + "(?:(?<user>[^:/]*)(?::(?<password>[^@]*))?@)?(?<hosts>[^/?]*)"
            + "(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?", Pattern.DOTALL);
    private static final Pattern HOST = Pattern
            .compile("(?:\\[(?<ipv6>[^\\]]+)]|(?<name>[^:\\[\\]]*))(?::(?<port>.*))?");
    private static final Set<String> PYTHON_DRIVERS = Set.of("psycopg", "psycopg_async", "psycopg2", "psycopg2cffi",
            "asyncpg", "pg8000", "pymysql", "mysqldb", "mysqlconnector", "mariadbconnector", "aiomysql", "asyncmy",
            "pyodbc", "pymssql", "aioodbc", "mssqlpython", "cx_oracle", "oracledb", "oracledb_async", "pysqlite",
            "aiosqlite", "pysqlcipher", "jdbc");

    private UrlParser() {}

    static DatabaseUrl.Parts parse(String url) {
        var form = FORM.matcher(url);
        if (!form.matches()) {
            throw new RubedoException(ErrorCode.INVALID_URL, "Cannot read the database URL \"" + UrlSecrets.masked(url)
                    + "\". Write dialect://user:password@host:port/database?option=value (special characters in user "
                    + "and password as %XX) or jdbc:...");
        }
        String name = form.group("name").toLowerCase(Locale.ROOT);
        int plus = name.indexOf('+');
        String backend = plus < 0 ? name : name.substring(0, plus);
        if (plus >= 0) {
            checkDriver(backend, name.substring(plus + 1));
        }
        String database = decoded(form.group("database"));
        return new DatabaseUrl.Parts(backend, "", decoded(form.group("user")), decoded(form.group("password")),
                hosts(form.group("hosts"), url), database == null ? "" : database, options(form.group("query")));
    }

    private static void checkDriver(String backend, String driver) {
        if (!PYTHON_DRIVERS.contains(driver)) {
            throw new RubedoException(ErrorCode.INVALID_URL,
                    "Unknown driver \"" + driver + "\" in \"" + backend + "+" + driver + "://\". Write \"" + backend
                            + "://\": the JDBC driver on the class path is used.");
        }
        if (LOGGED.add(backend + "+" + driver)) {
            LOG.info(
                    "The driver \"{}\" of \"{}+{}://\" is a Python driver; the JDBC driver on the class path is used "
                            + "instead.",
                    driver, backend, driver);
        }
    }

    private static List<DatabaseUrl.Host> hosts(String text, String url) {
        if (text.indexOf('@') >= 0) {
            throw new RubedoException(ErrorCode.INVALID_URL, "The database URL \"" + UrlSecrets.masked(url)
                    + "\" has more than one @. If it belongs to the password, write it as %40.");
        }
        var hosts = new ArrayList<DatabaseUrl.Host>();
        if (text.isEmpty()) {
            return hosts;
        }
        for (String one : text.split(",", -1)) {
            hosts.add(host(one, "database URL \"" + UrlSecrets.masked(url) + "\""));
        }
        return hosts;
    }

    /**
     * Parses {@code host:port}.
     *
     * @param where the place that contains it, for messages
     */
    static DatabaseUrl.Host host(String text, String where) {
        var form = HOST.matcher(text);
        if (!form.matches()) {
            throw new RubedoException(ErrorCode.INVALID_URL, "The host in the " + where
                    + " is not a name or address. Write an IPv6 address in brackets, as in [::1]:5432.");
        }
        String name = form.group("ipv6") != null ? form.group("ipv6") : form.group("name");
        return new DatabaseUrl.Host(name, port(form.group("port"), where));
    }

    private static int port(@Nullable String text, String where) {
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
                "The port in the " + where + " is not a number from 0 to 65535. "
                        + "If the colon belongs to the password, write it as %3A, and @ as %40.");
    }

    private static Map<String, List<String>> options(@Nullable String query) {
        var options = new LinkedHashMap<String, List<String>>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = percentDecoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : percentDecoded(pair.substring(equals + 1));
                options.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
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
                    "The database URL has a percent sign that is not followed by two hexadecimal digits. Write a "
                            + "percent sign as"
                            + " %25, also in the password.");
        }
    }
}
