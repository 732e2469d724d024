package dev.rubedo.migrate.command;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.ObjectKind;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.OutOfDateException;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.DowngradeOperations;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.operation.UpgradeOperations;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.source.ItemSource;
import dev.rubedo.migrate.source.JavaItem;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NoteKey;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Revisions that are generated from a model, and what a person is asked. */
class AutogenerateTest {
    @TempDir private Path directory;

    private MetaData model = new MetaData();
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private boolean dropsTables = true;
    private boolean writesNothing;
    private int number;

    /** What the application of the tests tells. */
    private final class Application implements MigrationEnvironment {
        @Override
        public List<MetaData> metaData() {
            return List.of(model);
        }

        @Override
        public ComparisonOptions comparison(ComparisonOptions settings) {
            return settings.includeObject(object -> dropsTables || object.kind() != ObjectKind.TABLE
                    || !object.isReflected() || object.other() != null);
        }

        @Override
        public ItemSource items() {
            return item -> item.equals(string(77))
                    ? Optional.of(new JavaItem("LONG", List.of("static java.lang.Long.MAX_VALUE")))
                    : Optional.empty();
        }

        @Override
        public Optional<String> ask(String question) {
            questions.add(question);
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public List<MigrationScript> processRevision(MigrationScript script) {
            return writesNothing ? List.of() : List.of(script);
        }
    }

    private void columns(Column<?>... columns) {
        model = new MetaData();
        var table = model.table("users", column("id", INTEGER).primaryKey());
        for (var each : columns) {
            table.add(each);
        }
    }

    private String run(TestDatabase database, MigrationCommand command) {
        return run(database, command, Autogenerator.DEFAULT);
    }

    private String run(TestDatabase database, MigrationCommand command, Autogenerator generator) {
        var out = new StringWriter();
        var config = MigrationConfig.read(directory.resolve("rubedo.toml"), "").with("url", database.url());
        command.run(CommandContext.of(config, new PrintWriter(out, true)).withEnvironment(new Application())
                .withGenerator(generator));
        return out.toString().replace(directory.toString(), "");
    }

    private RevisionCommand revision(String message) {
        number++;
        return new RevisionCommand(message, new RevisionCommand.Options(List.of("head"), false, List.of(), List.of(),
                "a" + number + "a" + number, true, false, null));
    }

    private String source(String name) throws IOException {
        return Files.readString(directory.resolve("migrations/versions/" + name));
    }

    @DatabaseTest
    void aModelIsAppliedChangedAndTakenBack(TestDatabase database) throws IOException {
        columns(column("name", string(30)).notNull().index());
        run(database, new InitCommand("migrations", "", ""));

        assertThat(run(database, revision("init"))).isEqualTo("""
                Detected: create table "users"
                Created /migrations/versions/Ra1a1_init.java
                """);
        assertThat(source("Ra1a1_init.java")).contains("""
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("users",
                                column("id", INTEGER).primaryKey(),
                                column("name", string(30)).notNull(),
                                Index.on("name").named("ix_users_name"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("users");
                    }
                """);
        run(database, new UpgradeCommand("head"));
        assertThat(run(database, revision("nothing")))
                .isEqualTo("There are no differences between the database and the model: no revision is written.\n");

        columns(column("name", string(40)).notNull());
        assertThat(run(database, revision("more"))).isEqualTo("""
                Detected: drop index "ix_users_name" of table "users"
                Detected: alter column "users.name"
                Created /migrations/versions/Ra3a3_more.java
                """);
        run(database, new UpgradeCommand("head"));
        assertThat(database.engine().inspect().table("users").column("name").orElseThrow().type())
                .isEqualTo(string(40));
        run(database, new DowngradeCommand("-1", false));
        assertThat(database.engine().inspect().table("users").indexes()).hasSize(1);
        run(database, new DowngradeCommand("base", false));
        assertThat(database.engine().inspect().tableNames()).doesNotContain("users");
    }

    @DatabaseTest
    void revisionsAreTheBaseOfTheNextWhileTheDatabaseIsElsewhere(TestDatabase database) {
        run(database, new InitCommand("migrations", "", ""));
        columns(column("name", string(30)).notNull().index());
        run(database, revision("init"), Autogenerator.DEFAULT.offline());
        columns(column("name", string(40)).notNull(), column("age", INTEGER).serverDefault("0"));

        assertThat(run(database, revision("more"), Autogenerator.DEFAULT.offline())).isEqualTo("""
                Detected: drop index "ix_users_name" of table "users"
                Detected: add column "users.age"
                Detected: alter column "users.name"
                Created /migrations/versions/Ra2a2_more.java
                """);
        assertThat(run(database, revision("nothing"), Autogenerator.DEFAULT.offline()))
                .isEqualTo("There are no differences between the revisions and the model: no revision is written.\n");
        run(database, new UpgradeCommand("head"));
        assertThat(run(database, revision("nothing")))
                .isEqualTo("There are no differences between the database and the model: no revision is written.\n");
    }

    @DatabaseTest(only = "postgresql")
    void aDomainIsCreatedWithTheTableThatNeedsIt(TestDatabase database) {
        columns(column("age", PostgresTypes.domain("positive", INTEGER).check("VALUE > 0").type()));
        run(database, new InitCommand("migrations", "", ""));
        run(database, revision("init"));

        assertThat(run(database, new UpgradeCommand("head"))).contains("-> a1a1");
        run(database, new DowngradeCommand("base", false));
        assertThat(run(database, new UpgradeCommand("head"))).contains("-> a1a1");
    }

    @DatabaseTest(only = "h2")
    void aDatabaseThatIsBehindIsRefused(TestDatabase database) {
        columns();
        run(database, new InitCommand("migrations", "", ""));
        run(database, revision("init"));

        assertThatThrownBy(() -> run(database, revision("again"))).isInstanceOf(OutOfDateException.class);
    }

    private void begin(TestDatabase database) {
        columns(column("mail", string(9)), column("fax", string(9)));
        run(database, new InitCommand("migrations", "", ""));
        run(database, revision("init"));
        run(database, new UpgradeCommand("head"));
        columns(column("email", string(9)));
    }

    @DatabaseTest
    void aRenameIsAskedForAndKeepsTheValues(TestDatabase database) throws IOException {
        begin(database);
        database.engine().inTransaction(connection -> connection
                .execute(new dev.rubedo.schema.TextDdl("INSERT INTO users (id, mail) VALUES (1, 'a@b')")));
        answers.add("7");
        answers.add("1");

        assertThat(run(database, revision("rename"))).contains("Detected: rename column \"users.mail\" to \"email\"\n",
                "Detected: drop column \"users.fax\" (loses data)\n");
        assertThat(questions).hasSize(2).last().isEqualTo("""
                Is column "users.email" new, or was it renamed?
                  0  it is new
                  1  it was "mail"
                  2  it was "fax"
                >\s""");
        run(database, new UpgradeCommand("head"));
        assertThat(database.engine().<List<String>, RuntimeException>fromTransaction(connection -> connection
                .rows("SELECT email AS answer FROM users").stream().map(row -> row.text("answer")).toList()))
                .containsExactly("a@b");
        run(database, new DowngradeCommand("-1", false));
        assertThat(database.engine().inspect().table("users").columns()).extracting(each -> each.name())
                .containsExactlyInAnyOrder("id", "mail", "fax");
    }

    @DatabaseTest(only = "h2")
    void whatNobodyAnswersIsRefused(TestDatabase database) {
        begin(database);

        assertThatThrownBy(() -> run(database, revision("x"))).isInstanceOf(MigrationException.class).hasMessage(
                "It is not known whether column \"users.email\" is new or was renamed from one of [mail, fax], whose "
                        + "values would be lost. Use --rename users.mail=email, note it in the model, or drop and add "
                        + "with --no-renames.");
        answers.add("0");
        assertThat(run(database, revision("y"))).contains("Detected: add column \"users.email\"");
    }

    @DatabaseTest(only = "h2")
    void renamesAreToldOrNoted(TestDatabase database) {
        begin(database);
        writesNothing = true;

        assertThat(run(database, revision("told"), Autogenerator.DEFAULT.renaming("users.fax", "email")))
                .isEqualTo(
                        "Detected: rename column \"users.fax\" to \"email\"\nDetected: drop column \"users.mail\" (loses data)\n");
        assertThat(run(database, revision("none"), Autogenerator.DEFAULT.withoutFurtherRenames()))
                .startsWith("Detected: add column \"users.email\"\n");
        assertThatThrownBy(
                () -> run(database, revision("typo"),
                        Autogenerator.DEFAULT.renaming("users.fux", "email").withoutFurtherRenames()))
                .hasMessage("Nothing was renamed from [users.fux]: no such table or column is missing in the model, "
                        + "or its new name is not new. Correct --rename.");

        model = new MetaData();
        model.table("people", column("id", INTEGER).primaryKey(),
                column("email", string(9)).note(NoteKey.RENAMED_FROM, "mail"), column("fax", string(9)))
                .note(NoteKey.RENAMED_FROM, "users");
        assertThat(run(database, revision("noted"))).isEqualTo(
                "Detected: rename table \"users\" to \"people\"\nDetected: rename column \"people.mail\" to \"email\"\n");
        assertThat(questions).isEmpty();
    }

    @DatabaseTest
    void aKnownRenameAltersTheTypeAndKeepsTheValues(TestDatabase database) {
        begin(database);
        database.engine().inTransaction(connection -> connection
                .execute(new dev.rubedo.schema.TextDdl("INSERT INTO users (id, mail) VALUES (1, 'a@b')")));
        model = new MetaData();
        model.table("people", column("id", INTEGER).primaryKey(), column("first", INTEGER), column("second", INTEGER),
                column("email", string(200)).note(NoteKey.RENAMED_FROM, "mail"), column("fax", string(9)))
                .note(NoteKey.RENAMED_FROM, "users");

        assertThat(run(database, revision("noted"))).contains("rename table \"users\" to \"people\"",
                "rename column \"people.mail\" to \"email\"", "\"people.email\"").doesNotContain("drop");
        run(database, new UpgradeCommand("head"));
        assertThat(database.engine().<List<String>, RuntimeException>fromTransaction(connection -> connection
                .rows("SELECT email AS answer FROM people").stream().map(row -> row.text("answer")).toList()))
                .containsExactly("a@b");
        assertThat(questions).isEmpty();
    }

    @DatabaseTest(only = "h2")
    void aToldRenameNeedsNoLikeness(TestDatabase database) {
        begin(database);
        writesNothing = true;
        model = new MetaData();
        model.table("users", column("id", INTEGER).primaryKey(), column("email", string(200)),
                column("fax", string(9)));

        assertThat(run(database, revision("told"), Autogenerator.DEFAULT.renaming("users.mail", "email")))
                .startsWith("Detected: rename column \"users.mail\" to \"email\"\n").doesNotContain("drop");
    }

    @DatabaseTest(only = "h2")
    void aNoteThatNamesNothingIsRefusedBeforeDataIsLost(TestDatabase database) {
        begin(database);
        writesNothing = true;
        model = new MetaData();
        model.table("users", column("id", INTEGER).primaryKey(),
                column("email", string(200)).note(NoteKey.RENAMED_FROM, "mial"), column("fax", string(9)));

        assertThatThrownBy(() -> run(database, revision("typo"))).isInstanceOf(MigrationException.class).hasMessage(
                "According to the model, column \"users.email\" was renamed from \"mial\", but the database has no "
                        + "such "
                        + "column; it has [mail], which would be dropped. Correct the note (@RenamedFrom), use "
                        + "--rename users.mail=email, or drop and add with --no-renames.");
        assertThat(run(database, revision("none"), Autogenerator.DEFAULT.withoutFurtherRenames()))
                .contains("add column \"users.email\"");
    }

    @DatabaseTest(only = "h2")
    void hooksOfTheApplicationApply(TestDatabase database) throws IOException {
        begin(database);
        dropsTables = false;
        model = new MetaData();
        model.table("other", column("id", INTEGER).primaryKey(), column("text", string(77)));

        assertThat(run(database, revision("hooks"))).startsWith("Detected: create table \"other\"\nCreated");
        assertThat(source("Ra2a2_hooks.java")).contains("import static java.lang.Long.MAX_VALUE;")
                .contains("column(\"text\", LONG)");
    }

    @DatabaseTest(only = "h2")
    void aGeneratorOfTheApplicationTakesItsPlace(TestDatabase database) {
        columns();
        run(database, new InitCommand("migrations", "", ""));
        var out = new StringWriter();
        var config = MigrationConfig.read(directory.resolve("rubedo.toml"), "").with("url", database.url());
        var context = CommandContext.of(config, new PrintWriter(out, true)).withEnvironment(new Application());
        var table = dev.rubedo.migrate.snapshot.SchemaSnapshot.of(model).tables().values().iterator().next();

        revision("mine").run(context.withGenerator(new RevisionGenerator() {
            @Override
            public MigrationScript generate(MigrationScript empty, CommandContext where) {
                return empty.withOperations(
                        new UpgradeOperations(List.of(new CreateTableOperation(table, true))),
                        new DowngradeOperations(List.of()));
            }

            @Override
            public dev.rubedo.migrate.source.OperationSource source(CommandContext where) {
                return dev.rubedo.migrate.source.JavaSource.of(where.dialect());
            }
        }));

        assertThat(out.toString()).startsWith("Created");
    }
}
