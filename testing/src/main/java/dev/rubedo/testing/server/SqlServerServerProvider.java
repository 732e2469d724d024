package dev.rubedo.testing.server;

import java.util.List;
import java.util.Optional;

/**
 * SQL Server at {@code RUBEDO_MSSQL_URL}, such as
 * {@code jdbc:sqlserver://localhost:1433;user=sa;password=...;trustServerCertificate=true}. Each test has its own database,
 * in which snapshots are allowed. Stateless.
 */
public final class SqlServerServerProvider implements DatabaseServerProvider {

    private static final String URL = "RUBEDO_MSSQL_URL";
    private static final int PORT = 1433;

    /** Used by {@link java.util.ServiceLoader}. */
    public SqlServerServerProvider() {}

    @Override
    public String name() {
        return "mssql";
    }

    @Override
    public Optional<String> missing() {
        return DatabaseServerProvider.isPresent("com.microsoft.sqlserver.jdbc.SQLServerDriver")
                ? Optional.empty()
                : Optional.of("no driver (com.microsoft.sqlserver:mssql-jdbc) on the class path");
    }

    @Override
    public Optional<String> optIn() {
        return ServerStart.setting(URL).isPresent() ? Optional.empty() : Optional.of("only on request: set " + URL);
    }

    @Override
    public DatabaseServer start() {
        return ServerStart.attempt("SQL Server", name(), URL, url -> {
            String given = url.orElseThrow(() -> new IllegalArgumentException(URL + " is not set"));
            return new UrlServer(URL, given, PORT,
                    new UrlServer.Spaces(
                            name -> List.of("CREATE DATABASE [" + name + "]",
                                    "ALTER DATABASE [" + name + "] SET ALLOW_SNAPSHOT_ISOLATION ON"),
                            name -> List.of("ALTER DATABASE [" + name + "] SET SINGLE_USER WITH ROLLBACK IMMEDIATE",
                                    "DROP DATABASE [" + name + "]"),
                            name -> given.replaceAll("(?i);database(?:Name)?=[^;]*", "") + ";databaseName=" + name))
                    .check();
        });
    }
}
