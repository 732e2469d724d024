package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package of a published module is exported, or says by its name that it is internal. */
class ModuleExportTest {

    /** A compiler loads the processor as a service: no code names its classes. */
    private static final Set<String> WITHOUT_API = Set.of("processor");

    private static final Pattern EXPORT = Pattern.compile("(?m)^\\s*exports ([\\w.]+)( to [^;]+)?;");

    @Test
    void everyPackageIsExportedOrInternal() {
        assertThat(Layout.modules().stream().filter(module -> !WITHOUT_API.contains(module.folder()))
                .flatMap(module -> faults(Project.mainSources(module)))).isEmpty();
    }

    @Test
    void aModuleWithoutApiExportsNothing() {
        assertThat(Layout.modules().stream().filter(module -> WITHOUT_API.contains(module.folder()))
                .flatMap(module -> exports(Project.mainSources(module)).stream())).isEmpty();
    }

    @Test
    void aModuleWithoutDescriptorIsCaught(@TempDir Path folder) throws IOException {
        write(folder.resolve("planted/Lonely.java"), "package planted; class Lonely {}");

        assertThat(faults(folder)).containsExactly(folder + " has no module-info.java");
    }

    @Test
    void aForgottenPackageIsCaught(@TempDir Path folder) throws IOException {
        write(folder.resolve("module-info.java"),
                "module planted {\n    // exports planted.more;\n    exports planted;\n}");
        write(folder.resolve("planted/Known.java"), "package planted; class Known {}");
        write(folder.resolve("planted/more/Forgotten.java"), "package planted.more; class Forgotten {}");
        write(folder.resolve("planted/internal/more/Hidden.java"), "package planted.internal.more; class Hidden {}");

        assertThat(faults(folder)).containsExactly("planted.more is neither exported nor internal");
    }

    @Test
    void anExportedInternalPackageIsCaught(@TempDir Path folder) throws IOException {
        write(folder.resolve("module-info.java"), "module planted {\n    exports planted.internal;\n}");
        write(folder.resolve("planted/internal/Hidden.java"), "package planted.internal; class Hidden {}");

        assertThat(faults(folder)).containsExactly("planted.internal is internal and exported to everybody");
    }

    private static Stream<String> faults(Path sources) {
        if (!Files.exists(sources.resolve("module-info.java"))) {
            return Stream.of(sources + " has no module-info.java");
        }
        var exported = exports(sources);
        return Project.packageFolders(sources).stream().map(folder -> Project.packageName(sources, folder))
                .filter(name -> exported.contains(name) == isInternal(name))
                .map(name -> name + (isInternal(name) ? " is internal and exported to everybody"
                        : " is neither exported nor internal"));
    }

    private static boolean isInternal(String packageName) {
        return List.of(packageName.split("\\.")).contains("internal");
    }

    /** The packages that a module exports to everybody. */
    private static Set<String> exports(Path sources) {
        return EXPORT.matcher(Project.code(sources.resolve("module-info.java"))).results()
                .filter(export -> export.group(2) == null).map(export -> export.group(1)).collect(Collectors.toSet());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
