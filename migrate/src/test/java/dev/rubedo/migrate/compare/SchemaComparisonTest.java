package dev.rubedo.migrate.compare;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TEXT;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.mysql.MysqlDialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.ExecuteOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a comparison of a database with a model reports, aspect by aspect, and its options. */
class SchemaComparisonTest {

    private static MetaData model(TableItem... more) {
        var metaData = new MetaData(NamingConvention.DEFAULT);
        users(metaData, more);
        return metaData;
    }

    private static Table users(MetaData metaData, TableItem... more) {
        var table = metaData.table("users", column("id", INTEGER).primaryKey(), column("name", string(30)).notNull());
        for (var item : more) {
            table.add(item);
        }
        return table;
    }

    private static SchemaComparison compare(Engine engine, ComparisonOptions options, MetaData model) {
        return engine.fromTransaction(connection -> SchemaComparison.of(connection, options, model));
    }

    private static List<String> differences(Engine engine, ComparisonOptions options, MetaData model) {
        return flat(compare(engine, options, model).operations());
    }

    private static List<String> differences(Engine engine, MetaData model) {
        return differences(engine, ComparisonOptions.DEFAULT, model);
    }

    private static List<String> flat(List<? extends MigrationOperation> operations) {
        var words = new ArrayList<String>();
        operations.forEach(operation -> {
            if (operation instanceof BatchOperation batch) {
                words.addAll(flat(batch.operations()));
            } else {
                words.add(operation.describe());
            }
        });
        return words;
    }

    @DatabaseTest
    void anEmptyDatabaseGetsTheTablesInTheOrderOfTheirReferences(Engine engine) {
        var model = new MetaData(NamingConvention.DEFAULT);
        model.table("orders", column("id", INTEGER).primaryKey(),
                column("user_id", INTEGER).references("users.id"), column("note", TEXT).comment("free"));
        users(model, column("order_id", INTEGER).references("orders.id"));

        var differences = differences(engine, model);

        assertThat(differences).isEqualTo(engine.dialect().supports(Feature.ALTER_TABLE_CONSTRAINTS)
                ? List.of("create table \"orders\"", "create table \"users\"",
                        "add foreign key \"fk_orders_user_id_users\" to table \"orders\"")
                : List.of("create table \"orders\"", "create table \"users\""));
    }

    private static MetaData withView(String condition) {
        var model = model();
        model.table("v", ViewDefinition.of("SELECT id FROM users WHERE " + condition));
        return model;
    }

    @DatabaseTest
    void parenthesesOfAViewMatterWhereTheyChangeItsMeaning(Engine engine) {
        withView("(id = 1 OR id = 2) AND name = 'a'").createAll(engine);

        assertThat(differences(engine, withView("((id = 1 OR id = 2)) AND name = 'a'"))).isEmpty();
        assertThat(differences(engine, withView("id = 1 OR (id = 2 AND name = 'a')")))
                .contains("create view \"v\"");
    }

    @DatabaseTest
    void tablesOfACycleAreDroppedAfterTheKeyThatClosesIt(Engine engine) {
        var model = new MetaData(NamingConvention.DEFAULT);
        model.table("a", column("id", INTEGER).primaryKey(), column("b_id", INTEGER).references("b.id"));
        model.table("b", column("id", INTEGER).primaryKey(), column("a_id", INTEGER).references("a.id"));
        model.createAll(engine);

        var differences = differences(engine, new MetaData());

        assertThat(differences).contains("drop table \"a\"", "drop table \"b\"");
        assertThat(differences).hasSize(engine.dialect().supports(Feature.ALTER_TABLE_CONSTRAINTS) ? 3 : 2);
    }

    @DatabaseTest
    void columnsAreAddedChangedAndDropped(Engine engine) {
        model(column("age", INTEGER).notNull().serverDefault("1"), column("fax", string(9))).createAll(engine);

        var comparison = compare(engine, ComparisonOptions.DEFAULT,
                model(column("age", BIGINT).serverDefault("2"), column("email", string(9)).notNull()));

        assertThat(flat(comparison.operations())).containsExactly("add column \"users.email\"",
                "alter column \"users.age\"", "drop column \"users.fax\"");
        assertThat(comparison.warnings()).containsExactly("Column \"users.email\" is added NOT NULL without a default, "
                + "which fails if the table has rows. Give it a server default, or add it as nullable, fill it, and "
                + "then set NOT NULL.");
        assertThat(flat(comparison.downgrade().operations())).containsExactly("add column \"users.fax\"",
                "alter column \"users.age\"", "drop column \"users.email\"");
    }

    @DatabaseTest(requires = Feature.COMPUTED_COLUMNS)
    void aComputationThatDiffersIsReplaced(Engine engine) {
        model(column("n", INTEGER), column("twice", INTEGER).computed(new Computed("n * 2", Computed.Storage.STORED)))
                .createAll(engine);

        assertThat(differences(engine, model(column("n", INTEGER),
                column("twice", INTEGER).computed(new Computed("n * 3", Computed.Storage.STORED)))))
                .containsExactly("drop column \"users.twice\"", "add column \"users.twice\"");
    }

    @DatabaseTest
    void constraintsAndIndexesAreFoundByTheirDefinitions(Engine engine) {
        model(column("n", INTEGER), UniqueConstraint.on("name"), CheckConstraint.of("n > 0").named("positive"),
                Index.on("n").named("ix_n"), ForeignKey.on("n").references("users.id")).createAll(engine);

        assertThat(differences(engine,
                model(column("n", INTEGER), UniqueConstraint.on("name", "n"),
                        CheckConstraint.of("n > 1").named("positive"), Index.on("n", "name").named("ix_n"),
                        ForeignKey.on("n").references("users.id").onDelete(ReferentialAction.CASCADE))))
                .containsExactlyInAnyOrder(
                        "drop foreign key \"fk_users_n_users\" of table \"users\"",
                        "drop index \"ix_n\" of table \"users\"",
                        "drop unique constraint \"uq_users_name\" of table \"users\"",
                        "drop check constraint \"ck_users_positive\" of table \"users\"",
                        "add unique constraint \"uq_users_name\" to table \"users\"",
                        "add check constraint \"ck_users_positive\" to table \"users\"",
                        "create index \"ix_n\" on table \"users\"",
                        "add foreign key \"fk_users_n_users\" to table \"users\"");
    }

    @DatabaseTest(requires = Feature.COMMENTS)
    void commentsAreCompared(Engine engine) {
        model(TableOption.comment("people")).createAll(engine);

        assertThat(differences(engine, model(TableOption.comment("users"), column("n", INTEGER).comment("number"))))
                .containsExactly("add column \"users.n\"", "set comment of table \"users\"");
    }

    @Test
    void functionsAreTheSameOnlyWhereTheDatabaseTakesThemForTheSame() {
        assertThat(SqlTermReader.canonical("octet_length(a)", new PostgresDialect().catalogTraits()))
                .isNotEqualTo(SqlTermReader.canonical("length(a)", new PostgresDialect().catalogTraits()));
        assertThat(SqlTermReader.canonical("localtimestamp", new PostgresDialect().catalogTraits()))
                .isNotEqualTo(SqlTermReader.canonical("current_timestamp", new PostgresDialect().catalogTraits()))
                .isEqualTo(SqlTermReader.canonical("localtimestamp(6)", new PostgresDialect().catalogTraits()));
        assertThat(SqlTermReader.canonical("char_length(a)", new PostgresDialect().catalogTraits()))
                .isEqualTo(SqlTermReader.canonical("length(a)", new PostgresDialect().catalogTraits()));
        assertThat(SqlTermReader.canonical("octet_length(a)", new MariadbDialect().catalogTraits()))
                .isEqualTo(SqlTermReader.canonical("length(a)", new MariadbDialect().catalogTraits()))
                .isNotEqualTo(SqlTermReader.canonical("char_length(a)", new MariadbDialect().catalogTraits()));
        assertThat(SqlTermReader.canonical("localtimestamp()", new MysqlDialect().catalogTraits()))
                .isEqualTo(SqlTermReader.canonical("now()", new MysqlDialect().catalogTraits()));
    }

    @DatabaseTest
    void whatAKilledRunLeftBehindIsNeitherDroppedNorInTheWay(Engine engine) {
        model(CheckConstraint.of("name BETWEEN 'a' AND 'b'").named("ck_users_name")).createAll(engine);
        engine.inTransaction(connection -> {
            connection.execute(new TextDdl("CREATE TABLE rubedo_scratch (id INTEGER)"));
            connection.execute(new TextDdl("CREATE VIEW rubedo_scratch_0123abcd AS SELECT id FROM users"));
        });

        assertThat(differences(engine, model(CheckConstraint.of("name BETWEEN 'a' AND 'b'").named("ck_users_name"))))
                .isEmpty();
    }

    @DatabaseTest(only = "postgresql")
    void aSequenceLosesTheTypeThatTheModelDoesNotName(Engine engine) {
        engine.inTransaction(connection -> connection.execute(new TextDdl("CREATE SEQUENCE s AS integer")));
        var model = new MetaData();
        model.add(Sequence.of("s"));

        var comparison = compare(engine, ComparisonOptions.DEFAULT, model);
        assertThat(comparison.operations()).hasSize(1);
        engine.inTransaction(connection -> {
            var context = MigrationContext.of(connection, MigrationOptions.DEFAULT);
            comparison.operations().forEach(context::invoke);
        });

        assertThat(differences(engine, model)).isEmpty();
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void sequencesAreCompared(Engine engine) {
        var before = new MetaData();
        before.add(Sequence.of("a"));
        before.add(Sequence.of("b"));
        before.createAll(engine);
        var after = new MetaData();
        after.add(Sequence.of("b").from(1, 10));
        after.add(Sequence.of("c"));

        assertThat(differences(engine, after)).containsExactly("alter sequence \"b\"", "create sequence \"c\"",
                "drop sequence \"a\"");
    }

    @DatabaseTest
    void viewsAreComparedAndMadeAnewWhenTheirTablesChange(Engine engine) {
        var before = model(column("fax", string(9)));
        before.table("names", ViewDefinition.of("SELECT name FROM users"));
        before.table("ids", ViewDefinition.of("SELECT id FROM users"));
        before.createAll(engine);
        var after = model();
        after.table("names", ViewDefinition.of("SELECT name FROM users WHERE id > 1"));
        after.table("ids", ViewDefinition.of("SELECT id FROM users"));

        assertThat(differences(engine, after)).isEqualTo(engine.dialectName().equals("sqlite")
                ? List.of("drop view \"names\"", "drop column \"users.fax\"", "create view \"names\"")
                : List.of("drop view \"names\"", "drop view \"ids\"", "drop column \"users.fax\"",
                        "create view \"names\"", "create view \"ids\""));
    }

    @DatabaseTest(requires = Feature.SCHEMAS, except = {"mariadb", "mysql", "sqlite"})
    void otherSchemasAreReadIfTheModelHasThemOrOnRequest(Engine engine) {
        var before = new MetaData();
        before.table("t", TableOption.schema("app"), column("id", INTEGER).primaryKey());
        engine.inTransaction(connection -> connection.execute(new dev.rubedo.schema.CreateSchema("app", false)));
        before.createAll(engine);
        var after = new MetaData();
        after.table("t", TableOption.schema("app"), column("id", INTEGER).primaryKey(), column("n", INTEGER));

        try {
            assertThat(differences(engine, after)).containsExactly("add column \"app.t.n\"");
            assertThat(differences(engine, new MetaData())).isEmpty();
            assertThat(differences(engine, ComparisonOptions.DEFAULT.includeSchemas(), new MetaData()))
                    .containsExactly("drop table \"app.t\"");
        } finally {
            before.dropAll(engine);
            engine.inTransaction(connection -> connection
                    .execute(new dev.rubedo.schema.DropSchema("app", false, false)));
        }
    }

    @DatabaseTest
    void theUsualSchemaMayBeNamedForAllTablesOrSome(Engine engine) {
        var usual = engine.inspect().defaultSchema();
        var created = new MetaData();
        created.table("named", TableOption.schema(usual), column("id", INTEGER).primaryKey());
        created.table("rubedo_version", column("id", INTEGER).primaryKey());
        created.createAll(engine);
        var options = ComparisonOptions.DEFAULT.without(Set.of(new TableName("", "rubedo_version")));
        var all = new MetaData();
        all.table("named", TableOption.schema(usual), column("id", INTEGER).primaryKey());

        assertThat(differences(engine, options, all)).isEmpty();

        // SQLite has no foreign keys between schemas, as they are written
        boolean hasKeys = !engine.dialectName().equals("sqlite");
        all.table("plain", column("id", INTEGER).primaryKey(), hasKeys
                ? column("named_id", INTEGER).references(usual + ".named.id")
                : column("named_id", INTEGER));
        assertThat(differences(engine, options, all)).containsExactly("create table \"plain\"");
        all.createAll(engine);
        assertThat(differences(engine, options, all)).isEmpty();
        var own = ComparisonOptions.DEFAULT.without(Set.of(new TableName(usual, "rubedo_version")));
        var plain = new MetaData();
        plain.table("named", column("id", INTEGER).primaryKey());
        plain.table("plain", column("id", INTEGER).primaryKey(),
                hasKeys ? column("named_id", INTEGER).references("named.id") : column("named_id", INTEGER));
        assertThat(differences(engine, own, plain)).isEmpty();
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void aSequenceOfTheUsualSchemaIsReadOnce(Engine engine) {
        var usual = engine.inspect().defaultSchema();
        var model = new MetaData();
        model.table("named", TableOption.schema(usual), column("id", INTEGER).primaryKey());
        model.table("plain", column("id", INTEGER).primaryKey());
        model.add(Sequence.of("numbers"));
        model.createAll(engine);

        assertThat(differences(engine, model)).isEmpty();
        var schemas = ComparisonOptions.DEFAULT.includeSchemas()
                .includeName((kind, name, parent) -> kind != ObjectKind.SCHEMA || name.isEmpty() || name.equals(usual));
        assertThat(differences(engine, schemas, model)).isEmpty();

        var named = new MetaData();
        named.table("named", TableOption.schema(usual), column("id", INTEGER).primaryKey());
        named.table("plain", column("id", INTEGER).primaryKey());
        named.add(Sequence.of("numbers").inSchema(usual));
        assertThat(differences(engine, named)).isEmpty();
    }

    @DatabaseTest
    void namesAndObjectsAreLeftOut(Engine engine) {
        model(column("fax", string(9)), Index.on("name").named("ix_old")).createAll(engine);
        var model = model(column("email", string(9)));
        model.table("orders", column("id", INTEGER).primaryKey());

        assertThat(differences(engine, ComparisonOptions.DEFAULT.includeName(
                (kind, name, parent) -> kind != ObjectKind.INDEX && !(name.equals("fax") && parent.equals("users"))),
                model)).containsExactlyInAnyOrder("create table \"orders\"", "add column \"users.email\"");
        assertThat(differences(engine, ComparisonOptions.DEFAULT.includeObject(
                object -> !(object.isReflected() && object.other() == null)), model))
                .containsExactlyInAnyOrder("create table \"orders\"", "add column \"users.email\"");
        assertThat(differences(engine, ComparisonOptions.DEFAULT.without(
                Set.of(new TableName("", "users"), new TableName("", "orders"))), model)).isEmpty();
    }

    @DatabaseTest
    void rulesDecideOnTypesAndDefaults(Engine engine) {
        model(column("n", INTEGER), column("d", INTEGER).serverDefault("1")).createAll(engine);
        var model = model(column("n", BIGINT), column("d", INTEGER).serverDefault("2"));
        var noTypes = ComparisonOptions.DEFAULT.compareType((table, from, to) -> Optional.of(false));

        assertThat(differences(engine, noTypes, model)).containsExactly("alter column \"users.d\"");
        assertThat(differences(engine,
                noTypes.compareServerDefault(
                        (table, from, to) -> to.name().equals("d") ? Optional.of(false) : Optional.empty()),
                model)).isEmpty();
    }

    @DatabaseTest
    void renamesAreAskedFor(Engine engine) {
        model(column("mail", string(9)), column("fax", string(9))).createAll(engine);
        var model = new MetaData(NamingConvention.DEFAULT);
        model.table("people", column("id", INTEGER).primaryKey(), column("name", string(30)).notNull(),
                column("email", string(9)), column("fax", string(9)));
        var asked = new ArrayList<RenameCandidate>();

        var differences = differences(engine, ComparisonOptions.DEFAULT.renames(candidate -> {
            asked.add(candidate);
            return Optional.of(candidate.oldNames().get(0));
        }), model);

        assertThat(asked).containsExactly(
                new RenameCandidate(ObjectKind.TABLE, new TableName("", "people"), "people", List.of("users")),
                new RenameCandidate(ObjectKind.COLUMN, new TableName("", "people"), "email", List.of("mail")));
        assertThat(differences).startsWith("rename table \"users\" to \"people\"",
                "rename column \"people.mail\" to \"email\"");
    }

    @DatabaseTest
    void furtherComparatorsReportOperationsOfTheirOwn(Engine engine) {
        SchemaComparator extensions = context -> {
            assertThat(context.to().tables()).hasSize(1);
            context.add(new ExecuteOperation.OfText("SELECT 1"));
            context.warn("Something \"else\" differs.");
        };

        var comparison = compare(engine, ComparisonOptions.DEFAULT.with(extensions), model());

        assertThat(flat(comparison.operations())).containsExactly("create table \"users\"", "execute \"SELECT 1\"");
        assertThat(comparison.warnings()).containsExactly("Something \"else\" differs.");
    }

    @DatabaseTest
    void changesOfATableArePutIntoABatchOnSqliteOrOnRequest(Engine engine) {
        model().createAll(engine);
        var model = model(column("n", INTEGER));

        var usual = compare(engine, ComparisonOptions.DEFAULT, model).operations();

        assertThat(usual.get(0) instanceof BatchOperation).isEqualTo(engine.dialectName().equals("sqlite"));
        assertThat(compare(engine, ComparisonOptions.DEFAULT.inBatches(true), model).operations().get(0))
                .isInstanceOf(BatchOperation.class);
        assertThat(compare(engine, ComparisonOptions.DEFAULT.inBatches(false), model).operations().get(0))
                .isNotInstanceOf(BatchOperation.class);
    }

    @DatabaseTest(except = "sqlite")
    void aReadOnlyComparisonCreatesNothingInTheDatabase(Engine engine, StatementLog statements) {
        var model = model();
        model.table("names", ViewDefinition.of("SELECT name AS shown FROM users WHERE id BETWEEN 1 AND 2"));
        model.createAll(engine);
        statements.clear();

        assertThat(differences(engine, ComparisonOptions.DEFAULT.readOnly(), model)).isNotEmpty();
        assertThat(statements.texts()).noneMatch(sql -> sql.startsWith("CREATE"));

        assertThat(differences(engine, model)).isEmpty();
        assertThat(engine.inspect().tableNames()).containsExactly("users");
        assertThat(engine.inspect().viewNames()).containsExactly("names");
    }

    /** Where DDL is rolled back, nothing is left behind. */
    @DatabaseTest(only = {"mariadb", "h2"})
    void whatKilledRunsLeftBehindIsDroppedAfterSomeHours(Engine engine) {
        var model = model();
        model.table("names", ViewDefinition.of("SELECT name AS shown FROM users WHERE id BETWEEN 1 AND 2"));
        model.createAll(engine);
        var recent = String.format(java.util.Locale.ROOT, "rubedo_scratch_%08x_abcd",
                java.time.Instant.now().getEpochSecond() - 60);
        engine.inTransaction(connection -> {
            connection.execute(new TextDdl("CREATE TABLE rubedo_scratch_5f000000_12ab (id INTEGER)"));
            connection.execute(new TextDdl("CREATE VIEW rubedo_scratch_5f000000_12ac AS SELECT name FROM users"));
            connection.execute(new TextDdl("CREATE TABLE " + recent + " (id INTEGER)"));
            connection.execute(new TextDdl("CREATE TABLE rubedo_scratch_plans (id INTEGER)"));
        });

        assertThat(differences(engine, model)).containsExactly("drop table \"rubedo_scratch_plans\"");

        assertThat(engine.inspect().tableNames()).containsExactly(recent, "rubedo_scratch_plans", "users");
        assertThat(engine.inspect().viewNames()).containsExactly("names");
    }

    @DatabaseTest(only = "postgresql")
    void tablesOfExtensionsAreLeftAlone(Engine engine) {
        var model = model();
        model.createAll(engine);
        engine.inTransaction(connection -> {
            connection.execute(new TextDdl("CREATE TABLE spatial_ref_sys (srid INTEGER PRIMARY KEY)"));
            connection.execute(new TextDdl("CREATE VIEW geometry_columns AS SELECT srid FROM spatial_ref_sys"));
            connection.execute(new TextDdl("ALTER EXTENSION plpgsql ADD TABLE spatial_ref_sys"));
            connection.execute(new TextDdl("ALTER EXTENSION plpgsql ADD VIEW geometry_columns"));
        });
        try {
            assertThat(engine.inspect().namesOfExtensions("")).containsExactly("geometry_columns", "spatial_ref_sys");
            assertThat(differences(engine, model)).isEmpty();
        } finally {
            engine.inTransaction(connection -> {
                connection.execute(new TextDdl("ALTER EXTENSION plpgsql DROP VIEW geometry_columns"));
                connection.execute(new TextDdl("ALTER EXTENSION plpgsql DROP TABLE spatial_ref_sys"));
            });
        }
    }

    @DatabaseTest
    void theNumberOfQueriesDoesNotDependOnTheNumberOfTables(Engine engine, StatementLog statements) {
        var model = model();
        model.createAll(engine);
        statements.clear();
        assertThat(differences(engine, model)).isEmpty();
        int few = statements.count();
        for (int i = 0; i < 40; i++) {
            model.table("t" + i, column("id", INTEGER).primaryKey(), column("name", string(9)).index().unique(),
                    column("user_id", INTEGER).references("users.id"),
                    CheckConstraint.of("user_id > 0").named("c" + i));
        }
        model.createAll(engine);
        statements.clear();

        assertThat(differences(engine, model)).isEmpty();

        assertThat(statements.count()).isEqualTo(few).isLessThan(20);
    }

    @DatabaseTest
    void schemasAreComparedWithoutADatabaseToo(Engine engine) {
        var from = dev.rubedo.migrate.snapshot.SchemaSnapshot.of(model(column("n", INTEGER)));
        var to = dev.rubedo.migrate.snapshot.SchemaSnapshot.of(model(column("n", BIGINT)));

        var comparison = SchemaComparison.of(from, to, engine.dialect(), ComparisonOptions.DEFAULT);

        assertThat(flat(comparison.operations())).containsExactly("alter column \"users.n\"");
        assertThat(comparison.from().require(new TableName("", "users")).find("n")).map(ColumnSnapshot::type)
                .contains(INTEGER);
        assertThat(comparison.to()).isEqualTo(to);
        assertThat(comparison.isEmpty()).isFalse();
    }
}
