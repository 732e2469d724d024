package dev.rubedo.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.schema.NamingConvention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Each rule, with a revision that it refuses and one that it does not. */
class LintRulesTest {
    private static final Supplier<Dialect> POSTGRES = PostgresDialect::new;
    private static final String BASE = """
            op.createTable("users", column("id", BIGINT).primaryKey(), column("name", string(20)),
                    column("age", INTEGER));
            op.createTable("orders", column("id", BIGINT).primaryKey(), column("user_id", BIGINT));
            op.createIndex("ix_users_age", "users", "age");
            """;

    @TempDir Path directory;

    /**
     * A rule with two revisions.
     *
     * @param code the code of the rule
     * @param bad the upgrade of a revision that it refuses
     * @param good the upgrade of a revision that it does not refuse
     */
    private record Case(String code, String bad, String good) {
        @Override
        public String toString() {
            return code;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("RB101", "op.dropColumn(\"users\", \"age\");",
                        "op.createTable(\"t\", column(\"a\", BIGINT), column(\"b\", BIGINT));\nop.dropColumn(\"t\", \"b\");"),
                new Case("RB102", "op.dropTable(\"orders\");",
                        "op.createTable(\"t\", column(\"a\", BIGINT));\nop.dropTable(\"t\");"),
                new Case("RB103", "op.alterColumn(\"users\", \"age\", c -> c.rename(\"years\"));",
                        "op.alterColumn(\"users\", \"age\", c -> c.comment(\"in years\"));"),
                new Case("RB103", "op.renameTable(\"users\", \"people\");",
                        "op.createTable(\"t\", column(\"a\", BIGINT));\nop.renameTable(\"t\", \"u\");"),
                new Case("RB104", "op.alterColumn(\"users\", \"age\", c -> c.type(BIGINT));",
                        "op.alterColumn(\"users\", \"name\", c -> c.type(string(40)));"),
                new Case("RB104", "op.alterColumn(\"users\", \"name\", c -> c.type(string(10)));",
                        "op.alterColumn(\"users\", \"name\", c -> c.type(TEXT));"),
                new Case("RB105", "op.addColumn(\"users\", column(\"x\", BIGINT).notNull());",
                        "op.addColumn(\"users\", column(\"x\", BIGINT).notNull().serverDefault(\"0\"));"),
                new Case("RB105", "op.alterColumn(\"users\", \"age\", c -> c.notNull());",
                        "op.addConstraint(\"users\", CheckConstraint.of(\"age IS NOT NULL\").named(\"ck\")"
                                + ".option(\"postgresql\", \"not_valid\", \"true\"));\n"
                                + "op.execute(\"ALTER TABLE users VALIDATE CONSTRAINT ck\");\n"
                                + "op.alterColumn(\"users\", \"age\", c -> c.notNull());"),
                new Case("RB106", "op.addColumn(\"users\", column(\"x\", UUID).serverDefault(\"gen_random_uuid()\"));",
                        "op.addColumn(\"users\", column(\"x\", TIMESTAMP_TZ).serverDefault(\"now()\"));"),
                new Case("RB106", "op.addColumn(\"users\", column(\"x\", BIGINT).computed(\"age + 1\", true));",
                        "op.addColumn(\"users\", column(\"x\", BIGINT).serverDefault(\"7\"));"),
                new Case("RB107", "op.createIndex(\"ix\", \"users\", \"name\");",
                        "op.concurrently().createIndex(\"ix\", \"users\", \"name\");"),
                new Case("RB108", "op.dropIndex(\"ix_users_age\", \"users\");",
                        "op.concurrently().dropIndex(\"ix_users_age\", \"users\");"),
                new Case("RB109",
                        "op.execute(\"UPDATE users SET age = 1 WHERE id = 1\");\n"
                                + "op.concurrently().createIndex(\"ix\", \"users\", \"name\");",
                        "op.concurrently().createIndex(\"ix\", \"users\", \"name\");"),
                new Case("RB110",
                        "op.createForeignKey(\"fk\", \"orders\", \"users\", List.of(\"user_id\"), List.of(\"id\"));",
                        "op.createForeignKey(\"fk\", \"orders\", \"users\", List.of(\"user_id\"), List.of(\"id\"), "
                                + "key -> key.option(\"postgresql\", \"not_valid\", \"true\"));"),
                new Case("RB111", "op.createCheckConstraint(\"ck\", \"users\", \"age > 0\");",
                        "op.addConstraint(\"users\", CheckConstraint.of(\"age > 0\").named(\"ck\")"
                                + ".option(\"postgresql\", \"not_valid\", \"true\"));"),
                new Case("RB112", "op.createUniqueConstraint(\"uq\", \"users\", \"name\");",
                        "op.concurrently().createIndex(\"users\", Index.on(\"name\").named(\"uq\").unique());"),
                new Case("RB113",
                        "op.createTable(\"t\", column(\"a\", BIGINT), column(\"u\", BIGINT).references(\"users.id\"));",
                        "op.createTable(\"t\", column(\"a\", BIGINT), column(\"u\", BIGINT).references(\"users.id\"));\n"
                                + "op.createIndex(\"ix_t\", \"t\", \"u\", \"a\");"),
                new Case("RB114",
                        "op.addEnumValue(\"mood\", \"meh\");\nop.execute(\"UPDATE users SET name = 'meh' WHERE id = 1\");",
                        "op.addEnumValue(\"mood\", \"meh\");\nop.execute(\"UPDATE users SET name = 'x' WHERE id = 1\");"),
                new Case("RB114", "op.execute(\"ALTER TYPE mood RENAME VALUE 'a' TO 'b'\");",
                        "op.execute(\"ALTER TYPE mood OWNER TO x\");"),
                new Case("RB115", "op.createTable(\"t\", column(\"id\", INTEGER).primaryKey());",
                        "op.createTable(\"t\", column(\"id\", BIGINT).primaryKey());"),
                new Case("RB115", "op.addColumn(\"users\", column(\"x\", TIMESTAMP));",
                        "op.addColumn(\"users\", column(\"x\", TIMESTAMP_TZ));"),
                new Case("RB115", "op.addColumn(\"users\", column(\"x\", character(3)));",
                        "op.addColumn(\"users\", column(\"x\", string(3)));"),
                new Case("RB115", "op.addColumn(\"users\", column(\"x\", json(Object.class)));",
                        "op.addColumn(\"users\", column(\"x\", exact(\"JSONB\", TEXT)));"),
                new Case("RB116",
                        "op.addColumn(\"users\", column(\"x\", BIGINT));\nop.execute(\"UPDATE users SET x = 1\");",
                        "op.addColumn(\"users\", column(\"x\", BIGINT));\n"
                                + "op.execute(\"UPDATE users SET x = 1 WHERE id < 10\");"),
                new Case("RB116",
                        "op.addColumn(\"users\", column(\"x\", BIGINT));\nop.execute(\"DELETE FROM orders\");",
                        "op.backfill(\"users\", with -> with.set(\"age\", \"1\"));"),
                new Case("RB109",
                        "op.addColumn(\"users\", column(\"x\", BIGINT));\n"
                                + "op.backfill(\"users\", with -> with.set(\"x\", \"1\"));",
                        "op.backfill(\"users\", with -> with.set(\"age\", \"1\"));"),
                new Case("RB118", "op.createIndex(\"ix_" + "n".repeat(70) + "\", \"users\", \"name\");",
                        "op.createIndex(\"ix_" + "n".repeat(60) + "\", \"users\", \"name\");"),
                new Case("RB119", "op.execute(\"CREATE VIEW v AS SELECT 1\");",
                        "op.execute(\"CREATE VIEW v AS SELECT 1\");\n"
                                + "op.invoke(dev.rubedo.migrate.effect.DeclaredEffect.none());"),
                new Case("RB121",
                        "op.addColumn(\"users\", column(\"x\", BIGINT));\nop.addColumn(\"orders\", column(\"x\", BIGINT));",
                        "op.addColumn(\"users\", column(\"x\", BIGINT));\nop.addColumn(\"users\", column(\"y\", BIGINT));"));
    }

    private void write(String id, String down, String annotation, String up, String downgrade) throws IOException {
        Files.createDirectories(directory.resolve("migrations/versions"));
        Files.writeString(directory.resolve("migrations/versions/R" + id + ".java"), """
                package revisions;

                import static dev.rubedo.schema.Column.column;
                import static dev.rubedo.type.Types.*;

                import dev.rubedo.migrate.operation.*;
                import dev.rubedo.schema.*;
                import java.util.List;

                @Revision(id = "%s"%s)
                %s
                public final class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }
                %s
                }
                """.formatted(id, down.isEmpty() ? "" : ", downRevision = \"" + down + "\"", annotation, id,
                up.strip().indent(8).strip(), downgrade));
    }

    private List<Finding> lint(Dialect dialect, String id) {
        var config = MigrationConfig.read(directory.resolve("rubedo.toml"), "");
        return new Linter(dialect, NamingConvention.INDEXES_ONLY, LintRules.ALL).lint(ScriptDirectory.read(config),
                List.of(id));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static final String DOWN = """
                @Override
                public void downgrade(Operations op) {
                    op.execute("SELECT 1");
                }
            """;

    @ParameterizedTest
    @MethodSource("cases")
    void eachRuleRefusesOneRevisionAndNotAnother(Case each) throws IOException {
        write("a1", "", "", BASE, DOWN);
        write("b2", "a1", "", each.bad(), DOWN);

        var findings = lint(POSTGRES.get(), "b2");

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(each.code());
            assertThat(finding.line()).isBetween(15, 20);
            assertThat(finding.message()).endsWith(".");
        });
        requireReports(findings);
        Files.delete(directory.resolve("migrations/versions/Rb2.java"));
        write("c3", "a1", "", each.good(), DOWN);
        assertThat(codes(lint(POSTGRES.get(), "c3"))).doesNotContain(each.code());
    }

    @Test
    void keysOfSqliteHave64BitsAnyway() throws IOException {
        write("a1", "", "", "op.createTable(\"t\", column(\"id\", INTEGER).primaryKey());", DOWN);

        assertThat(codes(lint(POSTGRES.get(), "a1"))).contains("RB115");
        assertThat(codes(lint(new SqliteDialect(), "a1"))).doesNotContain("RB115");
    }

    /** JSON has an entry with all parts for each finding, and SARIF is as the standard requires. */
    private void requireReports(List<Finding> findings) {
        var entries = JsonMapper.shared().readTree(FindingFormat.JSON.write(findings, directory));
        assertThat(entries.size()).isEqualTo(findings.size());
        for (int i = 0; i < findings.size(); i++) {
            var entry = entries.get(i);
            var finding = findings.get(i);
            assertThat(entry.propertyNames()).containsExactly("code", "severity", "revision", "file", "line", "message",
                    "allowed");
            assertThat(entry.get("code").asString()).isEqualTo(finding.code());
            assertThat(entry.get("severity").asString()).isIn("error", "warning", "note");
            assertThat(entry.get("file").asString()).startsWith("migrations/versions/R");
            assertThat(entry.get("line").asInt()).isEqualTo(finding.line());
            assertThat(entry.get("message").asString()).isEqualTo(finding.message());
        }
        var log = JsonMapper.shared().readTree(FindingFormat.SARIF.write(findings, directory));
        SarifShape.check(log);
        assertThat(log.at("/runs/0/results").size()).isEqualTo(findings.size());
    }

    @Test
    void everyRuleHasACaseHereOrBelow() {
        var tested = cases().map(Case::code).collect(Collectors.toSet());
        tested.addAll(List.of("RB120", "RB122"));

        assertThat(LintRules.ALL).extracting(LintRule::code).doesNotHaveDuplicates().isSorted()
                .allMatch(tested::contains);
    }

    @Test
    void aRevisionWithoutDowngradeIsReportedUnlessItSaysWhy() throws IOException {
        write("a1", "", "", BASE, "");
        write("b2", "a1", "@Irreversible(\"rows are merged\")",
                BASE.replace("\"users", "\"u2").replace("\"orders", "\"o2"),
                "");

        assertThat(codes(lint(POSTGRES.get(), "a1"))).contains("RB120");
        assertThat(codes(lint(POSTGRES.get(), "b2"))).doesNotContain("RB120");
        Files.writeString(directory.resolve("migrations/versions/c3.sql"), """
                -- rubedo: revision c3
                -- rubedo: down a1
                -- rubedo: irreversible rows are merged
                -- rubedo: allow RB119 a view
                -- upgrade

                CREATE VIEW v AS SELECT 1;
                """);
        assertThat(lint(POSTGRES.get(), "c3")).singleElement().satisfies(finding -> {
            assertThat(finding.allowed()).isEqualTo("a view");
            assertThat(finding.line()).isEqualTo(7);
        });
    }

    @Test
    void classesOfTheApplicationAreFound() throws IOException {
        write("a1", "", "", BASE, DOWN);
        var file = directory.resolve("migrations/versions/Ra1.java");
        Files.writeString(file, Files.readString(file).replace("import java.util.List;",
                "import java.util.List;\nimport org.assertj.core.api.Assertions;"));

        assertThat(lint(POSTGRES.get(), "a1")).filteredOn(finding -> finding.code().equals("RB122")).singleElement()
                .satisfies(finding -> assertThat(finding.line()).isEqualTo(9));
    }

    @Test
    void aReasonAllowsAFindingAndAnIdleOneIsReported() throws IOException {
        write("a1", "", "", BASE, DOWN);
        write("b2", "a1", "", "op.allow(\"RB101\", \"never read\");\nop.allow(\"RB102\", \"idle\");\n"
                + "op.dropColumn(\"users\", \"age\");", DOWN);

        var findings = lint(POSTGRES.get(), "b2");

        assertThat(codes(findings)).containsExactly("RB101", "RB100");
        assertThat(findings.get(0).allowed()).isEqualTo("never read");
        requireReports(findings);
        assertThat(findings).noneMatch(Finding::isFailure);
        assertThat(FindingFormat.TEXT.write(findings, directory)).isEqualTo("""
                migrations/versions/Rb2.java:17: allowed RB101: Column "users.age" is dropped with its values, and running \
                applications may still read it. Stop using it in an earlier release, then allow("RB101", ...). See "Drop \
                a column or table" in the guide to zero-downtime changes. (allowed: never read)
                migrations/versions/Rb2.java: warning RB100: The revision allows RB102, but that rule finds nothing in it. \
                Remove allow("RB102", ...).
                0 errors, 1 other findings, 1 allowed.
                """);
    }

    @Test
    void rulesForOneDatabaseAreSilentOnOthers() throws IOException {
        write("a1", "", "", BASE, DOWN);
        write("b2", "a1", "", "op.createIndex(\"ix\", \"users\", \"name\");\n"
                + "op.createForeignKey(\"fk\", \"orders\", \"users\", List.of(\"user_id\"), List.of(\"id\"));", DOWN);

        assertThat(codes(lint(new MariadbDialect(), "b2"))).isEmpty();
    }

    @Test
    void aRevisionThatNeedsADatabaseIsNamed() throws IOException {
        write("a1", "", "", "op.connection();", DOWN);

        assertThatThrownBy(() -> lint(POSTGRES.get(), "a1")).isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("Revision \"a1\" (")
                .hasMessageContaining("cannot be checked without a database")
                .hasMessageEndingWith("Make it check op.isOffline() before it reads.");
    }

    @Test
    void reportsAreWrittenForPrograms() throws IOException {
        write("a1", "", "", BASE, DOWN);
        write("b2", "a1", "", "op.dropTable(\"orders\");", DOWN);
        var findings = lint(POSTGRES.get(), "b2");

        assertThat(FindingFormat.JSON.write(findings, directory)).isEqualTo("""
                [
                  {
                    "code": "RB102",
                    "severity": "error",
                    "revision": "b2",
                    "file": "migrations/versions/Rb2.java",
                    "line": 15,
                    "message": "Table \\"orders\\" is dropped with its rows, and running applications may still read it. \
                Stop using it in an earlier release, then allow(\\"RB102\\", ...). \
                See \\"Drop a column or table\\" in the guide to zero-downtime changes.",
                    "allowed": ""
                  }
                ]
                """);
        assertThat(FindingFormat.GITHUB.write(findings, directory))
                .startsWith(
                        "::error file=migrations/versions/Rb2.java,line=15,title=RB102::Table \"orders\" is dropped");
        var sarif = JsonMapper.shared().readTree(
                FindingFormat.SARIF.write(findings, directory));
        assertThat(sarif.at("/version").asString()).isEqualTo("2.1.0");
        assertThat(sarif.at("/runs/0/tool/driver/rules").size()).isEqualTo(LintRules.ALL.size() + 1);
        assertThat(sarif.at("/runs/0/results/0/ruleId").asString()).isEqualTo("RB102");
        assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(15);
        SarifShape.check(JsonMapper.shared().readTree(FindingFormat.SARIF.write(List.of(), directory)));
        var spaced = new Finding("RB120", Severity.WARNING, "a1", directory.resolve("my revisions/ü.java"), 0, "x.",
                "");
        var log = JsonMapper.shared().readTree(FindingFormat.SARIF.write(List.of(spaced), directory));
        SarifShape.check(log);
        assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri").asString())
                .isEqualTo("my%20revisions/ü.java");
        assertThat(FindingFormat.TEXT.write(List.of(), directory)).isEqualTo("No findings.\n");
    }
}
