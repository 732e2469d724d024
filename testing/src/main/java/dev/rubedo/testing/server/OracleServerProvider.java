package dev.rubedo.testing.server;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Oracle at {@code RUBEDO_ORACLE_URL}, such as {@code jdbc:oracle:thin:system/...@//localhost:1521/FREEPDB1}, whose user
 * may create users. Each test has its own user. Stateless.
 */
public final class OracleServerProvider implements DatabaseServerProvider {

    private static final String URL = "RUBEDO_ORACLE_URL";
    private static final int PORT = 1521;
    private static final Pattern LOGIN = Pattern.compile("(?i)(jdbc:oracle:thin:)[^@]*@");
    private static final String PASSWORD = "rubedo_Test1";

    /** Used by {@link java.util.ServiceLoader}. */
    public OracleServerProvider() {}

    @Override
    public String name() {
        return "oracle";
    }

    @Override
    public Optional<String> missing() {
        return DatabaseServerProvider.isPresent("oracle.jdbc.OracleDriver")
                ? Optional.empty()
                : Optional.of("no driver (com.oracle.database.jdbc:ojdbc11) on the class path");
    }

    @Override
    public Optional<String> optIn() {
        return ServerStart.setting(URL).isPresent() ? Optional.empty() : Optional.of("only on request: set " + URL);
    }

    @Override
    public DatabaseServer start() {
        return ServerStart.attempt("Oracle", name(), URL, url -> {
            String given = url.orElseThrow(() -> new IllegalArgumentException(URL + " is not set"));
            return new UrlServer(URL, given, PORT, new UrlServer.Spaces(
                    name -> List.of("CREATE USER " + name + " IDENTIFIED BY " + PASSWORD + " QUOTA UNLIMITED ON USERS",
                            "GRANT CREATE SESSION, CREATE TABLE, CREATE VIEW, CREATE MATERIALIZED VIEW, CREATE SEQUENCE, "
                                    + "CREATE SYNONYM, CREATE TYPE, CREATE PROCEDURE TO " + name),
                    name -> List.of("DROP USER " + name + " CASCADE"),
                    name -> LOGIN.matcher(given).replaceFirst("$1" + name + "/" + PASSWORD + "@"))).check();
        });
    }
}
