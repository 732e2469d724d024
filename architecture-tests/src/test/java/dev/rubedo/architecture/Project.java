package dev.rubedo.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The project's own files: sources, compiled classes, documents. Thread-safe. */
final class Project {

    private static final Map<String, JavaClasses> CLASSES = new ConcurrentHashMap<>();

    private Project() {}

    /** The folder that holds the parent pom. */
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("architecture-tests"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Run the architecture tests inside a checkout of the project.");
            }
        }
        return folder;
    }

    /** The main classes of one module. */
    static JavaClasses classesOf(Layout.Module module) {
        return CLASSES.computeIfAbsent(module.folder(), folder -> importFolders(List.of(compiled(module))));
    }

    /** The main classes of all modules. */
    static JavaClasses classes() {
        return CLASSES.computeIfAbsent("all",
                all -> importFolders(Layout.modules().stream().map(Project::compiled).toList()));
    }

    /** The classes planted under a package of this module's tests. */
    static JavaClasses planted(String... packages) {
        return new ClassFileImporter().importPackages(packages);
    }

    private static Path compiled(Layout.Module module) {
        return root().resolve(module.folder()).resolve("target/classes");
    }

    private static JavaClasses importFolders(List<Path> folders) {
        return new ClassFileImporter().importPaths(folders.stream().filter(Files::isDirectory).toList());
    }

    /** The main source files of all modules. */
    static List<Path> sources() {
        return Layout.modules().stream().flatMap(module -> javaFiles(mainSources(module)).stream()).toList();
    }

    /** Where the main sources of a module lie. */
    static Path mainSources(Layout.Module module) {
        return root().resolve(module.folder()).resolve("src/main/java");
    }

    /** All Java files below a folder, sorted; none where the folder does not exist. */
    static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of all packages below a source folder, sorted; a module descriptor makes no package. */
    static List<Path> packageFolders(Path sources) {
        return javaFiles(sources).stream().filter(file -> !file.endsWith("module-info.java")).map(Path::getParent)
                .distinct().toList();
    }

    /** The name of the package in a folder. */
    static String packageName(Path sources, Path folder) {
        return sources.relativize(folder).toString().replace('\\', '/').replace('/', '.');
    }

    /** The text of a file. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a Java file without its comments, so that words in prose are not taken for code. */
    static String code(Path file) {
        return read(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    /** The name of a file's type. */
    static String typeName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
