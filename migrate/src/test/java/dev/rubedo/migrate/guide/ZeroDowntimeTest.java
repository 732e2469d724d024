package dev.rubedo.migrate.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.migrate.effect.DeclaredEffect;
import dev.rubedo.migrate.effect.SchemaReplay;
import dev.rubedo.migrate.lint.Finding;
import dev.rubedo.migrate.lint.LintRules;
import dev.rubedo.migrate.lint.Linter;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.RecordedOperations;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Functions;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The samples of the guide to changes without downtime. Each is rolled out on a database, with what the versions of the
 * application write between the revisions; the rules accept each revision, and refuse the change in one step.
 */
class ZeroDowntimeTest {

    /** A rollout: revisions, and versions of an application between them. Confined to one thread at a time. */
    private static final class Rollout {
        private final Engine engine;
        private final Linter linter;
        private SchemaSnapshot schema = SchemaSnapshot.EMPTY;
        private int number;

        Rollout(Engine engine) {
            this.engine = engine;
            this.linter = new Linter(engine.dialect(), NamingConvention.INDEXES_ONLY, LintRules.ALL);
            revision(op -> {
                op.createTable("users", column("id", BIGINT).primaryKey(), column("login", string(20)).notNull(),
                        column("age", INTEGER));
                op.execute("INSERT INTO users (id, login, age) VALUES (1, 'DE-1815', 36)");
                op.execute("INSERT INTO users (id, login, age) VALUES (2, 'US-1906', NULL)");
            });
        }

        /** Returns what the rules would say of a revision. */
        List<String> refusals(Migration migration) {
            return linter.lint("x", migration, schema).stream().filter(Finding::isFailure)
                    .map(finding -> finding.code() + finding.message().replaceAll(".*See \"(.*)\" in.*", " $1"))
                    .toList();
        }

        Rollout revision(Migration migration) {
            assertThat(linter.lint("r" + ++number, migration, schema)).noneMatch(Finding::isFailure);
            try (var connection = engine.connect()) {
                migration.upgrade(new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT)));
                connection.commit();
            }
            schema = SchemaReplay.apply(schema, RecordedOperations.upgrade(migration, engine.dialect()));
            return this;
        }

        /** Executes what a version of the application does. */
        Rollout application(String sql) {
            engine.inTransaction(connection -> connection.execute(new TextDdl(sql)));
            return this;
        }

        List<String> values(String column) {
            return engine.fromTransaction(connection -> connection
                    .rows("SELECT " + column + " AS answer FROM users ORDER BY id").stream()
                    .map(row -> row.textOrEmpty("answer")).toList());
        }
    }

    private static void addUserName(Operations op) {
        op.addColumn("users", column("user_name", string(20)));
    }

    private static void fillUserName(Operations op) {
        op.backfill("users", with -> with.set("user_name", "login").where("user_name IS NULL"));
    }

    private static void releaseLogin(Operations op) {
        try (var users = op.batchAlterTable("users")) {
            users.alterColumn("login", c -> c.nullable().existingType(string(20)));
        }
    }

    private static void dropLogin(Operations op) {
        op.allow("RB101", "nothing has used it since 4.3");
        op.dropColumn("users", "login");
    }

    @DatabaseTest
    void aColumnIsRenamed(Engine engine) {
        var rollout = new Rollout(engine);
        assertThat(rollout.refusals(op -> op.alterColumn("users", "login", c -> c.rename("user_name"))))
                .containsExactly("RB103 Rename a column or table");

        rollout.revision(ZeroDowntimeTest::addUserName)
                .application("INSERT INTO users (id, login) VALUES (3, 'old')")
                .application("INSERT INTO users (id, login, user_name) VALUES (4, 'both', 'both')")
                .revision(ZeroDowntimeTest::fillUserName)
                .application("UPDATE users SET login = 'moved', user_name = 'moved' WHERE id = 3")
                .revision(ZeroDowntimeTest::releaseLogin)
                .application("INSERT INTO users (id, user_name) VALUES (5, 'new')")
                .revision(ZeroDowntimeTest::dropLogin);

        assertThat(rollout.values("user_name")).containsExactly("DE-1815", "US-1906", "moved", "both", "new");
        assertThat(engine.inspect().columns("users")).extracting(each -> each.name()).containsExactly("id", "age",
                "user_name");
    }

    private static void addView(Operations op) {
        op.createView("people", ViewDefinition.of("SELECT id, login, age FROM users"));
    }

    private static void renameTable(Operations op) {
        op.allow("RB103", "no running version uses the name users");
        op.dropView("people");
        op.renameTable("users", "people");
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void aTableIsMovedToAnotherName(Engine engine) {
        var rollout = new Rollout(engine);
        assertThat(rollout.refusals(op -> op.renameTable("users", "people")))
                .containsExactly("RB103 Rename a column or table");

        rollout.revision(ZeroDowntimeTest::addView)
                .application("INSERT INTO users (id, login) VALUES (3, 'old')")
                .application("INSERT INTO people (id, login) VALUES (4, 'new')")
                .application("UPDATE people SET age = 7 WHERE id = 3")
                .revision(ZeroDowntimeTest::renameTable)
                .application("INSERT INTO people (id, login) VALUES (5, 'newer')");

        assertThat(engine.<Integer, RuntimeException>fromTransaction(
                connection -> connection.rows("SELECT id FROM people").size())).isEqualTo(5);
        assertThat(engine.inspect().hasTable("users")).isFalse();
    }

    private static final Column<Integer> AGE = column("age", INTEGER);
    private static final Column<String> AGE_TEXT = column("age_text", string(10));
    private static final Table USERS = new MetaData().table("users", AGE, AGE_TEXT);

    private static void fillAgeText(Operations op) {
        op.backfill(USERS, with -> with.set(AGE_TEXT, Sql.cast(AGE, string(10)))
                .where(AGE_TEXT.isNull().and(AGE.isNotNull())).batch(5_000).pause(ofMillis(5)));
    }

    @DatabaseTest
    void aTypeIsChanged(Engine engine) {
        var rollout = new Rollout(engine);
        assertThat(rollout.refusals(op -> op.alterColumn("users", "age", c -> c.type(string(10)))))
                .containsExactly("RB104 Change a type");

        rollout.revision(op -> op.addColumn("users", column("age_text", string(10))))
                .application("INSERT INTO users (id, login, age) VALUES (3, 'old', 3)")
                .application("INSERT INTO users (id, login, age, age_text) VALUES (4, 'both', 4, '4')")
                .revision(ZeroDowntimeTest::fillAgeText)
                .application("INSERT INTO users (id, login, age_text) VALUES (5, 'new', '5.5')")
                .revision(op -> {
                    op.allow("RB101", "replaced by age_text in 4.3");
                    op.dropColumn("users", "age");
                });

        assertThat(rollout.values("age_text")).containsExactly("36", "", "3", "4", "5.5");
    }

    private static final Column<String> LOGIN = column("login", string(20));
    private static final Column<String> COUNTRY = column("country", string(2));
    private static final Column<String> NUMBER = column("number", string(16));
    private static final Table LOGINS = new MetaData().table("users", LOGIN, COUNTRY, NUMBER);

    private static void split(Operations op) {
        op.backfill(LOGINS, with -> with.set(COUNTRY, Functions.substring(LOGIN, 1, 2))
                .set(NUMBER, Functions.substring(LOGIN, 4, 16)).where(COUNTRY.isNull()));
    }

    @DatabaseTest
    void aColumnIsSplit(Engine engine) {
        var rollout = new Rollout(engine).revision(op -> {
            op.addColumn("users", column("country", string(2)));
            op.addColumn("users", column("number", string(16)));
        }).application("INSERT INTO users (id, login) VALUES (3, 'FR-1843')").revision(ZeroDowntimeTest::split)
                .application("UPDATE users SET login = 'FR-1844', number = '1844' WHERE id = 3")
                .revision(ZeroDowntimeTest::releaseLogin)
                .application("INSERT INTO users (id, country, number) VALUES (4, 'NL', '1930')")
                .revision(ZeroDowntimeTest::dropLogin);

        assertThat(rollout.values("country")).containsExactly("DE", "US", "FR", "NL");
        assertThat(rollout.values("number")).containsExactly("1815", "1906", "1844", "1930");
    }

    private static void fillAge(Operations op) {
        op.backfill("users", with -> with.set("age", "0").where("age IS NULL"));
    }

    private static void checkAge(Operations op) {
        op.addConstraint("users", CheckConstraint.of("age IS NOT NULL").named("ck_users_age")
                .option("postgresql", "not_valid", "true"));
    }

    private static void validateAge(Operations op) {
        op.execute("ALTER TABLE users VALIDATE CONSTRAINT ck_users_age");
        op.invoke(DeclaredEffect.none());
    }

    private static void requireAge(Operations op) {
        op.alterColumn("users", "age", c -> c.notNull());
        op.dropConstraint("ck_users_age", "users", ConstraintKind.CHECK);
    }

    @DatabaseTest(only = "postgresql")
    void aColumnIsMadeNotNullWithoutReadingTheTableUnderALock(Engine engine) {
        var rollout = new Rollout(engine);
        assertThat(rollout.refusals(op -> op.alterColumn("users", "age", c -> c.notNull())))
                .containsExactly("RB105 Make a column NOT NULL");

        rollout.revision(ZeroDowntimeTest::checkAge);
        assertThatThrownBy(() -> rollout.application("INSERT INTO users (id, login) VALUES (3, 'x')"))
                .isInstanceOf(DatabaseException.class);
        rollout.revision(ZeroDowntimeTest::fillAge).revision(ZeroDowntimeTest::validateAge)
                .revision(ZeroDowntimeTest::requireAge);

        assertThat(engine.inspect().columns("users").get(2).isNullable()).isFalse();
        assertThat(rollout.values("age")).containsExactly("36", "0");
    }

    private static void requireAgeAtOnce(Operations op) {
        op.allow("RB105", "every row has an age since 4.2");
        try (var users = op.batchAlterTable("users")) {
            users.alterColumn("age", c -> c.notNull().existingType(INTEGER));
        }
    }

    @DatabaseTest(only = {"sqlite", "h2", "mariadb"})
    void aColumnIsMadeNotNullWhereEveryRowHasAValue(Engine engine) {
        var rollout = new Rollout(engine);
        assertThat(rollout.refusals(op -> op.alterColumn("users", "age", c -> c.notNull().existingType(INTEGER))))
                .containsExactly("RB105 Make a column NOT NULL");

        rollout.revision(ZeroDowntimeTest::fillAge).revision(ZeroDowntimeTest::requireAgeAtOnce);

        assertThat(engine.inspect().columns("users").get(2).isNullable()).isFalse();
        assertThat(rollout.values("age")).containsExactly("36", "0");
    }

    private static void buildUniqueIndex(Operations op) {
        op.concurrently().createIndex("users", Index.on("login").named("uq_users_login").unique());
    }

    private static void takeIndexAsConstraint(Operations op) {
        op.execute("ALTER TABLE users ADD CONSTRAINT uq_users_login UNIQUE USING INDEX uq_users_login");
        op.invoke(DeclaredEffect.of(what -> {
            what.dropIndex("uq_users_login", "users");
            what.createUniqueConstraint("uq_users_login", "users", "login");
        }));
    }

    @DatabaseTest(only = "postgresql")
    void aUniqueConstraintTakesAnIndexThatIsThere(Engine engine) {
        var rollout = new Rollout(engine);
        assertThat(rollout.refusals(op -> op.createUniqueConstraint("uq_users_login", "users", "login")))
                .containsExactly("RB112 Add a unique constraint");

        rollout.revision(ZeroDowntimeTest::buildUniqueIndex).revision(ZeroDowntimeTest::takeIndexAsConstraint);

        assertThat(engine.inspect().uniqueConstraints("users")).extracting(each -> each.name())
                .containsExactly("uq_users_login");
        assertThat(rollout.schema.tables().values().iterator().next().findConstraint("uq_users_login")).isPresent();
    }

    private static void addUnique(Operations op) {
        try (var users = op.batchAlterTable("users")) {
            users.createUniqueConstraint("uq_users_login", "login");
        }
    }

    @DatabaseTest(only = {"sqlite", "h2", "mariadb"})
    void aUniqueConstraintIsAddedInABatch(Engine engine) {
        new Rollout(engine).revision(ZeroDowntimeTest::addUnique);

        assertThat(engine.inspect().uniqueConstraints("users")).extracting(each -> each.name())
                .containsExactly("uq_users_login");
    }

    @DatabaseTest
    void aColumnIsDropped(Engine engine) {
        var rollout = new Rollout(engine);
        assertThat(rollout.refusals(op -> op.dropColumn("users", "login")))
                .containsExactly("RB101 Drop a column or table");
        assertThat(rollout.refusals(op -> op.dropTable("users"))).containsExactly("RB102 Drop a column or table");

        rollout.revision(ZeroDowntimeTest::releaseLogin).application("INSERT INTO users (id, age) VALUES (3, 1)")
                .revision(ZeroDowntimeTest::dropLogin).application("INSERT INTO users (id, age) VALUES (4, 1)");

        assertThat(rollout.values("id")).hasSize(4);
    }

    @Test
    void theGuideHasAChapterForEachPatternThatARuleNames() throws java.io.IOException {
        var guide = Files.readString(Path.of("../docs/guide/zero-downtime.md"));
        var linter = new Linter(new PostgresDialect(), NamingConvention.INDEXES_ONLY, LintRules.ALL);

        assertThat(LintRules.ALL).extracting(rule -> rule.pattern()).filteredOn(pattern -> !pattern.isEmpty())
                .hasSize(7).allSatisfy(pattern -> assertThat(guide).contains("\n## " + pattern + "\n"));
        assertThat(linter.lint("a1", op -> op.execute("DROP TABLE x"), SchemaSnapshot.EMPTY))
                .extracting(Finding::code).containsExactly("RB119", "RB120");
    }
}
