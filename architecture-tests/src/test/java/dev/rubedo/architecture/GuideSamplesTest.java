package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rule 16: the Java that a reader copies first is compiled and run. Spaces and line breaks do not matter, nor does what follows a block. */
class GuideSamplesTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    /** Pages whose samples are not Java of ours to run: they show test classes and build files of the reader. */
    private static final Set<String> UNTESTED = Set.of("testing.md");

    /** What the processor's tests expect it to write. */
    private static final String GENERATED = "processor/src/test/resources/golden";

    @Test
    void theSamplesOfTheReadmeAreTested() throws IOException {
        assertThat(untested(Project.read(Project.root().resolve("README.md")), tested())).isEmpty();
    }

    @Test
    void theSamplesOfTheGuideAreTested() throws IOException {
        var sources = tested();
        try (var pages = Files.list(Project.root().resolve("docs/guide"))) {
            assertThat(pages.filter(page -> !UNTESTED.contains(page.getFileName().toString())).sorted())
                    .allSatisfy(page -> assertThat(untested(Project.read(page), sources)).isEmpty());
        }
    }

    @Test
    void theSamplesOfTheGuideToMappingAreTested() throws IOException {
        assertThat(untested(Project.read(Project.root().resolve("docs/guide/mapping.md")), tested())).isEmpty();
    }

    @Test
    void aSampleThatIsInNoTestIsCaught() {
        var document = "```java\nint one = 1;\n```\n```java\nint two = 2;\n```\n";

        assertThat(untested(document, List.of("void method() { int  one\n= 1; }"))).containsExactly("int two = 2;\n");
    }

    private static List<String> tested() throws IOException {
        var sources = new ArrayList<String>();
        for (var folder : guideFolders()) {
            try (var files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().map(Project::read)
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    /** The packages named {@code guide} in the tests of all modules, and what the processor's tests expect. */
    private static List<Path> guideFolders() throws IOException {
        var folders = new ArrayList<Path>();
        folders.add(Project.root().resolve(GENERATED));
        for (var module : Layout.modules()) {
            var tests = Project.root().resolve(module.folder()).resolve("src/test/java");
            if (Files.isDirectory(tests)) {
                try (var all = Files.walk(tests)) {
                    all.filter(folder -> folder.endsWith("guide") && Files.isDirectory(folder)).forEach(folders::add);
                }
            }
        }
        examples(folders);
        return folders;
    }

    /** The examples, which are compiled and run by their tests. */
    private static void examples(List<Path> folders) throws IOException {
        try (var all = Files.walk(Project.root().resolve("examples"))) {
            all.filter(file -> file.toString().matches(".*[/\\\\]src[/\\\\]main[/\\\\]java[/\\\\].*\\.java"))
                    .map(Path::getParent).distinct().forEach(folders::add);
        }
    }

    private static List<String> untested(String document, List<String> sources) {
        var known = sources.stream().map(GuideSamplesTest::dense).collect(Collectors.joining("\n"));
        return JAVA_BLOCK.matcher(document).results().map(match -> match.group(1))
                .filter(sample -> !known.contains(dense(sample))).toList();
    }

    private static String dense(String text) {
        return text.replaceAll("\\s", "");
    }
}
