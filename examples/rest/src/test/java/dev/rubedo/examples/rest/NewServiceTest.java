package dev.rubedo.examples.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.cli.ExitCode;
import dev.rubedo.cli.RubedoMigrations;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service that {@code rubedo new --spring} creates compiles without warnings. */
class NewServiceTest {

    @TempDir private Path directory;

    @Test
    void aNewServiceCompilesWithoutWarnings() throws IOException {
        int code = RubedoMigrations.run(new String[]{"new", "shop", "--database", "postgresql", "--spring", "--package",
                "com.example.shop", "--directory", directory.toString()});
        assertThat(code).isEqualTo(ExitCode.DONE);

        var problems = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var classes = Files.createDirectory(directory.resolve("classes"));
        try (var files = compiler.getStandardFileManager(problems, Locale.ROOT, null);
                Stream<Path> sources = Files.walk(directory.resolve("shop/src"))) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            var options = List.of("--release", "21", "-parameters", "-Xlint:all,-processing,-path,-classfile,-options",
                    "-Werror", "-processor",
                    "dev.rubedo.processor.MappingProcessor,dev.rubedo.processor.EntityListProcessor", "-classpath",
                    System.getProperty("java.class.path"));
            var task = compiler.getTask(new StringWriter(), files, problems, options, null,
                    files.getJavaFileObjectsFromPaths(
                            sources.filter(file -> file.toString().endsWith(".java")).toList()));
            assertThat(task.call()).as(problems.getDiagnostics().toString()).isTrue();
        }
        assertThat(classes.resolve("com/example/shop/Application.class")).exists();
    }
}
