package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that starts the command line, with a program in place of Java that prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {
    @TempDir private Path directory;
    private int exitCode = -1;

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
        return start(directory, directory.resolve("a cache"));
    }

    private String start(Path place, Path cache) throws IOException, InterruptedException {
        var script = place.resolve("rubedo");
        if (!Files.exists(script)) {
            Files.copy(Path.of("src/main/launcher/rubedo"), script);
        }
        var start = new ProcessBuilder("sh", script.toString(), "current").redirectErrorStream(true);
        start.environment().put("JAVA_HOME", directory.resolve("a jdk").toString());
        start.environment().put("RUBEDO_CACHE", cache.toString());
        start.environment().remove("RUBEDO_JAR");
        var process = start.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        exitCode = process.waitFor();
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
    void aJavaThatIsTooOldIsRefused() throws IOException, InterruptedException {
        Files.createFile(directory.resolve("rubedo-cli-1.0-all.jar"));
        java();
        Files.writeString(directory.resolve("a jdk/release"), "JAVA_VERSION=\"17.0.9\"\n");

        assertThat(start()).isEqualTo(
                "Error: a jdk/bin/java is Java 17. Install a JDK 21 or newer, and name it in JAVA_HOME.");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void twoPlacesOrSizesOfAJarHaveTwoArchives() throws IOException, InterruptedException {
        java();
        Files.writeString(directory.resolve("a jdk/release"), "JAVA_VERSION=\"25\"\n");
        var cache = directory.resolve("a cache");
        for (var place : List.of("one", "two")) {
            Files.createFile(Files.createDirectory(directory.resolve(place)).resolve("rubedo-cli-1.0-all.jar"));
            start(directory.resolve(place), cache);
            start(directory.resolve(place), cache);
        }
        Files.writeString(directory.resolve("two/rubedo-cli-1.0-all.jar"), "changed");
        start(directory.resolve("two"), cache);

        try (var archives = Files.list(cache)) {
            assertThat(archives).hasSize(3);
        }
    }

    /** Nobody can write to /proc, not even root, for whom the shell says otherwise. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutAPlaceForTheArchiveTheCommandStartsNevertheless() throws IOException, InterruptedException {
        Files.createFile(directory.resolve("rubedo-cli-1.0-all.jar"));
        java();
        Files.writeString(directory.resolve("a jdk/release"), "JAVA_VERSION=\"25\"\n");
        var readOnly = Files.createDirectory(directory.resolve("read only"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));

        for (var cache : List.of(Path.of("/proc"), readOnly)) {
            assertThat(start(directory, cache)).startsWith("-XX:+UseSerialGC ")
                    .endsWith(" -jar rubedo-cli-1.0-all.jar current").doesNotContain("\n");
        }
    }

    @Test
    void whatTheArchiveIsMadeOfSucceeds() throws IOException {
        assertThat(WarmUp.run()).isTrue();
    }
}
