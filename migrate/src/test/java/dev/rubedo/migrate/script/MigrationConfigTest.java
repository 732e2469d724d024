package dev.rubedo.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.run.TransactionMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings in {@code rubedo.toml}. */
class MigrationConfigTest {
    @TempDir Path directory;

    private MigrationConfig read(String text, String profile) throws IOException {
        var file = Files.writeString(directory.resolve("rubedo.toml"), text);
        return MigrationConfig.read(file, profile, Map.of("DB", "sqlite:///x.db")::get);
    }

    @Test
    void settingsAreReadWithVariablesAndProfiles() throws IOException {
        var text = """
                # comment
                [migrate]
                script-dir = 'db'   # literal
                url = "${DB}?a=${MISSING:-b}"
                version-locations = ["one", # first
                    "two",
                ]
                recursive-version-locations = true
                version-table = "app.versions"
                transaction = "per-run"
                history = false
                lock-timeout = 5
                timezone = "Europe/Berlin"
                truncate-slug-length = 10
                [profiles.test]
                url = "h2:///mem:test"
                """;

        var config = read(text, "");

        assertThat(config.scriptDirectory()).isEqualTo(directory.resolve("db"));
        assertThat(config.url()).isEqualTo("sqlite:///x.db?a=b");
        assertThat(config.versionLocations()).containsExactly(directory.resolve("one"), directory.resolve("two"));
        assertThat(config.isRecursive()).isTrue();
        assertThat(config.options().versionTable()).hasToString("app.versions");
        assertThat(config.options().transactions()).isEqualTo(TransactionMode.PER_RUN);
        assertThat(config.options().hasHistory()).isFalse();
        assertThat(config.options().lockTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(config.slugLength()).isEqualTo(10);
        assertThat(read(text, "test").url()).isEqualTo("h2:///mem:test");
        assertThat(read(text, "test").scriptDirectory()).isEqualTo(directory.resolve("db"));
    }

    @Test
    void aMissingFileMeansDefaults() {
        var config = MigrationConfig.read(directory.resolve("none.toml"), "");

        assertThat(config.versionLocations()).containsExactly(directory.resolve("migrations/versions"));
        assertThat(config.fileTemplate()).isEqualTo("R{rev}_{slug}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [migrate             | line 1: the table header "[migrate" is invalid.
            nonsense             | line 1: "nonsense" is neither a table nor "key = value".
            a = 1                | line 1: there is no setting "a".
            a = "x               | line 1: the string of "a" is not closed on its line.
            a = 1.5              | line 1: the value of "a" is "1.5": write a quoted string, an integer, true, false or an array of strings.
            a = "x" y            | line 1: the value of "a" is followed by "y".
            a = [1]              | line 1: the array of "a" may contain only quoted strings.
            a = ["x"             | line 1: the array of "a" is not closed.
            a = "\\q"            | line 1: the string of "a" contains the unknown escape \\q
            a =                  | line 1: the key "a" has no value.
            """)
    void aMistakeIsNamedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\\\", "\\"), "")).isInstanceOf(MigrationException.class)
                .hasMessageContaining("rubedo.toml, " + message.replace("\\\\", "\\"));
    }

    @Test
    void wrongKindsUnknownKeysProfilesAndVariablesAreNamed() throws IOException {
        assertThatThrownBy(() -> read("[migrate]\nurl = 5", "").url())
                .hasMessage("rubedo.toml, line 2: the setting \"url\" must be a quoted string.");
        assertThatThrownBy(() -> read("[migrate]\n\nhistory = \"no\"", "").options())
                .hasMessage("rubedo.toml, line 3: the setting \"history\" must be true or false.");
        assertThatThrownBy(() -> read("[migrate]\nurls = \"x\"", "")).hasMessageContaining(
                "rubedo.toml, line 2: there is no setting \"migrate.urls\".");
        assertThatThrownBy(() -> read("[migrate]\nurl = \"${NOT_SET}\"", "").url()).hasMessage(
                "rubedo.toml, line 2: the setting \"url\" uses the environment variable \"NOT_SET\", which is not set. "
                        + "Set it, or write ${NOT_SET:-default}.");
        assertThatThrownBy(() -> read("[migrate]\n", "prod")).hasMessageContaining("has no profile \"prod\"");
        assertThatThrownBy(() -> read("[migrate]\nurl = \"a\"\nurl = \"b\"", "")).hasMessageContaining(
                "line 3: the key \"migrate.url\" is defined twice");
        assertThatThrownBy(() -> read("[migrate]\ntransaction = \"x\"", "").options()).hasMessageContaining(
                "must be \"per-revision\" or \"per-run\"");
        assertThatThrownBy(() -> read("[migrate]\ntimezone = \"Nowhere\"", "").timezone()).hasMessageContaining(
                "must be a time zone");
    }

    @Test
    void fileNamesFollowTheTemplate() {
        var time = ZonedDateTime.parse("2026-02-03T04:05:06Z");

        assertThat(new FileTemplate("{year}/{month}/R{rev}_{slug}", 40).name("ab", "Ünïcode & more!", time))
                .isEqualTo("2026/02/Rab_unicode_more");
        assertThat(new FileTemplate("R{year}{month}{day}{hour}{minute}{second}_{rev}_{slug}", 9).name("ab",
                "one two three", time)).isEqualTo("R20260203040506_ab_one_two");
        assertThat(new FileTemplate("R{epoch}_{slug}", 40).name("ab", "", time)).isEqualTo("R1770091506");
        assertThatThrownBy(() -> new FileTemplate("{rev}_{slug}", 40).name("12", "x", time))
                .hasMessageContaining("not a valid Java class name");
        assertThatThrownBy(() -> new FileTemplate("R{no}", 40).name("12", "x", time))
                .hasMessageContaining("unknown token {no}");
    }

    @Test
    void scriptsAreSplitOutsideQuotesCommentsAndBodies() {
        assertThat(SqlSplitter.split("""
                SELECT ';' AS "a;b", `c;d`; -- no; split
                /* neither; here */ SELECT 1;
                DO $body$ BEGIN PERFORM 1; END $body$;
                CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql;
                CREATE OR REPLACE TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN
                  IF 1 = 1 THEN SET @a = CASE WHEN 1 THEN 2 END; END IF;
                END;
                ;
                SELECT 'it''s; fine'
                """.replace("END IF;", "SET @b = 1;"))).isEqualTo(List.of("SELECT ';' AS \"a;b\", `c;d`",
                "-- no; split\n/* neither; here */ SELECT 1", "DO $body$ BEGIN PERFORM 1; END $body$",
                "CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql",
                "CREATE OR REPLACE TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN\n  IF 1 = 1 THEN SET @a = CASE WHEN 1"
                        + " THEN 2 END; SET @b = 1;\nEND",
                "SELECT 'it''s; fine'"));
    }
}
