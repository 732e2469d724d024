package dev.rubedo.testing.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs, and provides what else a launcher needs from the machine. Stateless. */
final class Commands {

    private Commands() {}

    /** Runs a program with {@code input} and returns its output; an exit code other than 0 is an error. */
    static String run(List<String> command, String input) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var writer = new Thread(() -> {
            try (OutputStream out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException endedEarly) {
                Thread.currentThread().interrupt();
            }
        }, "rubedo-testing-command-input");
        writer.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int result = process.waitFor();
            if (result != 0) {
                throw new IOException("\"" + String.join(" ", command) + "\" ended with " + result + ":\n" + output);
            }
            return output;
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.getFirst(), interrupted);
        }
    }

    /** Finds a free port; another program may still take it first. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
