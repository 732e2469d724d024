package dev.rubedo.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * Compiles samples, all in one run, as they would stand in a method of a user's class that has the usual static imports.
 * Thread-safe.
 */
public enum Compilation {
    /** The compiler of the JDK. */
    JAVAC {
        @Override
        JavaCompiler compiler() {
            return ToolProvider.getSystemJavaCompiler();
        }

        @Override
        List<String> lint() {
            return List.of("-Xlint:all,-processing,-classfile,-options", "-Xmaxerrs", "10000", "-Xmaxwarns", "10000");
        }
    },
    /** The compiler of Eclipse. */
    ECLIPSE {
        @Override
        JavaCompiler compiler() {
            return new EclipseCompiler();
        }

        @Override
        List<String> lint() {
            return List.of("-warn:unchecked,raw,resource", "-maxProblems", "10000");
        }
    };

    private static final String TEMPLATE = """
            import static dev.rubedo.sql.Shop.*;
            import static dev.rubedo.sql.Sql.*;
            import static dev.rubedo.schema.Column.column;
            import dev.rubedo.schema.*;
            import dev.rubedo.sql.*;
            import dev.rubedo.type.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;

            class %s {
                record Person(int id, String name) {
                }

                void sample(Integer maybe, List<Person> people) {
                    %s
                }
            }
            """;

    abstract JavaCompiler compiler();

    abstract List<String> lint();

    /**
     * Compiles each sample in a class of its own and returns what the compiler says about each, in the order given.
     *
     * @param samples statements, as in a method
     */
    public List<List<String>> messages(List<String> samples) {
        try {
            return messages(samples, Files.createTempDirectory("samples"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> messages(List<String> samples, Path directory) throws IOException {
        var files = new ArrayList<Path>();
        for (int i = 0; i < samples.size(); i++) {
            files.add(Files.writeString(directory.resolve("Sample" + i + ".java"),
                    TEMPLATE.formatted("Sample" + i, samples.get(i))));
        }
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = new ArrayList<>(List.of("-proc:none", "--release", "21", "-d", directory.toString(), "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        options.addAll(lint());
        var compiler = compiler();
        try (var manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            compiler.getTask(Writer.nullWriter(), manager, diagnostics, options, null,
                    manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        Map<String, List<String>> byName = new HashMap<>();
        for (var diagnostic : List.copyOf(diagnostics.getDiagnostics())) {
            if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
                byName.computeIfAbsent(name(diagnostic), name -> new ArrayList<>())
                        .add(plain(diagnostic.getMessage(Locale.ROOT)));
            }
        }
        delete(directory);
        return files.stream().map(file -> byName.getOrDefault(file.getFileName().toString(), List.of())).toList();
    }

    /** One line, with simple names of classes. */
    private static String plain(String message) {
        return message.replaceAll("\\s+", " ").replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private static String name(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getSource() == null) {
            throw new IllegalStateException(diagnostic.getMessage(Locale.ROOT));
        }
        return Path.of(diagnostic.getSource().toUri()).getFileName().toString();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
