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
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        new MadeProject(project, database.toString()).compile();
    }

    @ParameterizedTest
    @EnumSource(ProjectDatabase.class)
    void aServiceHasItsFilesAndItsUrl(ProjectDatabase database) throws IOException {
        String out = create(ExitCode.DONE, "shop", "--database", database.toString(), "--spring");

        Path project = directory.resolve("shop");
        try (Stream<Path> files = Files.walk(project)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(17)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("{{"));
        }
        assertThat(project.resolve("src/main/resources/application.properties")).content()
                .contains("spring.datasource.url=${JDBC_DATABASE_URL:" + database.jdbc("shop") + "}\n");
        assertThat(out).startsWith("""
                Created shop. Next:

                  cd shop
                  mvn test
                  mvn spring-boot:run
                """);
    }

    @Test
    void theProgramRunsAndItsTestsPass() throws Exception {
        for (String database : List.of("sqlite", "h2")) {
            String out = create(ExitCode.DONE, database + "-blog", "--database", database);
            Path project = directory.resolve(database + "-blog");
            var made = new MadeProject(project, database);
            made.compile();

            assertThat(out).isEqualTo("""
                    Created %s-blog. Next:

                      cd %s-blog
                      mvn test
                      mvn -q compile exec:exec
                    """.formatted(database, database));
            assertThat(made.run(database + "blog.Main")).endsWith("""
                    2: More notes, by Ada
                    1: Notes on the engine, by Ada
                    """);
            assertThat(made.test(database + "blog.PostsTest")).endsWith("3 passed\n");
            if (database.equals("sqlite")) {
                assertThat(made.run("dev.rubedo.cli.Rubedo", "diff"))
                        .isEqualTo("The database has the schema of the model.\n");
                assertThat(made.run("dev.rubedo.cli.Rubedo", "lint", "--strict"))
                        .isEqualTo("No findings.\n");
            }
        }
    }

    @DatabaseTest
    void theRevisionIsApplied(Engine engine) throws IOException {
        create(ExitCode.DONE, "blog", "--database", "sqlite");
        Files.createDirectories(directory.resolve("blog/target/classes"));
        var config = MigrationConfig.read(directory.resolve("blog/rubedo.toml"), "");
        var revisions = ScriptDirectory.read(config);
        assertThat(revisions.writtenHeads()).contains(revisions.map().heads());

        MigrationStart.UPGRADE.run(engine, revisions, config.options());

        assertThat(engine.inspect().tableNames()).contains("posts", "users");
    }

    @Test
    void wrongNamesAreRefused() throws IOException {
        create(ExitCode.USAGE, "my shop", "--database", "h2");
        assertThat(errors).startsWith("\"my shop\" is not a valid project name.");
        create(ExitCode.USAGE, "shop", "--database", "oracle");
        assertThat(errors).startsWith("Invalid value for option '--database'");
        create(ExitCode.USAGE, "shop", "--database", "h2", "--url", "jdbc:h2:mem:x");
        assertThat(errors).startsWith("--url has no effect on the command new. Omit it.");
        create(ExitCode.USAGE, "new", "--database", "h2");
        assertThat(errors).startsWith("\"new\" is not a valid Java package name. Specify one with --package.");
        Files.createDirectories(directory.resolve("shop"));
        create(ExitCode.FAILED, "shop", "--database", "h2");
        assertThat(errors).contains("shop\" already exists. Choose another name, or remove it. Nothing was written.");
    }

    @Test
    void theJarHasTheOrmThatTheModelOfAProjectNeeds() throws IOException {
        assertThat(Path.of(System.getProperty("basedir", "")).resolve("pom.xml")).content().contains("""
                      <artifactId>rubedo</artifactId>
                      <scope>runtime</scope>
                      <optional>true</optional>
                """.indent(0));
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
                property("mariadb.binaries", ProjectVersions.MARIADB_BINARIES),
                property("spring-boot", ProjectVersions.SPRING_BOOT))).allSatisfy(
                        version -> assertThat(pom).containsPattern(Pattern.quote(version)));
    }

    private static String property(String name, String version) {
        return "<version." + name + ">" + version + "</version." + name + ">";
    }
}
