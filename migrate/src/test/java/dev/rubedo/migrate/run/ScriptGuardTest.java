package dev.rubedo.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.oracle.OracleDialect;
import dev.rubedo.dialect.sqlserver.SqlServerDialect;
import dev.rubedo.engine.Engine;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A script refuses a database that is not at the revisions at which its steps begin. */
class ScriptGuardTest {
    private static final VersionTable VERSIONS = new VersionTable(MigrationOptions.DEFAULT);

    private static void execute(Engine engine, String sql) throws SQLException {
        try (var connection = engine.connect(); var statement = connection.jdbc().createStatement()) {
            statement.execute(sql);
        }
    }

    @DatabaseTest
    void aScriptStopsUnlessTheDatabaseIsWhereItBegins(Engine engine) throws SQLException {
        engine.inTransaction(connection -> {
            connection.execute(VERSIONS.creation());
            for (var head : Set.of("a1", "it's")) {
                connection.execute(VERSIONS.statement(new dev.rubedo.migrate.revision.VersionChange.Insert(head)));
            }
        });
        execute(engine, VERSIONS.guard(Set.of("a1", "it's"), engine.dialect()));

        for (var wrong : Set.of(Set.of("a1"), Set.of("b2", "a1"), Set.of("a1", "it's", "c3"))) {
            var guard = VERSIONS.guard(wrong, engine.dialect());
            var failure = assertThatThrownBy(() -> execute(engine, guard)).isInstanceOf(SQLException.class);
            if (!engine.dialectName().equals("sqlite")) {
                failure.hasMessageContaining("The database is not at a1");
            }
        }
        assertThat(engine.<java.util.List<String>, RuntimeException>fromTransaction(connection -> connection.all(
                Sql.text("SELECT version_num FROM rubedo_version")
                        .columns(Sql.literalColumn("version_num", Sql.TEXT)))))
                .hasSize(2);
    }

    @Test
    void guardsOfSqlServerEndTheScriptAndThoseOfOracleAreBlocks() {
        assertThat(guard(new SqlServerDialect())).isEqualTo("""
                IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM \
                rubedo_version WHERE rubedo_version.version_num IN (N'a1')) = 1) BEGIN RAISERROR(N'The database is \
                not at a1', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END""");
        assertThat(guard(new OracleDialect())).isEqualTo("""
                DECLARE n INTEGER; BEGIN SELECT count(*) INTO n FROM dual WHERE (SELECT count(*) AS count_1 FROM \
                rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE \
                rubedo_version.version_num IN ('a1')) = 1; IF n = 0 THEN RAISE_APPLICATION_ERROR(-20000, \
                'The database is not at a1'); END IF; END;""");
    }

    private static String guard(Dialect dialect) {
        return VERSIONS.guard(Set.of("a1"), dialect);
    }
}
