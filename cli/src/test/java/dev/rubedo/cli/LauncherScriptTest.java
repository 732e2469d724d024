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

    private Path java() throws IOException {
        var java = Files.writeString(Files.createDirectories(directory.resolve("a jdk/bin")).resolve("java"), """
                #!/bin/sh
                for word in "$@"; do
                  case "$word" in -XX:AOTCacheOutput=*|-XX:ArchiveClassesAtExit=*) echo "$@" > "${word#*=}" ;; esac
                done
                echo "$@"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return java;
    }

    private String start() throws IOException, InterruptedException {
        var script = directory.resolve("rubedo");
        if (!Files.exists(script)) {
            Files.copy(Path.of("src/main/launcher/rubedo"), script);
        }
        var start = new ProcessBuilder("sh", script.toString(), "current").redirectErrorStream(true);
        start.environment().put("JAVA_HOME", directory.resolve("a jdk").toString());
        start.environment().put("RUBEDO_CACHE", directory.resolve("a cache").toString());
        start.environment().remove("RUBEDO_JAR");
        var process = start.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.replace(directory + "/", "").strip();
    }

    @Test
    void theNewestVersionIsStarted() throws IOException, InterruptedException {
        for (var version : new String[]{"1.9.0", "1.10.0", "1.2.0"}) {
            Files.createFile(directory.resolve("rubedo-cli-" + version + "-all.jar"));
        }
        java();

        assertThat(start()).isEqualTo("-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable "
                + "-jar rubedo-cli-1.10.0-all.jar current");
    }

    @Test
    void anArchiveIsMadeBeforeTheFirstCommandAndForEachJava() throws IOException, InterruptedException {
        Files.createFile(directory.resolve("rubedo-cli-1.0-all.jar"));
        java();
        for (var version : new String[]{"25.0.1", "21.0.9"}) {
            Files.writeString(directory.resolve("a jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
            var option = version.startsWith("25") ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";

            var first = start();

            assertThat(first).contains(" " + option + "a cache/rubedo-cli-1.0-all-")
                    .endsWith("-jar rubedo-cli-1.0-all.jar current");
            var archive = Path.of(first.replaceFirst(".*" + option + "(.*) -jar.*", "$1"));
            var made = Files.readString(directory.resolve(archive)).replace(directory + "/", "");
            assertThat(made).contains(version.startsWith("25") ? "-XX:AOTCacheOutput=a cache/"
                    : "-XX:ArchiveClassesAtExit=a cache/")
                    .endsWith("-cp rubedo-cli-1.0-all.jar dev.rubedo.cli.WarmUp\n");
            assertThat(start()).isEqualTo(first);
            assertThat(Files.readString(directory.resolve(archive)).replace(directory + "/", "")).isEqualTo(made);
        }
        try (var archives = Files.list(directory.resolve("a cache"))) {
            assertThat(archives).hasSize(2);
        }
    }

    @Test
    void whatTheArchiveIsMadeOfSucceeds() throws IOException {
        assertThat(WarmUp.run()).isTrue();
    }
}
