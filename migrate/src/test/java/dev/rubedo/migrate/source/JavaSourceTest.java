package dev.rubedo.migrate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.h2.H2Dialect;
import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.RandomModel;
import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.effect.SchemaReplay;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.*;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Functions;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.Types;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java that is written for operations, and that it compiles to the same operations. */
class JavaSourceTest {
    private static final TableName USERS = new TableName("", "users");
    private static final Dialect POSTGRES = new PostgresDialect();

    @TempDir private Path directory;

    private static String written(MigrationOperation... operations) {
        return String.join("\n", JavaSource.of(POSTGRES).statements(List.of(operations)));
    }

    private static MetaData model() {
        var metaData = new MetaData();
        metaData.table("users", Column.column("id", Types.INTEGER).primaryKey(),
                Column.column("name", Types.string(30)).notNull().serverDefault(Sql.literal("it's \"x\"")),
                Column.column("mood", Types.labels("moods", "good", "bad")).comment("how"),
                CheckConstraint.of("id > 0").named("positive"), UniqueConstraint.on("name").named("uq_name"),
                Index.on("name").named("ix_name").unique());
        return metaData;
    }

    @Test
    void aTableIsWrittenWithOneItemOnEachLine() {
        var table = SchemaSnapshot.of(model()).require(USERS);

        assertThat(written(new CreateTableOperation(table, true))).isEqualTo("""
                op.ifNotExists().createTable("users",
                        column("id", INTEGER).primaryKey(),
                        column("name", string(30)).notNull().serverDefault("'it''s \\"x\\"'"),
                        column("mood", labels("moods", "good", "bad")).comment("how"),
                        CheckConstraint.of("id > 0").named("positive"),
                        UniqueConstraint.on("name").named("uq_name"),
                        Index.on("name").named("ix_name").unique());""");
        assertThat(JavaSource.of(POSTGRES).imports(List.of(new CreateTableOperation(table, false)))).containsExactly(
                "dev.rubedo.schema.CheckConstraint", "dev.rubedo.schema.Index",
                "dev.rubedo.schema.UniqueConstraint", "static dev.rubedo.schema.Column.column",
                "static dev.rubedo.type.Types.INTEGER", "static dev.rubedo.type.Types.labels",
                "static dev.rubedo.type.Types.string");
    }

    @Test
    void changesTellWhatTheColumnIsBefore() {
        var before = ColumnChange.NONE.withType(Types.INTEGER).withNullable(true).withServerDefault(null)
                .withIdentity(null).withComment("");

        assertThat(written(new AlterColumnOperation(USERS, "age", ColumnChange.NONE.withType(Types.BIGINT), before,
                "age::bigint"))).isEqualTo("op.alterColumn(\"users\", \"age\", c -> c.type(BIGINT)"
                        + ".using(\"age::bigint\").existingType(INTEGER).existingNullable());");
        assertThat(written(new AlterColumnOperation(USERS, "age",
                ColumnChange.NONE.withName("years").withNullable(false).withServerDefault(null)
                        .withIdentity(new Identity(true, 5, 1).cycling()).withComment("").withAutoincrement(true),
                before, ""))).isEqualTo("op.alterColumn(\"users\", \"age\", c -> c.rename(\"years\").notNull()"
                        + ".dropServerDefault().identity(new Identity(true, 5, 1).cycling()).autoincrement(true)"
                        + ".dropComment().existingType(INTEGER).existingNullable().existingNoServerDefault()"
                        + ".existingNoIdentity().existingComment(\"\"));");
    }

    @Test
    void aBackfillIsWrittenWithItsBatches() {
        var rows = new MetaData().table("users", Column.column("id", Types.INTEGER),
                Column.column("name", Types.string(30)));
        var name = rows.column("name", String.class);

        assertThat(written(new BackfillOperation(rows, Map.of("name", Functions.lower(name)), name.ne("it's"),
                List.of("id"), 50, Duration.ofMillis(20)))).isEqualTo("""
                        op.backfill("users", with -> with
                                .set("name", "lower(name)")
                                .where("name != 'it''s'")
                                .keyedBy("id")
                                .batch(50)
                                .pause(Duration.ofMillis(20)));""");
    }

    /** Every kind of operation, in an order in which a schema can have them. */
    private static List<MigrationOperation> everyKind() {
        var users = SchemaSnapshot.of(model()).require(USERS);
        var fax = ColumnSnapshot.of("fax", Types.string(9)).withServerDefault(Sql.text("'a:b\\:c'", Types.STRING));
        var unique = new ConstraintSnapshot.Unique(UniqueConstraint.on("fax").named("uq_fax"));
        var exclusion = new ConstraintSnapshot.Exclusion(
                ExclusionConstraint.using("gist").with("id", "=").named("ex_id"));
        var unnamed = new ConstraintSnapshot.Check(CheckConstraint.of("fax <> ''"));
        var changed = ColumnChange.NONE.withNullable(false);
        var rows = new MetaData().table("users", Column.column("id", Types.INTEGER),
                Column.column("name", Types.string(30)));
        return List.of(new CreateSchemaOperation("app", true), new CreateSequenceOperation(Sequence.of("s"), false),
                new AlterSequenceOperation(Sequence.of("s"), Sequence.of("s").from(1, 2).between(1L, null).cycling()),
                new CreateEnumOperation(new LabelType("moods", "", List.of("good", "bad")), ""),
                new CreateTableOperation(users, false),
                new AddEnumValueOperation(new TableName("", "moods"), "so-so", ""),
                new AlterEnumOperation(new TableName("", "moods"), List.of("good", "bad", "so-so"),
                        List.of("good", "bad"), List.of(new AlterEnumOperation.Use(USERS, "mood", "", false))),
                new AddColumnOperation(USERS, fax, List.of(unique), List.of(),
                        new AddColumnOperation.Options(true, false)),
                new AlterColumnOperation(USERS, "fax", changed, ColumnChange.NONE.withType(Types.string(9)), ""),
                new CreateIndexOperation(USERS, IndexSnapshot.of("ix_fax", List.of("fax")), false, true),
                new DropIndexOperation(USERS, "ix_fax", null, true, false),
                new AddConstraintOperation(USERS, exclusion),
                new DropConstraintOperation(USERS, "ex_id", ConstraintKind.EXCLUSION, exclusion, false, true),
                new SetTableCommentOperation(USERS, "people\n\"all\"", ""),
                new SetTableCommentOperation(USERS, "", "people"),
                new ModifyTableOperation(USERS, List.of(new DropConstraintOperation(USERS, "uq_name", null))),
                new BatchOperation(USERS,
                        List.of(new AddConstraintOperation(USERS, unnamed),
                                new DropConstraintOperation(USERS, "", ConstraintKind.CHECK, unnamed, false, false),
                                new DropColumnOperation(USERS, "fax"),
                                new AddColumnOperation(USERS, fax),
                                new AlterColumnOperation(USERS, "fax", changed, ColumnChange.NONE, ""),
                                new CreateIndexOperation(USERS, IndexSnapshot.of("ix_fax", List.of("fax"))),
                                new DropIndexOperation(USERS, "ix_fax"),
                                new DropConstraintOperation(USERS, "positive", ConstraintKind.CHECK),
                                new SetTableCommentOperation(USERS, "x", ""),
                                new SetTableCommentOperation(USERS, "", "x")),
                        BatchOptions.DEFAULT.recreateAlways()),
                new CreateViewOperation(new ViewSnapshot(new TableName("", "names"),
                        ViewDefinition.of("SELECT name FROM users").materialized(), List.of())),
                new DropViewOperation(new TableName("", "names"), true, null, false),
                new ExecuteOperation.OfText("SELECT '\\ \"'"),
                new ExecuteOperation.OfStatement(Sql.deleteFrom(rows)),
                new ExecuteOperation.OfDdl(new TextDdl("ANALYZE")),
                new InsertRowsOperation(rows, List.of(Map.of("id", 1)), true),
                new BackfillOperation(rows, Map.of("name", Functions.lower(rows.column("name", String.class))),
                        rows.column("name", String.class).ne("it's"), List.of("id"), 50, Duration.ofMillis(20)),
                new OutsideTransactionOperation(List.of(new ExecuteOperation.OfText("VACUUM"))),
                new DropColumnOperation(USERS, "fax", null, true, true),
                new RenameTableOperation(USERS, "people"),
                new DropTableOperation(new TableName("", "people"), null, true),
                new DropEnumOperation(new LabelType("moods", "", List.of("good", "bad")), "", true),
                new DropSequenceOperation(Sequence.of("s"), true), new DropSchemaOperation("app", true, true));
    }

    private List<MigrationOperation> compiled(List<MigrationOperation> operations, Dialect dialect, String id) {
        var config = MigrationConfig.defaults(directory);
        if (!Files.exists(directory.resolve("migrations"))) {
            create(directory.resolve("migrations/versions"));
        }
        var script = new MigrationScript(id, "", List.of(), List.of(), List.of(), new UpgradeOperations(operations),
                new DowngradeOperations(List.of()), List.of());
        ScriptDirectory.read(config).write(script, JavaSource.of(dialect), false, null);
        return RecordedOperations.upgrade(ScriptDirectory.read(config).source().migration(id), dialect);
    }

    private static void create(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyKindOfOperationCompilesToWhatHasTheSameEffect() {
        var operations = everyKind();

        var compiled = compiled(operations, POSTGRES, "aaaa1");

        for (int i = 1; i <= operations.size(); i++) {
            SchemaReplay.apply(SchemaSnapshot.EMPTY, operations.subList(0, i));
        }
        assertThat(compiled.stream().map(MigrationOperation::describe)).contains("create table \"users\"",
                "outside transactions: execute \"VACUUM\"", "alter table \"users\" in a batch",
                "execute \"DELETE FROM users\"", "execute \"ANALYZE\"",
                "execute \"INSERT INTO users (id) VALUES (1)\"", "backfill name of table \"users\"");
        assertThat(SchemaComparison.of(
                SchemaReplay.apply(SchemaSnapshot.EMPTY, compiled.subList(0, compiled.size() - 5)),
                SchemaReplay.apply(SchemaSnapshot.EMPTY, operations.subList(0, operations.size() - 5)), POSTGRES,
                ComparisonOptions.DEFAULT).operations()).isEmpty();
        assertThat(compiled.stream().map(Object::getClass).distinct().toList()).hasSizeGreaterThan(22);
    }

    @Test
    void randomChangesCompileToWhatHasTheSameEffect() {
        int number = 0;
        for (var dialect : List.of(POSTGRES, new H2Dialect(), new MariadbDialect(), new SqliteDialect())) {
            for (int seed = 0; seed < 3; seed++) {
                var from = SchemaSnapshot.of(RandomModel.of(seed, dialect));
                var to = SchemaSnapshot.of(RandomModel.of(seed + 100, dialect));
                var comparison = SchemaComparison.of(from, to, dialect, ComparisonOptions.DEFAULT);

                var compiled = compiled(comparison.operations(), dialect, "abcd" + number++);

                var after = SchemaReplay.apply(comparison.from(), compiled);
                assertThat(SchemaComparison.of(after, to, dialect, ComparisonOptions.DEFAULT).operations())
                        .as("%s, seed %s", dialect, seed).isEmpty();
            }
        }
    }

    @Test
    void typesAreWrittenWithoutClassesOfTheApplication() {
        var types = List.of(Types.enumType(Thread.State.class), Types.json(Path.class), Types.array(Types.BIGINT),
                new StringType(9, true, true, "de"), new TextType("C"), Types.numeric(5, 2), Types.timestampTz(3),
                Types.interval(3, 6), Types.exact("MONEY", Types.NUMERIC), new LabelType("m", "app", List.of("a")),
                Types.labels("m", "a").asString(), Types.enumType(Thread.State.class).asString().withLength(40),
                Types.labels("m", "a").asText(), Types.labels("m", "a").unchecked(), Types.checkedBoolean(),
                Types.TEXT.on("postgresql", Types.exact("CITEXT", Types.TEXT)));
        var columns = new ArrayList<ColumnSnapshot>();
        types.forEach(type -> columns.add(ColumnSnapshot.of("c" + columns.size(), type)));

        assertThat(written(new CreateTableOperation(TableSnapshot.of(USERS, columns), false)).lines().skip(1)
                .map(line -> line.strip().replaceFirst("^column\\(\"c\\d+\", (.*)\\)(,|\\);)$", "$1"))).containsExactly(
                        "labels(\"state\", \"NEW\", \"RUNNABLE\", \"BLOCKED\", \"WAITING\", \"TIMED_WAITING\", "
                                + "\"TERMINATED\").unchecked()",
                        "json(Object.class)", "array(BIGINT)", "new StringType(9, true, true, \"de\")",
                        "new TextType(\"C\")", "numeric(5, 2)", "timestampTz(3)", "interval(3, 6)",
                        "exact(\"MONEY\", NUMERIC)", "labels(\"m\", \"a\").inSchema(\"app\")",
                        "string(1)", "string(40)", "labels(\"m\", \"a\").asText()",
                        "labels(\"m\", \"a\").unchecked()", "checkedBoolean()",
                        "TEXT.on(\"postgresql\", exact(\"CITEXT\", TEXT))");
    }

    @Test
    void aDomainIsWrittenWithItsPartsSoThatItIsCreated() {
        var domain = PostgresTypes.domain("positive", Types.INTEGER).defaultValue("1").notNull().check("VALUE > 0");
        var table = TableSnapshot.of(USERS, List.of(ColumnSnapshot.of("age", domain.type())));
        var operations = List.<MigrationOperation>of(new CreateTableOperation(table, false));

        assertThat(written(new CreateTableOperation(table, false))).isEqualTo("""
                op.createTable("users",
                        column("age", new Domain<>(Set.of("postgresql"), "positive", INTEGER, "1", true, \
                "VALUE > 0").type()));""");
        assertThat(compiled(operations, POSTGRES, "dddd1")).singleElement()
                .isInstanceOfSatisfying(CreateTableOperation.class, create -> assertThat(
                        create.definition().columns().get(0).type()).isEqualTo(domain.type()));
    }

    @Test
    void itemsAreWrittenByARule() {
        var source = JavaSource.of(POSTGRES).withItems(item -> item.equals(Types.INTEGER)
                ? Optional.of(new JavaItem("ShopTypes.KEY", List.of("com.acme.ShopTypes")))
                : Optional.empty());
        var operations = List.<MigrationOperation>of(
                new AddColumnOperation(USERS, ColumnSnapshot.of("n", Types.INTEGER)));

        assertThat(source.statements(operations))
                .containsExactly("op.addColumn(\"users\", column(\"n\", ShopTypes.KEY));");
        assertThat(source.imports(operations)).contains("com.acme.ShopTypes");
    }

    /** An operation of an application. */
    private record Grant(String source0) implements CustomOperation {
        @Override
        public List<DdlElement> ddl(Dialect dialect) {
            return List.of();
        }

        @Override
        public Optional<Statement> source() {
            return source0.isEmpty() ? Optional.empty()
                    : Optional.of(new Statement(source0, List.of("com.acme.Grant")));
        }

        @Override
        public String describe() {
            return "grant";
        }
    }

    @Test
    void anOperationOfAnApplicationWritesItself() {
        assertThat(written(new Grant("{op}.invoke(new Grant());"))).isEqualTo("op.invoke(new Grant());");
        assertThat(JavaSource.of(POSTGRES).imports(List.of(new Grant("x")))).containsExactly("com.acme.Grant");
        assertThatThrownBy(() -> written(new Grant(""))).isInstanceOf(MigrationException.class).hasMessage(
                "The operation \"grant\" cannot be written as Java: its class Grant does not override source().");
    }

    @Test
    void whatJavaCannotNameIsRefused() {
        assertThatThrownBy(() -> written(new DropTableOperation(new TableName("", "a.b"), null, false)))
                .isInstanceOf(MigrationException.class).hasMessage("Table \"a.b\" cannot be written as Java: its name "
                        + "contains a dot. Write the revision by hand.");
        assertThatThrownBy(() -> written(new BatchOperation(USERS, List.of(),
                BatchOptions.DEFAULT.with(TableOption.comment("x"))))).isInstanceOf(MigrationException.class)
                .hasMessage(
                        "The batch of table \"users\" cannot be written as Java: it has options. Write the revision "
                                + "by hand.");
    }
}
