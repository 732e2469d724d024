package dev.rubedo.migrate.batch;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.BatchOperations;
import dev.rubedo.migrate.operation.BatchOptions;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.run.ScriptContext;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Changing a table of SQLite by creating it anew. */
@Databases("sqlite")
class BatchTest {

    private static void sql(Engine engine, String... statements) {
        engine.inTransaction(connection -> {
            for (var statement : statements) {
                connection.execute(new TextDdl(statement));
            }
        });
    }

    private static List<String> rows(Engine engine, String query) {
        return engine.fromTransaction(connection -> connection.rows(query).stream()
                .map(row -> row.textOrEmpty("answer")).toList());
    }

    private static void batch(Engine engine, UnaryOperator<BatchOptions> options, Consumer<BatchOperations> work) {
        try (Connection connection = engine.connect()) {
            var op = new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT));
            try (var batch = op.batchAlterTable("users", options)) {
                work.accept(batch);
            }
            connection.commit();
        }
    }

    private static void users(Engine engine) {
        sql(engine, "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(50) COLLATE NOCASE NOT NULL"
                + " DEFAULT 'x', age INTEGER CHECK (age > 0), twice INTEGER GENERATED ALWAYS AS (age * 2) VIRTUAL,"
                + " fax VARCHAR(20), UNIQUE (name))",
                "CREATE INDEX ix_age ON users (age DESC) WHERE age > 10",
                "CREATE TABLE log (text VARCHAR(50))",
                "CREATE TRIGGER users_log AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.name); END",
                "CREATE TRIGGER log_users AFTER DELETE ON log BEGIN UPDATE users SET age = 1 WHERE name = old.text; END",
                "CREATE VIEW adults AS SELECT name FROM users WHERE age > 17",
                "CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id)"
                        + " ON DELETE CASCADE)",
                "INSERT INTO users (id, name, age, fax) VALUES (1, 'Ada', 36, 'f'), (7, 'Bob', 20, NULL),"
                        + " (9, 'Gone', 1, NULL)",
                "DELETE FROM users WHERE id = 9",
                "INSERT INTO orders VALUES (1, 1), (2, 7)");
    }

    @DatabaseTest
    void rowsOfTablesThatReferenceItSurviveAlthoughForeignKeysAreEnforced(Engine engine) {
        users(engine);
        assertThat(rows(engine, "SELECT foreign_keys AS answer FROM pragma_foreign_keys")).containsExactly("1");

        batch(engine, with -> with, batch -> batch.dropColumn("fax"));

        assertThat(rows(engine, "SELECT id || ':' || user_id AS answer FROM orders ORDER BY id"))
                .containsExactly("1:1", "2:7");
        assertThat(
                rows(engine, "SELECT id || ':' || name || ':' || age || ':' || twice AS answer FROM users ORDER BY id"))
                .containsExactly("1:Ada:36:72", "7:Bob:20:40");
        assertThat(rows(engine, "SELECT foreign_keys AS answer FROM pragma_foreign_keys")).containsExactly("1");
    }

    @DatabaseTest
    void indexesTriggersViewsChecksCollationsAndCountersAreKept(Engine engine) {
        users(engine);

        batch(engine, with -> with, batch -> {
            batch.dropColumn("fax");
            batch.alterColumn("age", c -> c.notNull());
        });

        assertThat(rows(engine,
                "SELECT sql AS answer FROM sqlite_master WHERE name IN ('ix_age', 'users_log', 'adults',"
                        + " 'log_users') ORDER BY name"))
                .containsExactly("CREATE VIEW adults AS SELECT name FROM users WHERE age > 17",
                        "CREATE INDEX ix_age ON users (age DESC) WHERE age > 10",
                        "CREATE TRIGGER log_users AFTER DELETE ON log BEGIN UPDATE users SET age = 1 WHERE name ="
                                + " old.text; END",
                        "CREATE TRIGGER users_log AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.name); END");
        assertThat(rows(engine, "SELECT name AS answer FROM adults ORDER BY name")).containsExactly("Ada", "Bob");
        sql(engine, "INSERT INTO users (name, age) VALUES ('Eve', 5)");
        assertThat(rows(engine, "SELECT id AS answer FROM users WHERE name = 'EVE'")).containsExactly("10");
        assertThat(rows(engine, "SELECT text AS answer FROM log ORDER BY rowid")).containsExactly("Ada", "Bob", "Gone",
                "Eve");
        assertThatThrownBy(() -> sql(engine, "INSERT INTO users (name, age) VALUES ('F', 0)"))
                .hasMessageContaining("CHECK");
        assertThatThrownBy(() -> sql(engine, "INSERT INTO users (name, age) VALUES ('ada', 1)"))
                .hasMessageContaining("UNIQUE");
        assertThatThrownBy(() -> sql(engine, "INSERT INTO users (name) VALUES ('G')"))
                .hasMessageContaining("NOT NULL");
    }

    @DatabaseTest
    void columnsAreRenamedConvertedAddedAndReordered(Engine engine) {
        users(engine);
        sql(engine, "DROP VIEW adults");

        batch(engine, with -> with.ordered("id", "years", "city"), batch -> {
            batch.dropColumn("twice");
            batch.alterColumn("age", c -> c.rename("years").type(string(5)));
            batch.addColumn(column("city", string(10)).notNull().serverDefault("'Paris'"));
            batch.dropIndex("ix_age");
        });

        assertThat(engine.inspect().columns("users")).extracting(ReflectedColumn::name).containsExactly("id", "years",
                "city", "name", "fax");
        assertThat(
                rows(engine, "SELECT name || ':' || typeof(years) || ':' || years || ':' || city AS answer FROM users"
                        + " ORDER BY id"))
                .containsExactly("Ada:text:36:Paris", "Bob:text:20:Paris");
    }

    @DatabaseTest
    void constraintsAreAddedAndDroppedEvenThoseThatHaveNoName(Engine engine) {
        users(engine);
        sql(engine, "UPDATE users SET age = 7");

        batch(engine, with -> with.naming(NamingConvention.DEFAULT), batch -> {
            batch.dropConstraint("uq_users_name", ConstraintKind.UNIQUE);
            batch.createUniqueConstraint("uq_fax", "fax");
            batch.createCheckConstraint("ck_name", "length(name) > 1");
            batch.createForeignKey("fk_boss", "users", List.of("age"), List.of("id"),
                    key -> key.onDelete(ReferentialAction.SET_NULL));
            batch.alterColumn("age", c -> c.nullable());
        });

        var table = engine.inspect().table("users");
        assertThat(table.uniqueConstraints()).extracting(each -> each.name()).containsExactly("uq_fax");
        assertThat(table.checks()).extracting(each -> each.name()).contains("ck_name");
        assertThat(table.foreignKeys()).extracting(each -> each.name()).containsExactly("fk_boss");
    }

    @DatabaseTest
    void aSelfReferenceStillRefersToTheTable(Engine engine) {
        sql(engine, "CREATE TABLE users (id INTEGER PRIMARY KEY, boss INTEGER REFERENCES users (id) ON DELETE CASCADE)",
                "INSERT INTO users VALUES (1, NULL), (2, 1), (3, 2)");

        batch(engine, with -> with.recreateAlways(), batch -> {});

        assertThat(rows(engine, "SELECT id AS answer FROM users ORDER BY id")).containsExactly("1", "2", "3");
        assertThat(engine.inspect().foreignKeys("users")).extracting(key -> key.referredTable())
                .containsExactly("users");
    }

    @DatabaseTest
    void aBatchThatBreaksAViewOrAForeignKeyIsRolledBack(Engine engine) {
        users(engine);

        assertThatThrownBy(() -> batch(engine, with -> with, batch -> batch.dropColumn("name")))
                .isInstanceOf(MigrationException.class)
                .hasMessage("After the change of table \"users\", the views [adults] can no longer be read. Drop them "
                        + "before the batch, and recreate them after it.");
        assertThatThrownBy(() -> batch(engine, with -> with.recreateAlways(),
                batch -> batch.createForeignKey("fk", "orders", List.of("age"), List.of("id"), key -> key)))
                .isInstanceOf(MigrationException.class).hasMessageContaining("foreign keys are violated");

        assertThat(rows(engine, "SELECT count(*) AS answer FROM users WHERE name IS NOT NULL")).containsExactly("2");
        assertThat(rows(engine, "SELECT count(*) AS answer FROM orders")).containsExactly("2");
    }

    @DatabaseTest
    void changesThatSqliteCanMakeDoNotCopyTheTable(Engine engine) {
        users(engine);
        sql(engine, "CREATE TRIGGER users_guard BEFORE DELETE ON users BEGIN SELECT RAISE(FAIL, 'no'); END");

        batch(engine, with -> with.recreateNever(), batch -> {
            batch.addColumn(column("city", string(10)));
            batch.createIndex("ix_city", "city");
            batch.alterColumn("fax", c -> c.rename("telefax"));
        });

        assertThat(engine.inspect().columns("users")).extracting(ReflectedColumn::name).containsExactly("id", "name",
                "age", "twice", "telefax", "city");
        assertThatThrownBy(() -> batch(engine, with -> with.recreateNever(),
                batch -> batch.alterColumn("age", c -> c.notNull()))).hasMessageContaining("sqlite");
    }

    @DatabaseTest
    void furtherItemsAreAddedToTheNewTable(Engine engine) {
        users(engine);

        batch(engine, with -> with.with(CheckConstraint.of("length(fax) < 9").named("ck_fax")), batch -> {});
        batch(engine, with -> with.with(CheckConstraint.of("length(fax) < 9").named("ck_fax")).recreateAlways(),
                batch -> {});

        assertThat(engine.inspect().checks("users")).extracting(each -> each.name()).contains("ck_fax");
    }

    @DatabaseTest(only = "sqlite")
    void aPrimaryKeyTakesThePlaceOfTheOneBefore(Engine engine) {
        new MetaData().table("account", column("id", INTEGER).primaryKey(), column("b", INTEGER)).create(engine);
        engine.inTransaction(connection -> connection
                .execute(new TextDdl("INSERT INTO account (id, b) VALUES (1, 7), (2, 7)")));
        try (var connection = engine.connect()) {
            var op = new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT));
            try (var batch = op.batchAlterTable("account")) {
                batch.createPrimaryKey("pk_account", "id", "b");
            }
            connection.commit();
        }

        assertThat(engine.inspect().primaryKey("account").columns()).containsExactly("id", "b");
        assertThat(engine.inspect().columns("account")).noneMatch(each -> each.isNullable());
        assertThat(engine.<Integer, RuntimeException>fromTransaction(
                connection -> connection.rows("SELECT b FROM account").size())).isEqualTo(2);
    }

    @DatabaseTest
    void aScriptNeedsToKnowTheTable() {
        var script = new StringBuilder();
        var op = new Operations(new ScriptContext(new SqliteDialect(), script, MigrationOptions.DEFAULT));
        var table = new MetaData().table("account", column("id", INTEGER).primaryKey(), column("a", string(5)),
                column("b", INTEGER));

        assertThatThrownBy(() -> {
            try (var batch = op.batchAlterTable("account")) {
                batch.dropColumn("b");
            }
        }).isInstanceOf(MigrationException.class)
                .hasMessage("Table \"account\" cannot be read while a script is written."
                        + " Pass its definition to the batch: batchAlterTable(table, with -> with.copyFrom(...)).");
        try (var batch = op.batchAlterTable("account", with -> with.copyFrom(TableSnapshot.of(table)))) {
            batch.dropColumn("b");
            batch.createIndex("ix_a", "a");
        }

        assertThat(script).hasToString("""
                CREATE TABLE _rubedo_tmp_account ( id INTEGER NOT NULL, a VARCHAR(5), PRIMARY KEY (id) );

                INSERT INTO _rubedo_tmp_account (id, a) SELECT account.id, account.a FROM account;

                DROP TABLE account;

                PRAGMA legacy_alter_table = ON;

                ALTER TABLE _rubedo_tmp_account RENAME TO account;

                PRAGMA legacy_alter_table = OFF;

                CREATE INDEX ix_a ON account (a);

                """);
    }

    @DatabaseTest(only = "sqlite")
    void aChangeThatNeedsABatchSaysSo(Engine engine) {
        try (var connection = engine.connect()) {
            var op = new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT));
            op.createTable("t", column("id", INTEGER).primaryKey(), column("a", INTEGER));

            assertThatThrownBy(() -> op.alterColumn("t", "a", c -> c.notNull())).isInstanceOf(MigrationException.class)
                    .hasMessage("Dialect \"sqlite\" can make this change only by copying the table: alter column "
                            + "\"t.a\". "
                            + "Put it into a batch: try (var batch = op.batchAlterTable(\"t\")) { batch... }.");
            assertThatThrownBy(() -> op.createCheckConstraint("ck", "t", "a > 0"))
                    .hasMessageContaining("only by copying the table: add check");
            assertThatThrownBy(() -> op.dropConstraint("ck", "t")).hasMessageContaining("Put it into a batch");
            var script = new Operations(new ScriptContext(engine.dialect(), new StringBuilder(),
                    MigrationOptions.DEFAULT));
            assertThatThrownBy(() -> script.createUniqueConstraint("uq", "t", "a"))
                    .hasMessageContaining("Put it into a batch");
            op.alterColumn("t", "a", c -> c.rename("b"));
            assertThat(connection.inspect().columns("t")).extracting(each -> each.name()).containsExactly("id", "b");
        }
    }
}
