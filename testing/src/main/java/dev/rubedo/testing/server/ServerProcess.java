package dev.rubedo.testing.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server as a child process that cannot outlive this JVM. A small shell script holds the other end of a pipe. When
 * the pipe closes (by {@link #close()} or because the JVM has ended in any way), it stops the server and deletes the
 * server's directory. Thread-safe.
 */
final class ServerProcess implements AutoCloseable {

    /**
     * Arguments: the directory to delete, the signal that stops the server, the command. Must survive Ctrl-C in a
     * terminal.
     */
    private static final String GUARD = """
            trap '' INT TERM HUP
            directory=$1; signal=$2; shift 2
            exec 3<&0 </dev/null
            "$@" & server=$!
            ( cat <&3; kill -$signal $server; sleep 5; kill -KILL $server ) >/dev/null 2>&1 & watch=$!
            wait $server; result=$?
            kill -KILL $watch 2>/dev/null
            rm -rf "$directory"
            exit $result
            """;
    private static final int REMEMBERED_LINES = 40;

    private final Process process;
    private final String readyMark;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private ServerProcess(Process process, String readyMark) {
        this.process = process;
        this.readyMark = readyMark;
    }

    /**
     * How a server is started.
     *
     * @param directory the directory to delete after the server has ended
     * @param stopSignal the signal that stops it; its data is discarded, so this is the fastest one that leaves nothing
     *     in the system
     * @param readyMark the part of an output line by which it announces that it accepts connections
     */
    record Launch(Path directory, List<String> command, String stopSignal, String readyMark, Duration patience) {}

    /** Starts a server and waits until it is ready. */
    static ServerProcess start(Launch launch) throws IOException {
        var command = new ArrayList<String>();
        if (!Platform.current().isWindows()) {
            command.addAll(List.of("sh", "-c", GUARD, "guard", launch.directory().toString(), launch.stopSignal()));
        }
        command.addAll(launch.command());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var server = new ServerProcess(process, launch.readyMark());
        if (Platform.current().isWindows()) {
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        }
        var reader = new Thread(server::readOutput, "rubedo-testing-server-output");
        reader.setDaemon(true);
        reader.start();
        server.awaitReady(launch.patience());
        return server;
    }

    /** Stops the server and waits until it has ended. */
    @Override
    public void close() {
        try {
            if (Platform.current().isWindows()) {
                process.destroyForcibly();
            }
            process.getOutputStream().close();
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException alreadyGone) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Duration patience) throws IOException {
        boolean started = false;
        try {
            ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            started = true;
        } catch (TimeoutException late) {
            throw new IOException("not ready after " + patience.toSeconds() + " s" + output(), late);
        } catch (ExecutionException ended) {
            throw new IOException("it ended while starting" + output(), ended.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for it", interrupted);
        } finally {
            if (!started) {
                close();
            }
        }
    }

    private void readOutput() {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                remember(line);
                if (line.contains(readyMark)) {
                    ready.complete(true);
                }
            }
            ready.completeExceptionally(new IOException("end of output"));
        } catch (IOException problem) {
            ready.completeExceptionally(problem);
        }
    }

    private synchronized void remember(String line) {
        if (lastLines.size() == REMEMBERED_LINES) {
            lastLines.removeFirst();
        }
        lastLines.addLast(line);
    }

    private synchronized String output() {
        return lastLines.isEmpty() ? " and printed nothing" : "; it printed:\n  " + String.join("\n  ", lastLines);
    }
}
