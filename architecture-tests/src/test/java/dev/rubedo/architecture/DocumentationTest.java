package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 16: what is written about the code is true. */
class DocumentationTest {

    /** Examples of users' own classes, types of the JDK, and tests. */
    private static final Set<String> NOT_OURS = Set.of("User", "UserBase", "User_", "Mapped", "Optional",
            "Film", "IllegalArgumentException", "IllegalStateException", "NullPointerException", "RuntimeException",
            "Error", "StackOverflowError", "OutOfMemoryError", "ResultSet", "SQLException", "DataSource",
            "DriverFaultTest", "SelectJoinTest", "SessionTest", "Abstract", "DROP");

    private static final Pattern TYPE_NAME = Pattern.compile("`([A-Z][a-z]\\w*)(?:<[^`]*>)?`");

    private static final Pattern ENUM_CONSTANT = Pattern.compile("(?m)^ {4}([A-Z][A-Z0-9_]+)\\s*[,;({]");

    @Test
    void typesNamedInDocumentsExist() {
        var documents = List.of("ARCHITECTURE.md", "CONTRIBUTING.md").stream().map(Project.root()::resolve).toList();

        assertThat(unknownTypes(documents, ourTypes())).isEmpty();
    }

    @Test
    void packagesAreListedAsTheyAreOrdered() {
        var document = Project.read(Project.root().resolve("ARCHITECTURE.md"));

        assertThat(List.of("sql", "engine", "orm")).allSatisfy(module -> assertThat(document).contains("| " + module
                + " | `" + String.join("` `", module(module).packages()) + "` |"));
    }

    @Test
    void typesNamedInDecisionsExist() throws IOException {
        assertThat(unknownTypes(markdown("docs/adr"), ourTypes())).isEmpty();
    }

    @Test
    void typesNamedInErrorPagesExist() throws IOException {
        assertThat(unknownTypes(markdown("docs/errors"), ourTypes())).isEmpty();
    }

    @Test
    void aDocumentAboutATypeThatDoesNotExistIsCaught(@TempDir Path folder) throws IOException {
        var document = Files.writeString(folder.resolve("page.md"), "`Select` and `Phlogiston` and `Alias<T>`");

        assertThat(unknownTypes(List.of(document), Set.of("Select"))).containsExactly("Alias (page.md)",
                "Phlogiston (page.md)");
    }

    @Test
    void everyErrorCodeHasAPage() {
        var pages = Arrays.stream(ErrorCode.values()).map(ErrorCode::page).toList();

        assertThat(missingPages(Project.root().resolve("docs/errors"), pages)).isEmpty();
    }

    @Test
    void anErrorCodeWithoutAPageIsCaught(@TempDir Path folder) {
        assertThat(missingPages(folder, List.of("no-such-page"))).containsExactly("no-such-page");
    }

    @Test
    void everyPageOfAnErrorHasACode() throws IOException {
        var codes = Arrays.stream(ErrorCode.values()).map(code -> code.page() + ".md").collect(Collectors.toSet());

        assertThat(markdown("docs/errors")).extracting(page -> page.getFileName().toString())
                .filteredOn(name -> !name.equals("README.md")).allMatch(codes::contains);
    }

    @Test
    void everyFeatureHasJavadoc() {
        var file = Project.mainSources(module("sql")).resolve("dev/rubedo/feature/Feature.java");

        assertThat(undocumentedConstants(Project.read(file))).isEmpty();
    }

    @Test
    void aFeatureWithoutJavadocIsCaught() {
        assertThat(undocumentedConstants("""
                enum Feature {
                    /** Told. */
                    TOLD,
                    UNTOLD,
                    /** Told too. */
                    LAST
                }
                """)).containsExactly("UNTOLD");
    }

    @Test
    void decisionRecordsAreSmallAndComplete() throws IOException {
        assertThat(markdown("docs/adr")).allSatisfy(page -> {
            var text = Project.read(page);
            assertThat(text.lines().count()).isLessThanOrEqualTo(40);
            assertThat(text).contains("## Context", "## Decision", "## Rejected",
                    "## How we would notice that it was wrong");
        });
    }

    private static Layout.Module module(String folder) {
        return Layout.modules().stream().filter(module -> module.folder().equals(folder)).findFirst().orElseThrow();
    }

    private static List<Path> markdown(String folder) throws IOException {
        try (var files = Files.list(Project.root().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    private static Set<String> ourTypes() {
        var names = Project.classes().stream().map(type -> type.getSimpleName()).collect(Collectors.toSet());
        names.addAll(NOT_OURS);
        return names;
    }

    private static Set<String> unknownTypes(List<Path> documents, Set<String> known) {
        var unknown = new TreeSet<String>();
        for (var document : documents) {
            TYPE_NAME.matcher(Project.read(document)).results().map(match -> match.group(1))
                    .filter(name -> !known.contains(name))
                    .forEach(name -> unknown.add(name + " (" + document.getFileName() + ")"));
        }
        return unknown;
    }

    private static List<String> missingPages(Path folder, List<String> pages) {
        return pages.stream().filter(page -> !Files.exists(folder.resolve(page + ".md"))).toList();
    }

    private static List<String> undocumentedConstants(String source) {
        return ENUM_CONSTANT.matcher(source).results()
                .filter(match -> !source.substring(0, match.start()).stripTrailing().endsWith("*/"))
                .map(match -> match.group(1)).toList();
    }
}
