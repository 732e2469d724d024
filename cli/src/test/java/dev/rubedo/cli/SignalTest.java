package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the end of the process, as by Ctrl-C, leaves behind. */
@DisabledOnOs(OS.WINDOWS)
class SignalTest {
    @TempDir Path directory;

    private Process rubedo(String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Rubedo.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    }

    private String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aRunThatIsTerminatedRollsBackAndReleasesTheLock() throws Exception {
        Files.createDirectories(directory.resolve("migrations/versions"));
        Files.writeString(directory.resolve("rubedo.toml"), "[migrate]\nurl = \"sqlite:///shop.db\"\n");
        var file = directory.resolve("migrations/versions/a1.sql");
        Files.writeString(file, """
                -- rubedo: revision a1
                -- upgrade
                CREATE TABLE t (x INTEGER);
                INSERT INTO t WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c WHERE x < 0;
                """);
        var process = rubedo("upgrade");
        var out = process.inputReader(StandardCharsets.UTF_8);
        var line = out.readLine();
        while (line != null && !line.startsWith("1 of 1: upgrade base -> a1, statement 2 for ")) {
            line = out.readLine();
        }
        assertThat(line).as("the line of a long statement").isNotNull();

        process.toHandle().destroy();

        assertThat(out.lines().toList()).anyMatch(each -> each.endsWith("Its changes are rolled back."));
        assertThat(process.waitFor()).isEqualTo(ExitCode.INTERRUPTED);
        Files.writeString(file, """
                -- rubedo: revision a1
                -- upgrade
                CREATE TABLE t (x INTEGER);
                """);
        var next = rubedo("upgrade");
        assertThat(output(next)).contains("Upgraded <base> -> a1");
        assertThat(next.waitFor()).isEqualTo(ExitCode.DONE);
    }
}
