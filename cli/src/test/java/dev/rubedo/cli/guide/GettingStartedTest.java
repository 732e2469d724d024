package dev.rubedo.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.cli.MadeProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page "Getting started", followed word by word: its files are extracted, compiled and run. */
class GettingStartedTest {
    private static final Pattern FILE = Pattern.compile("(?s)\n`([\\w./-]+)`\n\n```\\w+\n(.*?)```\n");
    /** A dependency of Gradle that the pom names too; Maven needs no launcher. */
    private static final Pattern DEPENDENCY = Pattern
            .compile("\"[\\w.]+:(?!junit-platform-launcher)([\\w-]+):([\\w.-]+)\"");
    private static final Pattern OUTPUT = Pattern.compile("(?s)exec:exec\n```\n\n```\n(.*?)```\n");

    @TempDir private Path directory;

    private static String page() throws Exception {
        return Files.readString(
                Path.of(System.getProperty("basedir", "")).resolve("../docs/guide/getting-started.md"));
    }

    private static Map<String, String> files() throws Exception {
        var files = new LinkedHashMap<String, String>();
        FILE.matcher(page()).results().forEach(found -> files.put(found.group(1), found.group(2)));
        return files;
    }

    @Test
    void thePageHasWholeFiles() throws Exception {
        var files = files();

        assertThat(files.keySet()).containsExactly("pom.xml", "settings.gradle.kts",
                "build.gradle.kts", "src/main/java/shop/User.java",
                "src/main/java/shop/Post.java", "src/main/java/shop/Main.java", "src/test/java/shop/UserTest.java");
        assertThat(DEPENDENCY.matcher(files.getOrDefault("build.gradle.kts", "")).results()
                .map(found -> found.group(1) + ":" + found.group(2))).allSatisfy(
                        artifact -> assertThat(files.get("pom.xml")).contains("<artifactId>" + artifact.split(":")[0],
                                "<version>" + artifact.split(":")[1].replace("0.1.0-SNAPSHOT", "${version.rubedo}")));
        assertThat(files).containsEntry("src/main/java/shop/User.java", GettingStartedFiles.USER)
                .containsEntry("src/main/java/shop/Post.java", GettingStartedFiles.POST)
                .containsEntry("src/main/java/shop/Main.java", GettingStartedFiles.MAIN)
                .containsEntry("src/test/java/shop/UserTest.java", GettingStartedFiles.USERTEST);
    }

    @Test
    void theProgramPrintsWhatThePageSaysAndTheTestPasses() throws Exception {
        for (var file : files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var project = new MadeProject(directory, "sqlite");

        project.compile();

        var output = OUTPUT.matcher(page());
        assertThat(output.find()).isTrue();
        assertThat(project.run("shop.Main")).endsWith(output.group(1));
        assertThat(project.test("shop.UserTest")).endsWith("1 passed\n");
    }
}
