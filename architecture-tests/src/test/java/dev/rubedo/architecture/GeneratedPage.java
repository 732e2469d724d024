package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation whose end is made from code; {@code -Drubedo.golden=rewrite} writes it anew. Immutable. */
final class GeneratedPage {

    private final Path file;
    private final String mark;

    /**
     * Names a page.
     *
     * @param path the path of the file below the project's root
     * @param test the test that makes the page
     */
    GeneratedPage(String path, Class<?> test) {
        this.file = Project.root().resolve(path);
        this.mark = "<!-- made from the code by " + test.getSimpleName() + " -->\n";
    }

    /** Asserts that what follows the mark is this text. */
    void hasEnd(String made) {
        var written = Project.read(file);
        assertThat(written).as(file + " has its mark").contains(mark);
        var page = written.substring(0, written.indexOf(mark) + mark.length()) + "\n" + made;
        if (System.getProperty("rubedo.golden", "").equals("rewrite")) {
            try {
                Files.writeString(file, page);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        assertThat(Project.read(file)).as(file + " tells what the code tells").isEqualTo(page);
    }

    /** Returns the head of a table. */
    static String head(String... titles) {
        return row(titles) + "|" + "---|".repeat(titles.length) + "\n";
    }

    /** Returns a row of a table. */
    static String row(String... cells) {
        return row(Arrays.asList(cells));
    }

    /** Returns a row of a table. */
    static String row(Collection<String> cells) {
        return cells.stream().map(GeneratedPage::cell).collect(Collectors.joining(" | ", "| ", " |\n"))
                .replaceAll(" +\\|", " |");
    }

    /** Returns cells as code, separated by commas; empty if there are none. */
    static String code(Stream<String> names) {
        return names.map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("<(?=[^`]*(?:`[^`]*`[^`]*)*$)", "&lt;");
    }
}
