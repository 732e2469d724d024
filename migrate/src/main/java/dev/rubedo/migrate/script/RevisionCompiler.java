package dev.rubedo.migrate.script;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.RevisionSourceException;
import dev.rubedo.migrate.operation.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles revisions and loads their classes. Classes are cached in a directory per content of a source, so that an
 * unchanged revision is not compiled again. Confined to one thread at a time.
 */
final class RevisionCompiler {
    static final String SERVICE = "META-INF/services/dev.rubedo.migrate.operation.Migration";

    /** The running version of Java. */
    static final int RUNNING = 0;

    private final Path cache;
    private final String classPath;
    private final int release;

    /**
     * Creates a compiler.
     *
     * @param cache the directory of compiled classes
     * @param classPath what revisions are compiled against
     * @param release the version of Java that the classes run on; {@link #RUNNING} for the running one
     */
    RevisionCompiler(Path cache, String classPath, int release) {
        this.cache = cache;
        this.classPath = classPath;
        this.release = release;
    }

    /** Returns the code of revisions by id, compiling those that are not in the cache. */
    Map<String, Migration> load(Collection<Script> scripts) {
        var found = new LinkedHashMap<String, Migration>();
        places(scripts).forEach((script, place) -> found.put(script.id(), instance(script, place)));
        return found;
    }

    /**
     * Copies the classes of revisions to a directory, compiling those that are not in the cache.
     *
     * @return the names of the classes
     */
    Map<Script, String> copy(Collection<Script> scripts, Path target) throws IOException {
        var names = new LinkedHashMap<Script, String>();
        var origins = new HashMap<Path, Script>();
        for (var entry : places(scripts).entrySet()) {
            var script = entry.getKey();
            var place = entry.getValue();
            try (var walk = Files.walk(place)) {
                for (var file : walk.filter(each -> each.toString().endsWith(".class")).toList()) {
                    var copy = target.resolve(place.relativize(file).toString());
                    var other = origins.put(copy, script);
                    if (other != null) {
                        throw new RevisionSourceException(script.file().toString(), "its class \""
                                + className(place, file) + "\" is also in " + other.file()
                                + ". Nest it in the class of the revision, or rename it.");
                    }
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            names.put(script, Files.readString(place.resolve(SERVICE)).strip());
        }
        return names;
    }

    private static String className(Path directory, Path file) {
        return directory.relativize(file).toString().replaceFirst("\\.class$", "").replace('/', '.').replace('\\', '.');
    }

    /** Returns the directories of the classes of revisions, compiling those that are not in the cache. */
    private Map<Script, Path> places(Collection<Script> scripts) {
        var places = new LinkedHashMap<Script, Path>();
        var missing = new LinkedHashMap<Script, Path>();
        for (var script : scripts) {
            var place = cache.resolve(digest(read(script.file())));
            places.put(script, place);
            if (!Files.exists(place.resolve(SERVICE))) {
                missing.put(script, place);
            }
        }
        if (!missing.isEmpty()) {
            compile(missing);
        }
        return places;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RevisionSourceException(file.toString(), "it cannot be read: " + e.getMessage());
        }
    }

    private String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (Runtime.version().feature() + " " + release + " " + classPath).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, 24);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Each source is compiled to a separate directory, so that classes of different contents never mix. */
    private void compile(Map<Script, Path> missing) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new MigrationException(
                    "Revisions in Java source need a JDK, but this is a JRE. Run with a JDK, or put "
                            + "compiled revisions on the class path.");
        }
        var all = cache.resolve("compiling-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(all);
            var problems = new DiagnosticCollector<JavaFileObject>();
            var targets = new LinkedHashMap<URI, Path>();
            missing.forEach((script, place) -> targets.put(script.file().toUri(),
                    all.resolve(String.valueOf(place.getFileName()))));
            try (var plain = compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8);
                    var files = new OutputBySource(plain, targets)) {
                var sources = plain.getJavaFileObjectsFromPaths(missing.keySet().stream().map(Script::file).toList());
                if (!task(compiler, files, problems, sources).call()) {
                    throw failed(problems);
                }
            }
            for (var entry : missing.entrySet()) {
                publish(entry.getKey(), all.resolve(String.valueOf(entry.getValue().getFileName())), entry.getValue());
            }
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "Compiled revisions cannot be written to \"" + cache
                    + "\": " + e.getMessage() + ". Make the directory writable.", e);
        } finally {
            delete(all);
        }
    }

    private JavaCompiler.CompilationTask task(JavaCompiler compiler, JavaFileManager files,
            DiagnosticCollector<JavaFileObject> problems, Iterable<? extends JavaFileObject> sources) {
        var options = new ArrayList<>(List.of("-classpath", classPath, "-proc:none", "-nowarn"));
        if (release != RUNNING) {
            options.addAll(List.of("--release", String.valueOf(release)));
        }
        try {
            return compiler.getTask(null, files, problems, options, null, sources);
        } catch (IllegalArgumentException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "Java " + Runtime.version().feature()
                    + " cannot compile revisions for Java " + release + ": " + e.getMessage()
                    + ". Specify another version with --release.", e);
        }
    }

    private static RevisionSourceException failed(DiagnosticCollector<JavaFileObject> problems) {
        var messages = new ArrayList<String>();
        for (var problem : problems.getDiagnostics()) {
            if (problem.getKind() == Diagnostic.Kind.ERROR) {
                var source = problem.getSource();
                messages.add((source == null ? "" : source.getName() + ":" + problem.getLineNumber() + ": ")
                        + problem.getMessage(Locale.ROOT));
            }
        }
        return new RevisionSourceException("Revisions do not compile", String.join("\n", messages));
    }

    private static void publish(Script script, Path compiled, Path place) throws IOException {
        var name = mainClass(script, compiled);
        var service = compiled.resolve(SERVICE);
        Files.createDirectories(service.getParent());
        Files.writeString(service, name + "\n");
        try {
            Files.move(compiled, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(place.resolve(SERVICE))) {
                throw e;
            }
            // another process was faster
            delete(compiled);
        }
    }

    /** Returns the name of the class that is named like the file. */
    private static String mainClass(Script script, Path compiled) throws IOException {
        var wanted = String.valueOf(script.file().getFileName()).replaceFirst("\\.java$", ".class");
        try (var walk = Files.walk(compiled)) {
            var found = walk.filter(file -> String.valueOf(file.getFileName()).equals(wanted)).findFirst();
            return found.map(file -> className(compiled, file))
                    .orElseThrow(() -> new RevisionSourceException(script.file().toString(),
                            "it declares no class with the name of the file. Rename one of them."));
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var walk = Files.walk(directory)) {
            for (var file : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Migration instance(Script script, Path place) {
        var loader = new RevisionLoader(url(place), RevisionCompiler.class.getClassLoader());
        var provider = Services.of(Migration.class, loader)
                .filter(each -> each.type().getClassLoader() == loader).findFirst();
        return provider.map(ServiceLoader.Provider::get).orElseThrow(() -> new RevisionSourceException(
                script.file().toString(),
                "its class is not a Migration. Make it implement dev.rubedo.migrate.operation.Migration."));
    }

    private static URL url(Path directory) {
        try {
            return directory.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
