package dev.rubedo.orm.generated;

import dev.rubedo.processor.EntityListProcessor;
import dev.rubedo.processor.MappingProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** A folder of sources that is compiled with the processor against the real runtime. Confined to one thread at a time. */
final class Sources {

    private static final Pattern TYPE = Pattern
            .compile("(?m)^(?:public |final )*(?:class|interface|enum|record) (\\w+)");

    /** What entities refer to; without the libraries of the tests, which Eclipse would index in each compilation. */
    private static final String CLASS_PATH = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path"))
            .filter(entry -> entry.endsWith("classes")
                    || Path.of(entry).getFileName().toString().matches("(rubedo|jspecify).*"))
            .collect(Collectors.joining(File.pathSeparator));

    /** The compilers that must agree. Immutable. */
    enum Compiler {
        JAVAC, ECLIPSE;

        private JavaCompiler tool() {
            return this == JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
        }

        /** Everything there is to warn of; Eclipse's compiler warns of the plain list that it has on by default. */
        private List<String> warnings() {
            return this == JAVAC ? List.of("-Xlint:all,-processing,-options")
                    : List.of("-warn:+unchecked,raw,unused,cast,fallthrough");
        }
    }

    private final Path classes;
    private final Path directory;

    Sources(Path directory) throws IOException {
        this.directory = directory;
        this.classes = Files.createDirectories(directory.resolve("classes"));
    }

    /** Compiles sources of package {@code shop}, one without a type as its package-info; returns every complaint, warnings too. */
    List<String> compile(Compiler compiler, String... sources) throws IOException {
        var collected = new DiagnosticCollector<JavaFileObject>();
        JavaCompiler tool = compiler.tool();
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            files.add(write(source));
        }
        try (var manager = tool.getStandardFileManager(collected, Locale.ROOT, null)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT,
                    List.of(Files.createTempDirectory(directory, "generated")));
            var options = new ArrayList<>(List.of("--release", "21", "-classpath",
                    classes + File.pathSeparator + CLASS_PATH));
            options.addAll(compiler.warnings());
            var task = tool.getTask(new StringWriter(), manager, collected, options, null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new MappingProcessor(), new EntityListProcessor()));
            task.call();
        }
        return collected.getDiagnostics().stream().filter(found -> found.getKind() != Diagnostic.Kind.NOTE)
                .map(Sources::describe).toList();
    }

    private static String describe(Diagnostic<? extends JavaFileObject> found) {
        String file = found.getSource() == null ? ""
                : Path.of(found.getSource().getName()).getFileName() + ":" + found.getLineNumber() + ": ";
        return file + found.getMessage(Locale.ROOT);
    }

    private Path write(String source) throws IOException {
        var type = TYPE.matcher(source);
        if (!type.find()) {
            return Files.writeString(
                    Files.createDirectories(directory.resolve("source/shop")).resolve("package-info.java"),
                    source);
        }
        Path folder = Files.createDirectories(directory.resolve("source/shop"));
        return Files.writeString(folder.resolve(type.group(1) + ".java"), "package shop;\n\n" + source);
    }

    /** Deletes what was compiled from a source and from what was generated for it, as build tools do before they recompile it. */
    void forget(String type) throws IOException {
        for (String name : List.of(type, type + "$Mapped", type + "Base", type + "_", type + "_$Declared")) {
            Files.deleteIfExists(classes.resolve("shop").resolve(name + ".class"));
        }
    }

    /** Returns a loader of the compiled classes. */
    URLClassLoader load() throws MalformedURLException {
        return new URLClassLoader(new URL[]{classes.toUri().toURL()}, Sources.class.getClassLoader());
    }
}
