package dev.rubedo.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Sources that were compiled with the processor: what compilers complained about, and what it wrote. Immutable. */
record Compilation(List<Message> errors, List<Message> warnings, Map<String, String> generated) {

    static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:@\\w+(?:\\([^)]*\\))? )*(?:public |final |abstract )*(?:class|interface|enum|record|@interface) (\\w+)");
    /** What entities refer to; without the libraries of the tests, which Eclipse would index in each compilation. */
    private static final String CLASS_PATH = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path"))
            .filter(entry -> entry.endsWith("classes")
                    || Path.of(entry).getFileName().toString().matches("(rubedo|jspecify).*"))
            .collect(Collectors.joining(File.pathSeparator));
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    /** The compilers that must agree. Immutable. */
    enum Compiler {
        JAVAC, ECLIPSE;

        private Tool tool() {
            return this == JAVAC ? JAVAC_TOOL : ECLIPSE_TOOL;
        }
    }

    private static final Tool JAVAC_TOOL = new Tool(ToolProvider.getSystemJavaCompiler());
    private static final Tool ECLIPSE_TOOL = new Tool(new EclipseCompiler());

    /** A compiler with its files, which are kept because they keep the archives of the class path open. */
    private record Tool(JavaCompiler compiler, StandardJavaFileManager files) {
        Tool(JavaCompiler compiler) {
            this(compiler, compiler.getStandardFileManager(null, Locale.ROOT, null));
        }
    }

    /** A complaint, which prints as {@code User.java:7: what is wrong}. Immutable. */
    record Message(String file, long line, String text) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + text;
        }
    }

    /** Compiles sources, each of which begins with its package, into the folder {@code classes} of a directory. */
    static Compilation of(Compiler compiler, Path directory, List<String> options, List<String> sources) {
        return of(compiler, directory, options, sources, List.of());
    }

    /** Compiles sources, and processes classes that were compiled before once more, as Gradle does for aggregating processors. */
    static Compilation of(Compiler compiler, Path directory, List<String> options, List<String> sources,
            List<String> compiled) {
        var collected = new DiagnosticCollector<JavaFileObject>();
        Tool tool = compiler.tool();
        StandardJavaFileManager files = tool.files();
        try {
            Path output = Files.createTempDirectory(Files.createDirectories(directory), "generated");
            Path classes = Files.createDirectories(directory.resolve("classes"));
            List<Path> written = new ArrayList<>();
            for (String source : sources) {
                written.add(write(directory.resolve("source"), source));
            }
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            var arguments = new ArrayList<>(List.of("--release", "21", "-classpath",
                    classes + File.pathSeparator + CLASS_PATH));
            arguments.addAll(options);
            var task = tool.compiler().getTask(new StringWriter(), files, collected, arguments,
                    compiled.isEmpty() ? null : compiled,
                    files.getJavaFileObjectsFromPaths(written));
            task.setProcessors(List.of(new MappingProcessor(), new EntityListProcessor()));
            task.call();
            return new Compilation(messages(collected, Kind.ERROR::equals),
                    messages(collected, kind -> kind != Kind.ERROR && kind != Kind.NOTE),
                    read(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path directory, String source) throws IOException {
        var home = PACKAGE.matcher(source);
        var type = TYPE.matcher(source);
        String file = type.find() ? type.group(1) : "package-info";
        Path folder = Files.createDirectories(directory.resolve(home.find() ? home.group(1).replace('.', '/') : ""));
        return Files.writeString(folder.resolve(file + ".java"), source);
    }

    private static List<Message> messages(DiagnosticCollector<JavaFileObject> collected, Predicate<Kind> kinds) {
        return collected.getDiagnostics().stream().filter(found -> kinds.test(found.getKind()))
                .map(found -> new Message(fileName(found), found.getLineNumber(), found.getMessage(Locale.ROOT)))
                .toList();
    }

    /** What Eclipse says of no file, such as of a class that it cannot find, fails when asked for the file. */
    private static String fileName(Diagnostic<? extends JavaFileObject> found) {
        JavaFileObject file;
        try {
            file = found.getSource();
        } catch (NullPointerException e) {
            return "?";
        }
        return file == null ? "?" : file.getName().substring(file.getName().lastIndexOf('/') + 1);
    }

    private static Map<String, String> read(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(path -> path.getFileName().toString(), Compilation::text,
                            (first, second) -> first, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
