package dev.rubedo.dialect.sqlserver;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.DriverOptions;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The JDBC URL and the properties for a database URL. Options are those of the driver, ignoring case; the ODBC options
 * that Python's drivers use are translated. Stateless.
 */
final class SqlServerUrl {

    private static final String JDBC = "jdbc:sqlserver://";
    /** Options that the driver accepts but does not report. */
    private static final Set<String> UNLISTED = Set.of("accessToken", "gsscredential");
    private static final Map<String, String> ODBC = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private static final Pattern PART = Pattern.compile("\\s*([^=;]+?)\\s*=\\s*(\\{(?:[^}]|}})*}|[^;]*)\\s*(?:;|$)");

    static {
        ODBC.putAll(Map.of("server", "", "database", "databaseName", "uid", "user", "pwd", "password", "app",
                "applicationName", "login_timeout", "loginTimeout", "timeout", "loginTimeout", "wsid",
                "workstationID", "trusted_connection", "integratedSecurity", "failover_partner", "failoverPartner"));
        ODBC.putAll(Map.of("serverspn", "serverSpn", "hostnameincertificate", "hostNameInCertificate", "instance",
                "instanceName", "appname", "applicationName", "mars_connection", "", "charset", "", "driver", ""));
    }

    private SqlServerUrl() {}

    /** Returns the JDBC URL. */
    static String of(DatabaseUrl url) {
        if (url.jdbcUrl().isPresent()) {
            return url.jdbcUrl().get();
        }
        var odbc = odbc(url);
        if (!odbc.isEmpty()) {
            if (!url.hosts().isEmpty()) {
                throw refused(url, "has both a host and odbc_connect. Specify only one of them");
            }
            return JDBC + server(odbc.getOrDefault("server", "localhost"));
        }
        if (url.hosts().isEmpty()) {
            return JDBC + "localhost";
        }
        var host = url.hosts().get(0);
        if (url.hosts().size() > 2) {
            throw refused(url, "has " + url.hosts().size()
                    + " hosts. Name the server, and at most its failover partner; for an availability group, name its "
                    + "listener and set multiSubnetFailover=true");
        }
        var name = host.name().replace("%5C", "\\").replace("%5c", "\\");
        return JDBC + (name.isEmpty() ? "localhost" : name) + (host.port() < 0 ? "" : ":" + host.port());
    }

    /** ODBC separates the port with a comma and may write the protocol before the host. */
    private static String server(String odbc) {
        return odbc.replaceFirst("(?i)^tcp:", "").replace(',', ':').replace(" ", "");
    }

    /** Returns the properties, without those of the URL's user and password. */
    static Map<String, String> properties(DatabaseUrl url, Map<String, String> arguments) {
        var known = DriverOptions.of("SQL Server", JDBC + "localhost", UNLISTED);
        var properties = new LinkedHashMap<String, String>();
        if (!url.jdbcUrl().orElse("").toLowerCase(Locale.ROOT).contains("sendtimeasdatetime")) {
            // a time of day as DATETIME would lose its last digits
            properties.put("sendTimeAsDatetime", "false");
        }
        if (!url.database().isEmpty()) {
            properties.put("databaseName", url.database());
        }
        if (url.hosts().size() == 2) {
            properties.put("failoverPartner", url.hosts().get(1).toString());
        }
        odbc(url).forEach((name, value) -> put(properties, name, value, known));
        url.singleOptionsBut(Set.of("odbc_connect")).forEach((name, value) -> put(properties, name, value, known));
        arguments.forEach((name, value) -> put(properties, name, value, known));
        return properties;
    }

    private static void put(Map<String, String> properties, String option, String value, DriverOptions known) {
        var name = ODBC.getOrDefault(option, option);
        if (name.isEmpty()) {
            requireHarmless(option, value);
        } else {
            var driver = known.name(name);
            properties.put(driver, truth(driver, value));
        }
    }

    /** Accepts options without a counterpart if they have their usual value. */
    private static void requireHarmless(String option, String value) {
        boolean isUsual = switch (option.toLowerCase(Locale.ROOT)) {
            case "mars_connection" -> value.equalsIgnoreCase("no") || value.equalsIgnoreCase("false");
            case "charset" -> value.equalsIgnoreCase("utf8") || value.equalsIgnoreCase("utf-8");
            default -> true; // the ODBC driver, and the server, which is in the JDBC URL
        };
        if (!isUsual) {
            throw new RubedoException(ErrorCode.INVALID_URL, "The option " + option + "=" + value
                    + " of ODBC has no counterpart in the JDBC driver of SQL Server. Remove it.");
        }
    }

    /** ODBC uses yes and no; encrypt has further values. */
    private static String truth(String name, String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        boolean isEncryption = name.equals("encrypt");
        return switch (lower) {
            case "yes" -> "true";
            case "no" -> "false";
            case "mandatory" -> isEncryption ? "true" : value;
            case "optional" -> isEncryption ? "false" : value;
            default -> value;
        };
    }

    /** Returns the parts of pyodbc's option {@code odbc_connect}, with names in lower case. */
    private static Map<String, String> odbc(DatabaseUrl url) {
        var parts = new LinkedHashMap<String, String>();
        for (var text : url.options().getOrDefault("odbc_connect", List.of())) {
            var part = PART.matcher(text);
            while (part.find()) {
                var value = part.group(2);
                parts.put(part.group(1).toLowerCase(Locale.ROOT), value.startsWith("{")
                        ? value.substring(1, value.length() - 1).replace("}}", "}") : value);
            }
            if (parts.isEmpty()) {
                throw new RubedoException(ErrorCode.INVALID_URL,
                        "The option odbc_connect has no parts. Write SERVER=host,port;DATABASE=name;UID=user;PWD=... "
                                + "(percent-encoded), or a URL.");
            }
        }
        return parts;
    }

    private static RubedoException refused(DatabaseUrl url, String why) {
        return new RubedoException(ErrorCode.INVALID_URL, "The database URL \"" + url + "\" " + why + ".");
    }
}
