package dev.rubedo.dialect.oracle;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.DriverOptions;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JDBC URL and the properties for a database URL. Options are those of the driver; the options of Python's drivers
 * are translated. Stateless.
 */
final class OracleUrl {

    private static final String JDBC = "jdbc:oracle:thin:@";
    private static final int DEFAULT_PORT = 1521;
    private static final int DEFAULT_SECURE_PORT = 2484;
    /** The options that are part of the address. */
    private static final Set<String> ADDRESS = Set.of("service_name", "sid", "protocol", "server", "dsn");
    private static final Set<String> UNLISTED = Set.of("password", "oracle.net.tns_admin",
            "oracle.jdbc.DRCPConnectionClass", "oracle.jdbc.accessToken");
    private static final Map<String, String> PYTHON = Map.of("mode", "internal_logon", "config_dir",
            "oracle.net.tns_admin", "wallet_location", "oracle.net.wallet_location", "wallet_password",
            "oracle.net.wallet_password", "ssl_server_dn_match", "oracle.net.ssl_server_dn_match",
            "ssl_server_cert_dn", "oracle.net.ssl_server_cert_dn", "cclass", "oracle.jdbc.DRCPConnectionClass",
            "tcp_connect_timeout", "oracle.net.CONNECT_TIMEOUT", "arraysize", "defaultRowPrefetch", "edition",
            "oracle.jdbc.editionName");
    private static final Set<String> UNICODE = Set.of("utf-8", "utf8", "al32utf8");

    private OracleUrl() {}

    /** Returns the JDBC URL. */
    static String of(DatabaseUrl url) {
        if (url.jdbcUrl().isPresent()) {
            return url.jdbcUrl().get();
        }
        var options = url.singleOptions();
        if (options.containsKey("dsn")) {
            return JDBC + options.get("dsn");
        }
        var service = options.getOrDefault("service_name", "");
        var sid = options.getOrDefault("sid", url.database());
        if (!service.isEmpty() && !sid.isEmpty()) {
            throw refused(url, "names the system identifier \"" + sid + "\" and the service \"" + service
                    + "\". Specify only one of them: a name after the slash is a system identifier");
        }
        boolean isEntry = service.isEmpty() && sid.isEmpty();
        if (isEntry && url.hosts().size() == 1 && url.port().isEmpty()) {
            return JDBC + url.host();
        }
        if (isEntry) {
            throw refused(url, "names no database. Add ?service_name=..., or /sid");
        }
        return JDBC + description(url, options, service, sid);
    }

    private static String description(DatabaseUrl url, Map<String, String> options, String service, String sid) {
        var protocol = options.getOrDefault("protocol", "tcp").toLowerCase(Locale.ROOT);
        boolean isSecure = protocol.equals("tcps");
        if (!isSecure && !protocol.equals("tcp")) {
            throw refused(url, "has the protocol \"" + protocol + "\". Use tcp or tcps");
        }
        var hosts = url.hosts().isEmpty() ? List.of(new DatabaseUrl.Host("localhost", -1)) : url.hosts();
        var server = options.getOrDefault("server", "");
        if (hosts.size() == 1 && server.isEmpty() && !service.isEmpty()) {
            // the short form
            return (isSecure ? "tcps:" : "") + "//" + address(hosts.get(0), isSecure) + "/" + safe(url, service);
        }
        var addresses = hosts.stream().map(host -> "(ADDRESS=(PROTOCOL=" + protocol + ")(HOST="
                + safe(url, host.name().isEmpty() ? "localhost" : host.name()) + ")(PORT=" + port(host, isSecure)
                + "))")
                .collect(Collectors.joining());
        return "(DESCRIPTION=" + (hosts.size() == 1 ? addresses
                : "(LOAD_BALANCE=off)(FAILOVER=on)(ADDRESS_LIST=" + addresses + ")") + "(CONNECT_DATA="
                + (service.isEmpty() ? "(SID=" + safe(url, sid) + ")" : "(SERVICE_NAME=" + safe(url, service) + ")")
                + (server.isEmpty() ? "" : "(SERVER=" + safe(url, server) + ")") + "))";
    }

    private static String address(DatabaseUrl.Host host, boolean isSecure) {
        var named = host.name().isEmpty() ? "localhost" : host.name();
        return new DatabaseUrl.Host(named, port(host, isSecure)).toString();
    }

    private static int port(DatabaseUrl.Host host, boolean isSecure) {
        return host.port() >= 0 ? host.port() : isSecure ? DEFAULT_SECURE_PORT : DEFAULT_PORT;
    }

    /** Rejects a name with characters that the driver would misinterpret. */
    private static String safe(DatabaseUrl url, String name) {
        if (!name.matches("[\\w.$#:+-]+")) {
            throw refused(url, "has the name \"" + name + "\", which has characters that are not allowed in an Oracle "
                    + "address. Correct it, or specify the whole address with the option dsn");
        }
        return name;
    }

    /** Returns the properties, without those of the URL's user and password. */
    static Map<String, String> properties(DatabaseUrl url, Map<String, String> arguments) {
        var known = DriverOptions.of("Oracle", JDBC + "localhost", UNLISTED);
        var properties = new LinkedHashMap<String, String>();
        url.singleOptions().forEach((name, value) -> {
            if (!ADDRESS.contains(name)) {
                put(properties, name, value, known);
            }
        });
        arguments.forEach((name, value) -> put(properties, name, value, known));
        return properties;
    }

    private static void put(Map<String, String> properties, String option, String value, DriverOptions known) {
        if (option.equals("encoding") || option.equals("nencoding")) {
            if (!UNICODE.contains(value.toLowerCase(Locale.ROOT))) {
                throw new RubedoException(ErrorCode.INVALID_URL, "The option " + option + " can only be UTF-8, not \""
                        + value + "\": the driver always uses Unicode. Remove the option.");
            }
            return;
        }
        var name = known.name(PYTHON.getOrDefault(option, option));
        properties.put(name, name.equals("internal_logon")
                ? value.toLowerCase(Locale.ROOT).replace("auth_mode_", "") : value);
    }

    private static RubedoException refused(DatabaseUrl url, String why) {
        return new RubedoException(ErrorCode.INVALID_URL, "The database URL \"" + url + "\" " + why + ".");
    }
}
