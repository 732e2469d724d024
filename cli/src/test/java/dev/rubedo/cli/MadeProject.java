package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A project in a directory, compiled with all lints as errors and run in processes of its own.
 *
 * @param directory the directory
 * @param database the database that its tests run on
 */
public record MadeProject(Path directory, String database) {
    /** Compiles all sources, those of tests and revisions included. */
    public void compile() throws IOException {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createDirectories(directory.resolve("target/classes"));
        try (var files = compiler.getStandardFileManager(problems, Locale.ROOT, null);
                Stream<Path> sources = Files.walk(directory)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            var options = List.of("--release", "21", "-classpath", System.getProperty("java.class.path"),
                    "-Xlint:all,-processing,-path,-classfile,-options", "-Werror", "-processor",
                    "dev.rubedo.processor.MappingProcessor,dev.rubedo.processor.EntityListProcessor");
            var task = compiler.getTask(new StringWriter(), files, problems, options, null,
                    files.getJavaFileObjectsFromPaths(
                            sources.filter(file -> file.toString().endsWith(".java")).toList()));
            assertThat(task.call()).as(problems.getDiagnostics().toString()).isTrue();
        }
    }

    /** Runs a main class and returns what it printed. */
    public String run(String... command) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                directory.resolve("target/classes") + File.pathSeparator + System.getProperty("java.class.path")));
        all.addAll(List.of(command));
        Path output = directory.resolve("output.txt");
        var builder = new ProcessBuilder(all).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("RUBEDO_DIALECTS", database);
        builder.environment().remove("DATABASE_URL");
        var process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    /** Runs a test class and returns what it printed, which ends with the number of tests that passed. */
    public String test(String testClass) throws IOException, InterruptedException {
        return run("dev.rubedo.cli.TestRun", testClass);
    }
}
