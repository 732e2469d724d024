package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rule 16: the Java that a reader copies first is compiled and run. Spaces and line breaks do not matter, nor does what follows a block. */
class GuideSamplesTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    private static final String TESTED = "orm/src/test/java/dev/rubedo/orm/guide";

    /** What the processor's tests expect it to write. */
    private static final String GENERATED = "processor/src/test/resources/golden";

    @Test
    void theSamplesOfTheReadmeAreTested() throws IOException {
        assertThat(untested(Project.read(Project.root().resolve("README.md")), tested())).isEmpty();
    }

    @Test
    void theSamplesOfTheFirstGuideAreTested() throws IOException {
        assertThat(untested(Project.read(Project.root().resolve("docs/guide/getting-started.md")), tested())).isEmpty();
    }

    @Test
    void theSamplesOfTheGuideToCoreAreTested() throws IOException {
        assertThat(untested(Project.read(Project.root().resolve("docs/guide/core.md")), tested())).isEmpty();
    }

    @Test
    void theSamplesOfTheGuideToEventsAreTested() throws IOException {
        assertThat(untested(Project.read(Project.root().resolve("docs/guide/events.md")), tested())).isEmpty();
    }

    @Test
    void aSampleThatIsInNoTestIsCaught() {
        var document = "```java\nint one = 1;\n```\n```java\nint two = 2;\n```\n";

        assertThat(untested(document, List.of("void method() { int  one\n= 1; }"))).containsExactly("int two = 2;\n");
    }

    private static List<String> tested() throws IOException {
        var sources = new ArrayList<String>();
        for (var folder : List.of(TESTED, GENERATED)) {
            try (var files = Files.list(Project.root().resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().map(Project::read)
                        .forEach(sources::add);
            }
        }
        return sources;
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
