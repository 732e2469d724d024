package dev.rubedo.migrate.compare;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.BOOLEAN;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TEXT;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.h2.H2Dialect;
import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.mysql.MysqlDialect;
import dev.rubedo.dialect.oracle.OracleDialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.dialect.sqlserver.SqlServerDialect;
import dev.rubedo.migrate.operation.AlterSequenceOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.render.OperationRenderer;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.source.JavaSource;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.UniqueConstraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dialects of others: nothing depends on the name of a dialect, only on what it states of its catalog. */
class OtherDialectTest {

    static Stream<Dialect> dialects() {
        return Stream.of(new SqliteDialect(), new H2Dialect(), new PostgresDialect(), new MysqlDialect(),
                new MariadbDialect(), new OracleDialect(), new SqlServerDialect());
    }

    private static SchemaSnapshot before() {
        var metaData = new MetaData();
        metaData.table("teams", column("id", BIGINT).primaryKey(), column("name", string(50)),
                UniqueConstraint.on("name").named("uq_teams_name"));
        metaData.table("users", column("id", INTEGER).primaryKey(), column("age", INTEGER).serverDefault("7"),
                column("active", BOOLEAN).serverDefault("true"), column("team_id", BIGINT).references("teams.id"),
                column("note", string(2000)), CheckConstraint.of("char_length(note) > 0 && true").named("ck_note"),
                Index.on("team_id").named("ix_team"), Index.on("note", "age").named("ix_note"));
        return SchemaSnapshot.of(metaData);
    }

    private static SchemaSnapshot after() {
        var metaData = new MetaData();
        metaData.table("teams", column("id", INTEGER).primaryKey(), column("name", string(80)).notNull());
        metaData.table("users", column("id", BIGINT).primaryKey(), column("age", string(9)).serverDefault("'7'"),
                column("active", BOOLEAN).serverDefault("1"), column("team_id", INTEGER).references("teams.id"),
                column("note", TEXT), CheckConstraint.of("octet_length(note) > 0 && 1").named("CK_NOTE"),
                Index.on("note", "age").named("ix_note").unique());
        return SchemaSnapshot.of(metaData);
    }

    private static List<String> written(SchemaSnapshot from, SchemaSnapshot to, Dialect dialect) {
        var operations = SchemaComparison.of(from, to, dialect, ComparisonOptions.DEFAULT)
                .operations();
        return JavaSource.of(dialect).statements(operations);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aDialectWithAnotherNameComparesSchemasInTheSameWay(Dialect dialect) {
        var other = dialect.with(dialect.traits().withName("acme"));
        assertThat(other.name()).isEqualTo("acme");

        var upgrade = written(before(), after(), other);

        assertThat(upgrade).hasSizeGreaterThan(1).isEqualTo(written(before(), after(), dialect));
        assertThat(written(after(), before(), other)).isEqualTo(written(after(), before(), dialect));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aSequenceIsChangedInTheWordsOfTheDialect(Dialect dialect) {
        if (!dialect.supports(dev.rubedo.feature.Feature.SEQUENCES)) {
            return;
        }
        MigrationOperation change = new AlterSequenceOperation(Sequence.of("s").from(1, 1).caching(5).cycling(),
                Sequence.of("s").from(3, 1));

        var sql = OperationRenderer.render(change, dialect.with(dialect.traits().withName("acme"))).get(0)
                .sql(dialect);

        assertThat(String.join(";", sql)).isEqualTo("ALTER SEQUENCE s" + switch (dialect.name()) {
            case "h2" -> " START WITH 3 CACHE 32 NO CYCLE";
            case "postgresql" -> " START WITH 3 CACHE 1 NO CYCLE";
            case "mariadb" -> " START WITH 3 CACHE 1000 NOCYCLE";
            case "oracle" -> " CACHE 20 NOCYCLE";
            case "mssql" -> " START WITH 3 CACHE NO CYCLE";
            default -> " START WITH 3 NO CACHE NO CYCLE";
        });
    }

    @Test
    void noSourceNamesADialect() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))).hasSizeGreaterThan(200)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(
                            "\"(postgresql|mysql|mariadb|sqlite|h2|oracle|mssql|sqlserver|duckdb)\""));
        }
    }
}
