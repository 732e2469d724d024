package dev.rubedo.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the guard is a shell script")
class ServerProcessTest {

    @TempDir Path temporary;

    @Test
    void closingStopsTheServerAndRemovesItsDirectory() throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("run"));
        ServerProcess server = ServerProcess.start(launch(directory, "echo $$ > pid; echo ready; exec sleep 60"));
        long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)).isPresent();

        server.close();

        assertThat(ProcessHandle.of(pid)).isNotPresent();
        assertThat(directory).doesNotExist();
    }

    @Test
    void aServerThatEndsWhileStartingIsReportedWithItsOutput() throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("run"));

        assertThatThrownBy(() -> ServerProcess.start(launch(directory, "echo no such option; exit 3")))
                .isInstanceOf(IOException.class).hasMessage("it ended while starting; it printed:\n  no such option");
        assertThat(directory).doesNotExist();
    }

    @Test
    void aServerThatNeverGetsReadyIsStopped() throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("run"));

        assertThatThrownBy(() -> ServerProcess.start(launch(directory, "exec sleep 60")))
                .hasMessage("not ready after 1 s and printed nothing");
        assertThat(directory).doesNotExist();
    }

    private static ServerProcess.Launch launch(Path directory, String script) {
        return new ServerProcess.Launch(directory, List.of("sh", "-c", "cd " + directory + "; " + script), "KILL",
                "ready", Duration.ofSeconds(1));
    }
}
