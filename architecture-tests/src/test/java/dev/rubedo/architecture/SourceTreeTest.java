package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules 8 and 13: packages and classes introduce themselves, and no file grows without a word. */
class SourceTreeTest {

    private static final int LONGEST_FILE = 800;

    private static final Pattern DECLARATION = Pattern.compile("(/\\*\\*(?:(?!\\*/).)*\\*/\\s*)?(?:@[^\n]*\\n)*"
            + "(?:public |final |abstract |sealed |non-sealed |strictfp )*(@interface|(?<!@)\\b(?:class|interface|record|enum)) \\w",
            Pattern.DOTALL);

    private static final Pattern ABOUT_THREADS = Pattern.compile("(?i)immutable|thread|stateless|no state");

    @Test
    void everyPackageIntroducesItselfAndIsNullMarked() {
        var faults = Layout.modules().stream().flatMap(module -> packageFaults(Project.mainSources(module),
                !module.folder().equals("mapping")).stream());

        assertThat(faults).isEmpty();
    }

    @Test
    void aPackageWithoutIntroductionIsCaught(@TempDir Path folder) throws IOException {
        write(folder.resolve("planted/Lonely.java"), "package planted; class Lonely {}");

        assertThat(packageFaults(folder, true)).containsExactly("planted has no package-info.java");
    }

    @Test
    void aPackageThatIsNotNullMarkedIsCaught(@TempDir Path folder) throws IOException {
        write(folder.resolve("planted/package-info.java"), "/** Mentions @NullMarked. */ package planted;");

        assertThat(packageFaults(folder, true)).containsExactly("planted is not @NullMarked");
    }

    @Test
    void aPackageWithoutADescriptionIsCaught(@TempDir Path folder) throws IOException {
        write(folder.resolve("planted/package-info.java"), "@NullMarked package planted;");

        assertThat(packageFaults(folder, true)).containsExactly("planted has no Javadoc");
    }

    @Test
    void filesAreShortOrAllowed() {
        assertThat(longFiles(Project.sources(), allowedLongFiles())).isEmpty();
    }

    @Test
    void aLongFileIsCaught(@TempDir Path folder) throws IOException {
        var file = write(folder.resolve("Endless.java"), "// line\n".repeat(LONGEST_FILE + 1));

        assertThat(longFiles(List.of(file), Set.of())).containsExactly("Endless.java has 801 lines");
        assertThat(longFiles(List.of(file), Set.of("Endless.java"))).isEmpty();
    }

    @Test
    void everyAllowedLongFileIsStillLong() {
        var names = new HashSet<>(allowedLongFiles());

        Project.sources().stream().filter(file -> lines(file) > LONGEST_FILE)
                .forEach(file -> names.remove(file.getFileName().toString()));

        assertThat(names).isEmpty();
    }

    @Test
    void commentsOfClassesAndInterfacesSayWhichThreadsMayUseThem() {
        assertThat(silentAboutThreads(Project.sources())).isEmpty();
    }

    @Test
    void aCommentThatIsSilentAboutThreadsIsCaught(@TempDir Path folder) throws IOException {
        var silent = write(folder.resolve("Silent.java"), "/** A thing. */ public final class Silent {}");
        var told = write(folder.resolve("Told.java"), "/** A thing. Thread-safe. */ public final class Told {}");
        var naked = write(folder.resolve("Naked.java"), "public final class Naked { /** Immutable. */ int x; }");
        var data = write(folder.resolve("Data.java"), "/** A thing. */ record Data(int x) {}");

        assertThat(silentAboutThreads(List.of(silent, told, naked, data))).containsExactly("Silent", "Naked");
    }

    /**
     * Records, enums, annotations and exceptions need no word: they are immutable. Functions run where they are called, suites where
     * their runner wants. */
    private static List<String> silentAboutThreads(List<Path> files) {
        return files.stream().filter(file -> !file.endsWith("package-info.java")).filter(file -> {
            var declaration = DECLARATION.matcher(Project.read(file));
            return declaration.find() && Set.of("class", "interface").contains(declaration.group(2))
                    && !Project.typeName(file).matches(".*(Exception|Suite)")
                    && !declaration.group().contains("@FunctionalInterface")
                    && (declaration.group(1) == null || !ABOUT_THREADS.matcher(declaration.group(1)).find());
        }).map(Project::typeName).toList();
    }

    private static List<String> packageFaults(Path sources, boolean nullMarked) {
        return Project.packageFolders(sources).stream()
                .flatMap(folder -> packageFault(sources, folder, nullMarked)).toList();
    }

    private static Stream<String> packageFault(Path sources, Path folder, boolean nullMarked) {
        var name = Project.packageName(sources, folder);
        var info = folder.resolve("package-info.java");
        if (!Files.exists(info)) {
            return Stream.of(name + " has no package-info.java");
        }
        if (!Project.read(info).contains("/**")) {
            return Stream.of(name + " has no Javadoc");
        }
        return nullMarked && !Project.code(info).contains("@NullMarked") ? Stream.of(name + " is not @NullMarked")
                : Stream.empty();
    }

    private static List<String> longFiles(List<Path> files, Set<String> allowed) {
        return files.stream()
                .filter(file -> lines(file) > LONGEST_FILE && !allowed.contains(file.getFileName().toString()))
                .map(file -> file.getFileName() + " has " + lines(file) + " lines").toList();
    }

    private static long lines(Path file) {
        return Project.read(file).lines().count();
    }

    /** Names before the first blank; the rest of each line is the reason. */
    private static Set<String> allowedLongFiles() {
        var names = new HashSet<String>();
        Project.read(Project.root().resolve("architecture-tests/size-allowlist.txt")).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> names.add(line.split("\\s", 2)[0]));
        return names;
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
