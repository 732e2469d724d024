package dev.rubedo.testing.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The common steps of starting a server from binaries: unpack once per machine, prepare a data directory once per
 * machine, copy it for this run, start on a free port. Subclasses implement these steps for their product. Stateless.
 */
abstract class EmbeddedLauncher {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;

    /** Returns a name for directories that changes with the version of the binaries. */
    abstract String cacheName() throws IOException;

    /** Unpacks the binaries. */
    abstract void unpack(Path base) throws IOException;

    /** Creates an empty data directory, named {@code data}, in a directory. */
    abstract void prepare(Path base, Path directory) throws IOException;

    /** Gives the files of this run to the user that the server will run as. */
    abstract void own(Path directory) throws IOException;

    /** Returns the command that starts the server, which must listen on the loopback address only. */
    abstract List<String> command(Path base, Path directory, int port) throws IOException;

    /** Returns the signal that stops the server at once. */
    abstract String stopSignal();

    /** Returns the output by which the server announces that it accepts connections. */
    abstract String readyMark();

    /** A server that was started here. */
    record Running(int port, RunDirectory directory, ServerProcess process) implements AutoCloseable {
        @Override
        public void close() {
            process.close();
            directory.close();
        }
    }

    /**
     * Starts the server. Another program may take the port in between, and a cleaner of temporary files may have
     * damaged the cache. Therefore there is more than one attempt, the last one with everything rebuilt.
     */
    final Running start() throws IOException {
        Workspace workspace = Workspace.open();
        for (int attempt = 1;; attempt++) {
            Path base = workspace.cached(cacheName(), this::unpack);
            Path template = workspace.cached(cacheName() + "-data", directory -> prepare(base, directory));
            try {
                return startCopy(workspace, base, template);
            } catch (IOException problem) {
                if (attempt == ATTEMPTS) {
                    throw problem;
                }
                if (attempt == ATTEMPTS - 1) {
                    workspace.discard(template);
                    workspace.discard(base);
                }
            }
        }
    }

    private Running startCopy(Workspace workspace, Path base, Path template) throws IOException {
        RunDirectory run = workspace.newRun(cacheName());
        boolean started = false;
        try {
            Directories.copy(template.resolve("data"), run.path().resolve("data"));
            own(run.path());
            int port = Commands.freePort();
            ServerProcess process = ServerProcess.start(new ServerProcess.Launch(run.path(),
                    command(base, run.path(), port), stopSignal(), readyMark(), PATIENCE));
            started = true;
            return new Running(port, run, process);
        } finally {
            if (!started) {
                run.close();
            }
        }
    }
}
