package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.error.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The index of errors lists each code with its page and its exceptions, which exist. */
class ErrorReferenceTest {

    private static final Pattern EXCEPTION = Pattern.compile("`([A-Z]\\w+Exception)`");

    @Test
    void theIndexListsEveryError() {
        new GeneratedPage("docs/errors/README.md", getClass()).hasEnd(GeneratedPage.head("code", "error", "exception")
                + Arrays.stream(ErrorCode.values()).map(ErrorReferenceTest::row).collect(Collectors.joining()));
    }

    @Test
    void everyPageNamesItsCodeAndAnException() {
        assertThat(ErrorCode.values()).allSatisfy(code -> {
            assertThat(page(code)).as(code.name()).contains("Code `" + code + "`, thrown as `");
            assertThat(exceptions(code)).as(code.name()).isNotEmpty();
        });
    }

    @Test
    void everyNamedExceptionIsOurs() {
        var ours = Project.classes().stream().map(type -> type.getSimpleName()).collect(Collectors.toSet());

        assertThat(ErrorCode.values()).flatExtracting(ErrorReferenceTest::exceptions).isSubsetOf(ours);
    }

    private static String row(ErrorCode code) {
        var page = page(code);
        var title = page.substring(2, page.indexOf('\n'));
        return GeneratedPage.row("`" + code + "`", "[" + title + "](" + code.page() + ".md)",
                GeneratedPage.code(exceptions(code).stream()));
    }

    /** The exceptions of the paragraph that names the code. */
    private static List<String> exceptions(ErrorCode code) {
        var page = page(code);
        int start = page.indexOf("Code `");
        var paragraph = page.substring(start, page.indexOf("\n\n", start));
        return EXCEPTION.matcher(paragraph).results().map(found -> found.group(1)).distinct().toList();
    }

    private static String page(ErrorCode code) {
        return Project.read(Project.root().resolve("docs/errors/" + code.page() + ".md"));
    }
}
