package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.command.MigrationEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts are written without a connection: the environment refuses to open one. */
class OfflineTest {
    private static final MigrationEnvironment REFUSING = new MigrationEnvironment() {
        @Override
        public Engine connect(String url) {
            throw new AssertionError("A connection to " + url + " was asked for");
        }

        @Override
        public Optional<Connection> connection() {
            return Optional.empty();
        }
    };

    @TempDir Path directory;

    @BeforeEach
    void revisions() throws IOException {
        Files.createFile(directory.resolve("rubedo.toml"));
        var versions = Files.createDirectories(directory.resolve("migrations/versions"));
        Files.writeString(versions.resolve("Ra1.java"), """
                package revisions;

                import static dev.rubedo.schema.Column.column;
                import static dev.rubedo.type.Types.*;

                import dev.rubedo.migrate.operation.*;
                import java.util.List;
                import java.util.Map;

                @Revision(id = "a1", message = "users")
                public final class Ra1 implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        var users = op.createTable("users", column("id", INTEGER).primaryKey(), column("name", string(20)));
                        op.bulkInsert(users, List.of(Map.of("id", 1, "name", "it's")));
                        op.concurrently().createIndex("ix", "users", "name");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("users");
                    }
                }
                """);
    }

    @Test
    void scriptsForSqlServerAndOracleNeedNoUrl() {
        assertThat(script("", "upgrade", "--sql", "--dialect", "mssql")).isEqualTo("""
                BEGIN TRANSACTION;

                GO

                CREATE TABLE rubedo_version ( version_num NVARCHAR(32) NOT NULL, CONSTRAINT rubedo_version_pkc \
                PRIMARY KEY (version_num) );

                GO

                -- Running upgrade base -> a1

                CREATE TABLE users ( id INTEGER NOT NULL IDENTITY(1,1), name NVARCHAR(20) NULL, PRIMARY KEY (id) );

                GO

                SET IDENTITY_INSERT users ON; INSERT INTO users (id, name) VALUES (1, N'it''s'); SET IDENTITY_INSERT users OFF;

                GO

                CREATE INDEX ix ON users (name);

                GO

                INSERT INTO rubedo_version (version_num) VALUES (N'a1');

                GO

                COMMIT;

                GO

                """);
        assertThat(script("", "downgrade", "a1:base", "--sql", "--dialect", "oracle"))
                .contains("DROP TABLE users\n\n/\n");
        assertThat(script("", "stamp", "a1", "--sql", "--dialect", "oracle")).contains("rubedo_version");
        assertThat(script("", "ensure-version", "--sql", "--dialect", "mssql")).contains("GO");
    }

    private String script(String url, String... arguments) {
        var all = new ArrayList<>(List.of("-c", directory.resolve("rubedo.toml").toString()));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", url));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = RubedoMigrations.run(all.toArray(String[]::new), REFUSING, null, new PrintWriter(out, true),
                new PrintWriter(err, true));
        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        return out.toString();
    }

    @Test
    void everyChangingCommandWritesAScriptForEachDatabase() {
        for (var url : List.of("sqlite:///nowhere/x.db", "postgresql://no.such.host.invalid/db",
                "mysql://no.such.host.invalid/db", "mariadb://no.such.host.invalid/db",
                "jdbc:h2:tcp://no.such.host.invalid/db")) {
            assertThat(script(url, "upgrade", "--sql")).as(url).contains("CREATE TABLE users").contains("'it''s'")
                    .contains("INSERT INTO rubedo_version (version_num) VALUES ('a1')");
            assertThat(script(url, "downgrade", "a1:base", "--sql")).as(url).contains("DROP TABLE users;")
                    .contains("DELETE FROM rubedo_version WHERE rubedo_version.version_num = 'a1'");
            assertThat(script(url, "stamp", "a1", "--sql")).as(url).contains("CREATE TABLE rubedo_version")
                    .doesNotContain("users");
            assertThat(script(url, "stamp", "a1", "--purge", "--sql")).as(url).contains("DELETE FROM rubedo_version;");
            assertThat(script(url, "ensure-version", "--sql")).as(url).contains("CREATE TABLE rubedo_version");
        }
    }

    @Test
    void aConcurrentIndexIsOutsideTheTransactionOfTheScript() {
        assertThat(script("postgresql://no.such.host.invalid/db", "upgrade", "--sql")).isEqualTo("""
                BEGIN;

                CREATE TABLE rubedo_version ( version_num VARCHAR(32) NOT NULL, CONSTRAINT rubedo_version_pkc \
                PRIMARY KEY (version_num) );

                -- Running upgrade base -> a1

                CREATE TABLE users ( id SERIAL NOT NULL, name VARCHAR(20), PRIMARY KEY (id) );

                INSERT INTO users (id, name) VALUES (1, 'it''s');

                COMMIT;

                CREATE INDEX CONCURRENTLY ix ON users (name);

                BEGIN;

                INSERT INTO rubedo_version (version_num) VALUES ('a1');

                COMMIT;

                """);
    }

    @Test
    void commandsOnRevisionsNeedNoDatabase() {
        var url = "postgresql://no.such.host.invalid/db";
        assertThat(script(url, "lint")).contains("RB");
        assertThat(script(url, "heads")).contains("a1");
        assertThat(script(url, "history")).contains("a1");
        assertThat(script(url, "branches")).isEmpty();
        assertThat(script(url, "show", "a1")).contains("users");
        assertThat(script(url, "check")).contains("ok: 1 revision compiles");
        assertThat(script(url, "revision", "-m", "two", "--rev-id", "b2")).contains("Created");
        assertThat(script(url, "squash", "a1:b2", "--rev-id", "c3")).contains("Created");
    }
}
