package dev.rubedo.dialect.sqlite;

import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.NotSupportedException;
import dev.rubedo.error.OperationalException;
import dev.rubedo.error.RubedoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteBackendTest {

    private static JdbcTarget target(String url) {
        return new SqliteBackend().target(DatabaseUrl.of(url), Map.of());
    }

    @ParameterizedTest
    @CsvSource({"sqlite:///shop.db, jdbc:sqlite:shop.db", "sqlite:////var/shop.db, jdbc:sqlite:/var/shop.db",
            "jdbc:sqlite:shop.db, jdbc:sqlite:shop.db"})
    void aPathStaysAsItIs(String url, String jdbc) {
        assertThat(target(url).url()).isEqualTo(jdbc);
        assertThat(target(url).needsAnchor()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite://", "sqlite:///:memory:", "jdbc:sqlite::memory:"})
    void aDatabaseInMemoryIsOneOfItsOwnForEachEngine(String url) {
        assertThat(target(url).url()).contains("vfs=memdb").isNotEqualTo(target(url).url());
        assertThat(target(url).needsAnchor()).isTrue();
    }

    @Test
    void optionsArePragmasAndPythonsTimeout() {
        assertThat(target("sqlite:///x.db?journal_mode=WAL&timeout=2.5").properties())
                .containsEntry("journal_mode", "WAL")
                .containsEntry("busy_timeout", "2500").containsEntry("foreign_keys", "true");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> target("sqlite:///x.db?journal_mood=WAL")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("\"journal_mood\"").hasMessageContaining("journal_mode");
    }

    @ParameterizedTest
    @CsvSource({"sqlite:///file:shop.db?mode=ro&uri=true, jdbc:sqlite:file:shop.db?mode=ro",
            "sqlite:///file:/var/a%3Fb.db?cache=shared&timeout=1, jdbc:sqlite:file:/var/a%3Fb.db?cache=shared",
            "sqlite:///file:shop.db?uri=false, jdbc:sqlite:./file:shop.db",
            "sqlite:////var/a%3Fb%25.db, jdbc:sqlite:file:/var/a%3Fb%25.db",
            "sqlite:///100%25.db, jdbc:sqlite:100%.db"})
    void aFileIsGivenAsAUri(String url, String jdbc) {
        assertThat(target(url).url()).isEqualTo(jdbc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:///shop.db?uri=true", "sqlite:///shop.db?mode=ro",
            "sqlite:///file:shop.db?mode=ro&uri=false"})
    void parametersOfAUriNeedAUri(String url) {
        assertThatThrownBy(() -> target(url)).isInstanceOf(RubedoException.class)
                .hasMessageContaining("does not begin with file:");
    }

    @Test
    void aReadOnlyUriRefusesToWriteAndAPathWithAQuestionMarkIsOneFile(@TempDir Path directory) {
        var path = directory.resolve("a?b%41 c.db").toString().replace("%", "%25").replace("?", "%3F");
        try (var writer = Engine.create("sqlite:///" + path)) {
            writer.inTransaction(connection -> connection.execute(text("CREATE TABLE t (id INTEGER)")));
        }

        assertThat(directory.resolve("a?b%41 c.db")).exists();
        try (var reader = Engine.create("sqlite:///file:" + path + "?mode=ro&uri=true")) {
            assertThat(reader.inspect().hasTable("t")).isTrue();
            assertThatThrownBy(() -> reader.inTransaction(
                    connection -> connection.execute(text("INSERT INTO t (id) VALUES (1)"))))
                    .isInstanceOf(OperationalException.class).hasMessageContaining("READONLY");
        }
    }

    @Test
    void aNamedDatabaseInMemoryIsShared() {
        try (var one = Engine.create("sqlite:///file:shared-by-name?mode=memory&cache=shared&uri=true");
                var other = Engine.create("sqlite:///file:shared-by-name?mode=memory&cache=shared&uri=true")) {
            one.inTransaction(connection -> connection.execute(text("CREATE TABLE t (id INTEGER)")));

            assertThat(other.inspect().hasTable("t")).isTrue();
        }
    }

    @Test
    void twoSlashesTooFewAreExplained() {
        assertThatThrownBy(() -> target("sqlite://shop.db")).hasMessageContaining("sqlite:///shop.db");
    }

    @Test
    void aUserIsRefusedRatherThanLeftOut() {
        assertThatThrownBy(() -> target("sqlite://ann:secret@/x.db")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("no user").hasMessageNotContaining("secret");
    }

    @Test
    void aFileThatCannotBeOpenedIsAClearError() {
        try (var engine = Engine.create("sqlite:////no/such/directory/shop.db")) {
            assertThatThrownBy(engine::connect).isInstanceOf(DatabaseException.class)
                    .hasMessageStartingWith(
                            "Cannot connect to database \"/no/such/directory/shop.db\" (sqlite): the file "
                                    + "cannot be opened. Check that its directory exists and that this process may read and write "
                                    + "both.\n  Driver: ");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsAClearError(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("notes.txt"), "This is certainly not a database. ".repeat(50));

        try (var engine = Engine.create("sqlite:///" + file + "?journal_mode=WAL")) {
            assertThatThrownBy(engine::connect).isInstanceOf(DatabaseException.class)
                    .hasMessageStartingWith("Cannot connect to database \"" + file
                            + "\" (sqlite): the file is not a database of this kind, or it is encrypted.");
        }
    }

    @Test
    void anIsolationLevelThatSqliteHasNotIsRefused() {
        try (var engine = Engine.create("sqlite://"); var connection = engine.connect()) {
            assertThatThrownBy(
                    () -> connection.options(options -> options.isolationLevel(IsolationLevel.READ_COMMITTED)))
                    .isInstanceOf(NotSupportedException.class).hasMessageContaining("READ_COMMITTED");
        }
    }
}
