package dev.rubedo.testing.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * SQLite: each test has its own file, because an in-memory database is limited to one connection at a time. Stateless.
 */
public final class SqliteServerProvider implements DatabaseServerProvider {

    /** Used by {@link java.util.ServiceLoader}. */
    public SqliteServerProvider() {}

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Optional<String> missing() {
        return DatabaseServerProvider.isPresent("org.sqlite.JDBC")
                ? Optional.empty()
                : Optional.of("no driver (org.xerial:sqlite-jdbc) on the class path");
    }

    @Override
    public boolean hasNetwork() {
        return false;
    }

    @Override
    public DatabaseServer start() {
        try {
            return new Files(Workspace.open().newRun("sqlite"));
        } catch (IOException problem) {
            throw new ServerUnavailableException("SQLite", String.valueOf(problem.getMessage()),
                    "Make the directory of java.io.tmpdir writable.", problem);
        }
    }

    private record Files(RunDirectory directory) implements DatabaseServer {

        @Override
        public String description() {
            return "SQLite " + org.sqlite.SQLiteJDBCLoader.getVersion() + " (a file per test)";
        }

        @Override
        public DatabaseSpace open(String name) {
            return new FileSpace(directory.path().resolve(name + ".db"));
        }

        @Override
        public void close() {
            directory.close();
        }
    }

    private record FileSpace(Path file) implements DatabaseSpace {

        /** The journal makes readers and a writer independent; synchronizing would only cost time here. */
        @Override
        public String url() {
            return "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=OFF";
        }

        @Override
        public void close() {
            for (String suffix : new String[]{"", "-wal", "-shm", "-journal"}) {
                Directories.delete(file.resolveSibling(file.getFileName() + suffix));
            }
        }
    }
}
