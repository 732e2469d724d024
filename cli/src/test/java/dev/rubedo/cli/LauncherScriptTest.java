package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that starts the command line, with a program in place of Java that prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {
    @TempDir private Path directory;

    @Test
    void theNewestVersionIsStarted() throws IOException, InterruptedException {
        for (var version : new String[]{"1.9.0", "1.10.0", "1.2.0"}) {
            Files.createFile(directory.resolve("rubedo-cli-" + version + "-all.jar"));
        }
        var java = Files.writeString(Files.createDirectories(directory.resolve("jdk/bin")).resolve("java"),
                "#!/bin/sh\necho \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        var script = Files.copy(Path.of("src/main/launcher/rubedo"), directory.resolve("rubedo"));
        var start = new ProcessBuilder("sh", script.toString(), "current").redirectErrorStream(true);
        start.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        start.environment().put("RUBEDO_CACHE", directory.resolve("cache").toString());
        start.environment().remove("RUBEDO_JAR");

        var process = start.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).contains("-jar " + directory.resolve("rubedo-cli-1.10.0-all.jar") + " current");
    }
}
