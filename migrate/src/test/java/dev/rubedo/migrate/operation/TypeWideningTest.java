package dev.rubedo.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.h2.H2Dialect;
import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.mysql.type.MysqlTypes;
import dev.rubedo.dialect.oracle.OracleDialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.dialect.sqlserver.SqlServerDialect;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which changes of types are reported to lose data, by database. */
class TypeWideningTest {
    private static final List<Dialect> DIALECTS = List.of(new SqliteDialect(), new H2Dialect(), new PostgresDialect(),
            new MariadbDialect(), new OracleDialect(), new SqlServerDialect());
    private static final String NONE = "";
    private static final String ALL = "h2 mariadb mssql oracle postgresql sqlite";

    /**
     * A change of a type.
     *
     * @param from the type before
     * @param to the type after
     * @param kept the dialects on which all values are kept
     */
    private record Case(SqlType<?> from, SqlType<?> to, String kept) {}

    static Stream<Case> cases() {
        return Stream.of(
                // texts
                new Case(Types.string(30), Types.string(40), ALL), new Case(Types.string(40), Types.string(30), NONE),
                new Case(Types.string(40), Types.TEXT, ALL), new Case(Types.TEXT, Types.string(4000), NONE),
                new Case(Types.character(3), Types.string(3), ALL), new Case(Types.string(3), Types.character(3), NONE),
                new Case(Types.character(3), Types.character(5), ALL),
                new Case(new StringType(9, false, true, ""), Types.string(9), "mssql"),
                new Case(Types.string(9), new StringType(9, false, true, ""), ALL),
                new Case(new StringType(9, false, false, "C"), Types.string(9), ALL),
                // numbers
                new Case(Types.SMALLINT, Types.INTEGER, ALL), new Case(Types.INTEGER, Types.BIGINT, ALL),
                new Case(Types.BIGINT, Types.INTEGER, NONE), new Case(Types.INTEGER, Types.SMALLINT, NONE),
                new Case(Types.INTEGER, Types.DOUBLE, ALL), new Case(Types.BIGINT, Types.DOUBLE, NONE),
                new Case(Types.REAL, Types.DOUBLE, ALL), new Case(Types.DOUBLE, Types.REAL, NONE),
                new Case(Types.numeric(10, 2), Types.numeric(12, 2), ALL),
                new Case(Types.numeric(10, 2), Types.numeric(12, 4), ALL),
                new Case(Types.numeric(10, 2), Types.numeric(10, 4), NONE),
                new Case(Types.numeric(10, 4), Types.numeric(10, 2), NONE),
                new Case(Types.numeric(10, 2), new NumericType(12, -1), NONE),
                new Case(Types.INTEGER, Types.numeric(10, 0), ALL), new Case(Types.INTEGER, Types.numeric(9, 0), NONE),
                new Case(Types.BIGINT, Types.numeric(21, 2), ALL), new Case(Types.numeric(5, 0), Types.INTEGER, NONE),
                // numbers and others as texts
                new Case(Types.INTEGER, Types.string(11), ALL), new Case(Types.INTEGER, Types.string(10), NONE),
                new Case(Types.UUID, Types.string(36), ALL), new Case(Types.UUID, Types.string(35), NONE),
                new Case(Types.DATE, Types.string(13), ALL), new Case(Types.TIMESTAMP, Types.string(20), NONE),
                new Case(Types.string(36), Types.UUID, NONE), new Case(Types.DOUBLE, Types.string(30), NONE),
                new Case(Types.labels("mood", "good", "bad"), Types.string(4), ALL),
                new Case(Types.labels("mood", "good", "bad"), Types.string(3), NONE),
                // dates and times
                new Case(Types.DATE, Types.TIMESTAMP, ALL), new Case(Types.TIMESTAMP, Types.DATE, NONE),
                new Case(Types.timestamp(3), Types.TIMESTAMP, ALL),
                new Case(Types.TIMESTAMP, Types.timestamp(3), "sqlite"),
                new Case(Types.TIMESTAMP, Types.TIMESTAMP_TZ, "mariadb sqlite"),
                new Case(Types.time(0), Types.time(3), ALL), new Case(Types.time(3), Types.time(0), "sqlite"),
                // bytes, enumerations, arrays
                new Case(Types.binary(10), Types.binary(20), ALL), new Case(Types.binary(10), Types.BINARY, ALL),
                new Case(Types.BINARY, Types.binary(10), "mssql oracle postgresql sqlite"),
                new Case(Types.labels("mood", "good"), Types.labels("mood", "good", "bad"), ALL),
                new Case(Types.labels("mood", "good", "bad"), Types.labels("mood", "good"), NONE),
                new Case(Types.array(Types.INTEGER), Types.array(Types.BIGINT), ALL),
                new Case(Types.array(Types.BIGINT), Types.array(Types.string(9)), NONE),
                new Case(Types.BOOLEAN, Types.INTEGER, NONE), new Case(Types.INTEGER, Types.BOOLEAN, NONE),
                new Case(Types.INTEGER, Types.exact("POINT", Types.TEXT), NONE),
                // others as texts without a limit: only what the text of a value tells wholly
                new Case(Types.INTEGER, Types.TEXT, ALL), new Case(Types.UUID, Types.TEXT, ALL),
                new Case(Types.DATE, Types.TEXT, ALL), new Case(Types.TIMESTAMP, Types.TEXT, ALL),
                new Case(Types.time(3), Types.TEXT, ALL), new Case(Types.numeric(10, 2), Types.TEXT, ALL),
                new Case(Types.labels("mood", "good", "bad"), Types.TEXT, ALL),
                new Case(Types.BINARY, Types.TEXT, NONE), new Case(Types.DOUBLE, Types.TEXT, NONE),
                new Case(Types.exact("POINT", Types.TEXT), Types.TEXT, NONE),
                new Case(MysqlTypes.LONGTEXT, Types.TEXT, NONE),
                // stored as a text there
                new Case(Types.json(Object.class), Types.TEXT, "mssql"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aChangeLosesDataUnlessTheNewTypeTakesAllValues(Case each) {
        var change = ColumnChange.NONE.withType(each.to());
        var operation = new AlterColumnOperation(new TableName("", "t"), "c", change,
                ColumnChange.NONE.withType(each.from()), "");

        var kept = new TreeSet<String>();
        DIALECTS.stream().filter(dialect -> !operation.isDestructive(dialect))
                .forEach(dialect -> kept.add(dialect.name()));

        assertThat(String.join(" ", kept)).isEqualTo(each.kept());
    }

    @Test
    void withoutTheTypeBeforeItIsTakenToLoseData() {
        var change = ColumnChange.NONE.withType(Types.BIGINT);

        assertThat(new AlterColumnOperation(new TableName("", "t"), "c", change, ColumnChange.NONE, "")
                .isDestructive()).isTrue();
        assertThat(new AlterColumnOperation(new TableName("", "t"), "c", change,
                ColumnChange.NONE.withType(Types.INTEGER), "").isDestructive()).isFalse();
        assertThat(new AlterColumnOperation(new TableName("", "t"), "c", ColumnChange.NONE.withNullable(false),
                ColumnChange.NONE, "").isDestructive()).isFalse();
    }
}
