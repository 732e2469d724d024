package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.command.MigrationEnvironment;
import dev.rubedo.migrate.command.MigrationStart;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.testing.DatabaseTest;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New projects: they compile without warnings, run, and pass their tests. */
class NewTest {
    @TempDir private Path directory;
    private String errors = "";

    private String create(int expected, String... arguments) {
        var all = new ArrayList<>(List.of("new", "--directory", directory.toString()));
        all.addAll(List.of(arguments));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = RubedoMigrations.run(all.toArray(String[]::new), MigrationEnvironment.DEFAULT, null,
                new PrintWriter(out, true), new PrintWriter(err, true));
        errors = err.toString();
        assertThat(code).as(errors).isEqualTo(expected);
        return out.toString().replace(directory + File.separator, "");
    }

    @ParameterizedTest
    @EnumSource(ProjectDatabase.class)
    void everyProjectCompilesWithoutWarnings(ProjectDatabase database) throws IOException {
        create(ExitCode.DONE, "shop", "--database", database.toString(), "--package", "com.example.shop");

        Path project = directory.resolve("shop");
        try (Stream<Path> files = Files.walk(project)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(15)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("{{"));
        }
        assertThat(project.resolve("rubedo.toml")).content().contains(database.url("shop"));
        compile(project);
    }

    @Test
    void theProgramRunsAndItsTestsPass() throws Exception {
        for (String database : List.of("sqlite", "h2")) {
            String out = create(ExitCode.DONE, database + "-blog", "--database", database);
            Path project = directory.resolve(database + "-blog");
            compile(project);

            assertThat(out).isEqualTo("""
                    Created %s-blog. Next:

                      cd %s-blog
                      mvn test
                      mvn -q compile exec:exec
                    """.formatted(database, database));
            assertThat(run(project, database, database + "blog.Main")).endsWith("""
                    2: More notes, by Ada
                    1: Notes on the engine, by Ada
                    """);
            assertThat(run(project, database, "dev.rubedo.cli.TestRun", database + "blog.PostsTest"))
                    .endsWith("3 passed\n");
        }
    }

    @DatabaseTest
    void theRevisionIsAppliedAndUndone(Engine engine) {
        create(ExitCode.DONE, "blog", "--database", "sqlite");
        var config = MigrationConfig.read(directory.resolve("blog/rubedo.toml"), "");
        var revisions = ScriptDirectory.read(config);
        assertThat(revisions.writtenHeads()).contains(revisions.map().heads());

        MigrationStart.UPGRADE.run(engine, revisions, config.options());

        assertThat(engine.inspect().tableNames()).contains("posts", "users");
    }

    private static void compile(Path project) throws IOException {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        try (var files = compiler.getStandardFileManager(problems, Locale.ROOT, null);
                Stream<Path> sources = Files.walk(project)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            var options = List.of("--release", "21", "-classpath", System.getProperty("java.class.path"),
                    "-Xlint:all,-processing,-path,-classfile,-options", "-Werror", "-processor",
                    "dev.rubedo.processor.MappingProcessor,dev.rubedo.processor.EntityListProcessor");
            var task = compiler.getTask(new StringWriter(), files, problems, options, null,
                    files.getJavaFileObjectsFromPaths(
                            sources.filter(file -> file.toString().endsWith(".java")).toList()));
            assertThat(task.call()).as(problems.getDiagnostics().toString()).isTrue();
        }
        Files.copy(project.resolve("src/main/resources/logback.xml"), classes.resolve("logback.xml"));
    }

    private static String run(Path project, String database, String... command) throws Exception {
        var all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                project.resolve("target/classes") + File.pathSeparator + System.getProperty("java.class.path")));
        all.addAll(List.of(command));
        Path output = project.resolve("output.txt");
        var builder = new ProcessBuilder(all).directory(project.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("RUBEDO_DIALECTS", database);
        builder.environment().remove("DATABASE_URL");
        var process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    @Test
    void wrongNamesAreRefused() throws IOException {
        create(ExitCode.USAGE, "my shop", "--database", "h2");
        assertThat(errors).startsWith("\"my shop\" is not a name for a project.");
        create(ExitCode.USAGE, "shop", "--database", "oracle");
        assertThat(errors).startsWith("Invalid value for option '--database'");
        create(ExitCode.USAGE, "new", "--database", "h2");
        assertThat(errors).startsWith("\"new\" is not the name of a Java package. Give one with --package.");
        Files.createDirectories(directory.resolve("shop"));
        create(ExitCode.FAILED, "shop", "--database", "h2");
        assertThat(errors).contains("shop\" exists already. Choose another name, or remove it. Nothing was written.");
    }

    @Test
    void projectsDependOnTheVersionsOfThisBuild() throws IOException {
        String pom = Files.readString(Path.of(System.getProperty("basedir", "")).resolve("../pom.xml"));

        assertThat(List.of("<version>" + ProjectVersions.RUBEDO + "</version>",
                property("logback", ProjectVersions.LOGBACK),
                property("junit", ProjectVersions.JUNIT), property("sqlite", ProjectVersions.SQLITE),
                property("h2", ProjectVersions.H2), property("postgresql", ProjectVersions.POSTGRESQL),
                property("postgresql.binaries", ProjectVersions.POSTGRESQL_BINARIES),
                property("mysql", ProjectVersions.MYSQL), property("mariadb", ProjectVersions.MARIADB),
                property("mariadb.binaries", ProjectVersions.MARIADB_BINARIES))).allSatisfy(
                        version -> assertThat(pom).containsPattern(Pattern.quote(version)));
    }

    private static String property(String name, String version) {
        return "<version." + name + ">" + version + "</version." + name + ">";
    }
}
