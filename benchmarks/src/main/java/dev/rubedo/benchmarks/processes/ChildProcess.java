package dev.rubedo.benchmarks.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class in a JVM of its own, which prints one number as the last line. Stateless. */
final class ChildProcess {
    private ChildProcess() {}

    static long run(List<String> jvm, String classes, String... command) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", classes));
        line.addAll(1, jvm);
        line.addAll(List.of(command));
        var process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
        }
        return Long.parseLong(output.strip().lines().reduce((first, second) -> second).orElseThrow().strip());
    }
}
