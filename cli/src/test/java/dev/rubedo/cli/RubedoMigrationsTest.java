package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.migrate.command.MigrationEnvironment;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.type.Types;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line: what it prints, and its exit codes. */
class RubedoMigrationsTest {
    @TempDir Path directory;
    private String errors = "";
    private MigrationEnvironment environment = MigrationEnvironment.DEFAULT;

    private int code(StringWriter out, String... arguments) {
        var all = new ArrayList<>(List.of("-c", directory.resolve("rubedo.toml").toString()));
        all.addAll(List.of(arguments));
        var err = new StringWriter();
        int code = RubedoMigrations.run(all.toArray(String[]::new), environment, null,
                new PrintWriter(out, true), new PrintWriter(err, true));
        errors = err.toString();
        return code;
    }

    private String run(String... arguments) {
        var out = new StringWriter();
        int code = code(out, arguments);
        assertThat(errors).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        return out.toString().replace(directory.toString(), "");
    }

    private int fail(String... arguments) {
        return code(new StringWriter(), arguments);
    }

    @Test
    void aNewcomerComesFromInitToUpgradeAndBack() throws IOException {
        run("init", "--database", "sqlite:///" + directory.resolve("shop.db"));
        assertThat(run("revision", "-m", "create users", "--rev-id", "a1a1"))
                .isEqualTo("Created /migrations/versions/Ra1a1_create_users.java\n");
        var file = directory.resolve("migrations/versions/Ra1a1_create_users.java");
        Files.writeString(file, Files.readString(file).replace("upgrade(Operations op) {\n",
                "upgrade(Operations op) {\n        op.execute(\"CREATE TABLE users (id INTEGER, name VARCHAR(9))\");\n"
                        + "        op.execute(\"INSERT INTO users VALUES (1, '\" + op.argument(\"name\").orElse(\"\")"
                        + " + \"')\");\n")
                .replace("downgrade(Operations op) {\n",
                        "downgrade(Operations op) {\n        op.dropTable(\"users\");\n"));

        assertThat(run("upgrade", "-x", "name=Ada")).isEqualTo("Upgraded <base> -> a1a1, create users\n");
        assertThat(run("current", "-c")).isEqualTo("a1a1 (head)\n");
        assertThat(run("history", "-r", ":current", "-i")).isEqualTo("<base> -> a1a1 (head) (current), create users\n");
        assertThat(run("upgrade", "--sql", "head", "-x", "name=Bob"))
                .contains("INSERT INTO users VALUES (1, 'Bob');");
        assertThat(run("downgrade", "base")).isEqualTo("Downgraded a1a1 -> <base>, create users\n");
        assertThat(run("stamp", "head")).isEqualTo("Stamped <base> -> a1a1\n");
        assertThat(run("show", "a1")).contains("Rev: a1a1 (head)");
        assertThat(run("heads", "-v")).contains("Parent: <base>");
        assertThat(run("--version")).startsWith("rubedo ");
        assertThat(run("upgrade", "--help")).contains("The target: head, heads, +2 or an id");
    }

    @Test
    void anApplicationRunsItsCompiledRevisions() throws IOException {
        run("init", "--database", "sqlite:///" + directory.resolve("shop.db"));
        run("revision", "-m", "create users", "--rev-id", "a1a1");
        assertThat(run("compile")).isEqualTo("Compiled 1 revision to /target/classes\n");
        Files.move(directory.resolve("migrations"), directory.resolve("gone"));
        try (var loader = new URLClassLoader(new URL[]{directory.resolve("target/classes").toUri().toURL()},
                getClass().getClassLoader())) {
            environment = new MigrationEnvironment() {
                @Override
                public Optional<ClassLoader> compiledRevisions() {
                    return Optional.of(loader);
                }
            };

            assertThat(run("upgrade")).isEqualTo("Upgraded <base> -> a1a1, create users\n");
            assertThat(run("current", "-c")).isEqualTo("a1a1 (head)\n");
            assertThat(fail("revision", "-m", "more")).isNotEqualTo(ExitCode.DONE);
            assertThat(errors)
                    .startsWith("Error: The revisions come from the class path, where the file of a new one "
                            + "would not be found.");
            assertThat(directory.resolve("migrations/versions")).doesNotExist();
        }
    }

    @Test
    void failuresHaveTheirOwnExitCodesAndNameTheirPage() {
        run("init", "--database", "sqlite:///" + directory.resolve("shop.db"));
        run("revision", "-m", "one", "--rev-id", "a1a1");
        run("revision", "-m", "two", "--rev-id", "b2b2");
        run("revision", "-m", "side", "--rev-id", "c3c3", "--head", "a1a1", "--splice", "--branch-label", "side");

        assertThat(fail("upgrade", "head")).isEqualTo(ExitCode.SEVERAL_HEADS);
        assertThat(errors).isEqualTo("""
                Error: "head" could be any of the head revisions "b2b2", "c3c3". Specify one of them, "label@head" for \
                the head of a branch or "heads" for all of them, or join them with the command merge.
                (MULTIPLE_HEADS, explained in docs/errors/multiple-heads.md)
                """);
        assertThat(fail("current", "--check-heads")).isEqualTo(ExitCode.OUT_OF_DATE);
        assertThat(fail("show", "fff")).isEqualTo(ExitCode.FAILED);
        assertThat(fail("upgrade", "--nonsense")).isEqualTo(ExitCode.USAGE);
        assertThat(fail()).isEqualTo(ExitCode.USAGE);
        assertThat(errors).contains("No command is specified.").contains("upgrade");
        assertThat(run("merge", "heads", "-m", "join", "--rev-id", "d4d4")).contains("Rd4d4_join.java");
        assertThat(run("upgrade")).endsWith("Upgraded b2b2, c3c3 -> d4d4, join\n");
        assertThat(run("branches")).contains("a1a1 (branchpoint), one");
        assertThat(run("downgrade", "side@a1a1")).contains("Downgraded d4d4 -> b2b2, c3c3, join");
    }

    @Test
    void theHelpListsCommandsInGroupsAndOnlyOptionsThatMeanSomething() {
        var help = run("--help");
        assertThat(help).contains("""

                Get started:
                  new              Creates a Maven project with entities, a program, migrations
                                     and tests.
                  init             Creates the migrations directory and the settings file.
                """, """

                Change a database:
                  upgrade          Applies revisions.
                  downgrade        Undoes revisions.
                """, "connect to: mssql, oracle.");
        assertThat(CommandGroup.byName().keySet()).hasSize(25)
                .allSatisfy(name -> assertThat(help).contains("  " + name + " "));
        assertThat(run("new", "--help")).contains("--database").doesNotContain("--url", "--dialect", "-x");
        assertThat(run("generate", "--help")).contains("--url").doesNotContain("--dialect", "-x");
        assertThat(run("upgrade", "--help")).contains("--url", "--dialect", "-x");
    }

    @Test
    void unknownCommandsAndOptionsAreExplainedBriefly() {
        assertThat(fail("upgarde")).isEqualTo(ExitCode.USAGE);
        assertThat(errors).isEqualTo("""
                There is no command "upgarde".
                Did you mean upgrade or downgrade?
                See: rubedo --help
                """);
        assertThat(fail("upgrade", "--sqll")).isEqualTo(ExitCode.USAGE);
        assertThat(errors).startsWith("\"rubedo upgrade\" has no option \"--sqll\".").contains("--sql")
                .endsWith("See: rubedo upgrade --help\n");
        assertThat(fail("upgrade", "head", "more")).isEqualTo(ExitCode.USAGE);
        assertThat(errors).isEqualTo("""
                "rubedo upgrade" does not accept the argument "more".
                See: rubedo upgrade --help
                """);
    }

    @Test
    void optionsThatWouldBeIgnoredAreRefused() {
        assertThat(fail("revision", "-m", "x", "--rename", "a=b")).isEqualTo(ExitCode.USAGE);
        assertThat(errors)
                .startsWith("--rename has no effect without --autogenerate. Add --autogenerate, or omit the option.");
        assertThat(fail("revision", "-m", "x", "--no-renames")).isEqualTo(ExitCode.USAGE);
        assertThat(errors).startsWith("--no-renames has no effect without --autogenerate.");
        assertThat(fail("generate", "--package", "p", "--dialect", "oracle")).isEqualTo(ExitCode.USAGE);
        assertThat(errors).startsWith("--dialect has no effect on the command generate. Omit it.");
        var err = new StringWriter();
        assertThat(RubedoMigrations.run(
                new String[]{"--dialect", "oracle", "new", "x", "--database", "sqlite", "--directory",
                        directory.toString()},
                environment, null, new PrintWriter(err, true), new PrintWriter(err, true))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("--dialect has no effect on the command new. Omit it.");
        var other = directory.resolve("other.toml").toString();
        assertThat(RubedoMigrations.run(new String[]{"-c", other, "init"}, environment, null,
                new PrintWriter(err, true), new PrintWriter(err, true))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("init writes the settings to rubedo.toml, not to \"" + other + "\".");
        assertThat(directory).isEmptyDirectory();
    }

    private static MetaData users(Column<?>... more) {
        var model = new MetaData();
        var users = model.table("users", Column.column("id", Types.BIGINT).primaryKey(),
                Column.column("mail", Types.string(50)));
        List.of(more).forEach(users::add);
        return model;
    }

    @Test
    void aRevisionIsGeneratedFromTheOthersWithoutADatabase() throws IOException {
        run("init", "--database", "postgresql://no.such.host.invalid/db");
        var model = new MetaData[]{users()};
        environment = new MigrationEnvironment() {
            @Override
            public List<MetaData> metaData() {
                return List.of(model);
            }
        };

        assertThat(run("revision", "--autogenerate", "--offline", "-m", "users", "--rev-id", "a1a1")).isEqualTo("""
                Detected: create table "users"
                Created /migrations/versions/Ra1a1_users.java
                """);
        model[0] = users(Column.column("age", Types.INTEGER));
        assertThat(run("revision", "--autogenerate", "--offline", "-m", "age", "--rev-id", "b2b2")).isEqualTo("""
                Detected: add column "users.age"
                Created /migrations/versions/Rb2b2_age.java
                """);
        assertThat(run("revision", "--autogenerate", "--offline", "-m", "none"))
                .isEqualTo("There are no differences between the revisions and the model: no revision is written.\n");
        assertThat(run("upgrade", "--sql", "a1a1:b2b2")).contains("The database is not at a1a1",
                "ALTER TABLE users ADD COLUMN age INTEGER");
        assertThat(fail("revision", "-m", "x", "--offline")).isEqualTo(ExitCode.USAGE);
        assertThat(errors).startsWith("--offline has no effect without --autogenerate.");
    }

    @Test
    void theDatabaseOfInitIsWrittenToTheSettingsOrRead() {
        assertThat(fail("init", "--url", "sqlite:///x.db")).isEqualTo(ExitCode.USAGE);
        assertThat(errors).startsWith("--url has no effect on the command init. Use --database to write the URL to the "
                + "settings, or add --from-database.");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void lintReportsAndFailsWithItsOwnCode() throws IOException {
        run("init", "--database", "postgresql://no.such.host.invalid/db");
        run("revision", "-m", "drop", "--sql", "--rev-id", "a1a1");
        var file = directory.resolve("migrations/versions/Ra1a1_drop.sql");
        Files.writeString(file, Files.readString(file) + "\n");
        assertThat(run("lint")).isEqualTo("No findings.\n");

        run("revision", "-m", "drop", "--rev-id", "b2b2");
        var java = directory.resolve("migrations/versions/Rb2b2_drop.java");
        Files.writeString(java, Files.readString(java).replaceFirst("upgrade\\(Operations op\\) \\{\n",
                "upgrade(Operations op) {\n        op.dropTable(\"users\");\n"));
        var out = new StringWriter();
        assertThat(code(out, "lint", "-r", "a1a1:b2b2", "--format", "json")).isEqualTo(ExitCode.LINT);
        assertThat(out.toString()).contains("\"code\": \"RB102\"");
        assertThat(errors).isEqualTo("""
                Error: The rules for revisions found 1 problem. Change the revisions, or state the reason with \
                op.allow(code, reason).
                (LINT, explained in docs/errors/lint.md)
                """);
        Files.writeString(java, Files.readString(java).replace("op.dropTable", "op.allow(\"RB102\", \"unused\");\n"
                + "        op.dropTable"));
        assertThat(run("lint")).contains("(allowed: unused)");
        assertThat(fail("lint", "--strict")).isEqualTo(ExitCode.LINT);
        Files.writeString(directory.resolve("rubedo.toml"), Files.readString(directory.resolve("rubedo.toml"))
                .replace("# lint-since = \"\"", "lint-since = \"b2b2\""));
        assertThat(run("lint", "--strict")).isEqualTo("No findings.\n");
    }

    @Test
    void checksEndWithCodesOfTheirOwn() throws IOException {
        run("init", "--database", "sqlite:///" + directory.resolve("shop.db"));
        run("revision", "-m", "users", "--rev-id", "a1a1");
        var file = directory.resolve("migrations/versions/Ra1a1_users.java");
        Files.writeString(file, Files.readString(file).replace("upgrade(Operations op) {\n",
                "upgrade(Operations op) {\n        op.createTable(\"users\", "
                        + "dev.rubedo.schema.Column.column(\"id\", dev.rubedo.type.Types.BIGINT).primaryKey());\n")
                .replace("downgrade(Operations op) {\n",
                        "downgrade(Operations op) {\n        op.dropTable(\"users\");\n"));

        assertThat(run("check", "--scratch", "sqlite:///" + directory.resolve("scratch.db")))
                .endsWith("ok: applying them again has the same result\n");
        run("upgrade");
        assertThat(run("doctor")).contains("ok: database: can be used");
        assertThat(run("drift")).isEqualTo("The database has the schema of its revisions [a1a1].\n");
        var model = new MetaData();
        model.table("users", Column.column("id", Types.BIGINT).primaryKey(),
                Column.column("name", dev.rubedo.type.Types.TEXT));
        environment = new MigrationEnvironment() {
            @Override
            public List<MetaData> metaData() {
                return List.of(model);
            }
        };
        assertThat(fail("check")).isEqualTo(ExitCode.MODEL_DIFFERS);
        assertThat(run("diff")).contains("  add column \"users.name\"");
        assertThat(fail("diff", "--exit-code")).isEqualTo(ExitCode.MODEL_DIFFERS);
        run("revision", "-m", "two", "--rev-id", "b2b2");
        run("revision", "-m", "side", "--rev-id", "c3c3", "--head", "a1a1", "--splice");
        assertThat(fail("check")).isEqualTo(ExitCode.SEVERAL_HEADS);
        assertThat(run("rebase", "c3c3", "--onto", "b2b2")).contains("\"c3c3\" follows \"b2b2\" instead of \"a1a1\"");
        assertThat(run("squash", "b2b2:c3c3", "-m", "both", "--rev-id", "d4d4")).contains("Rd4d4_both.java");
        assertThat(run("upgrade")).isEqualTo("Upgraded a1a1 -> d4d4, both\n");
        try (var engine = dev.rubedo.engine.Engine.create("sqlite:///" + directory.resolve("shop.db"))) {
            engine.inTransaction(connection -> connection.execute(
                    new dev.rubedo.schema.TextDdl("ALTER TABLE users ADD COLUMN age INTEGER")));
        }
        assertThat(fail("drift", "--json")).isEqualTo(ExitCode.OUT_OF_DATE);
        assertThat(fail("import", "flyway")).isEqualTo(ExitCode.FAILED);
        assertThat(fail("import", "sqitch")).isEqualTo(ExitCode.USAGE);
        Files.writeString(directory.resolve("migrations/HEADS"), "x\n");
        assertThat(fail("doctor")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aPasswordIsNeverShown() {
        run("init", "--database", "postgresql://me:top-secret@no.such.host.invalid/db");

        assertThat(fail("current")).isEqualTo(ExitCode.FAILED);

        assertThat(errors).isNotEmpty().doesNotContain("top-secret");
    }

    @Test
    void initWritesNothingForAUrlThatIsNone() {
        assertThat(fail("init", "--database", "shop")).isEqualTo(ExitCode.FAILED);

        assertThat(errors).startsWith("Error: Cannot read the database URL \"shop\".");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void revisionsInSqlAndOtherFoldersAreWritten() {
        run("init", "db", "--database", "sqlite:///" + directory.resolve("shop.db"));

        assertThat(run("revision", "-m", "by hand", "--sql", "--rev-id", "a1a1"))
                .isEqualTo("Created /db/versions/Ra1a1_by_hand.sql\n");
        assertThat(run("upgrade")).isEqualTo("Upgraded <base> -> a1a1, by hand\n");
        assertThat(run("ensure-version")).isEmpty();
        assertThat(run("ensure-version", "--sql")).startsWith("CREATE TABLE rubedo_version");
    }
}
