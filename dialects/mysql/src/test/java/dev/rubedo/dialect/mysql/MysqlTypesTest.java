package dev.rubedo.dialect.mysql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.mysql.type.MysqlTypes;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DataException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** The types that only MySQL and MariaDB have. */
@Databases("mariadb")
class MysqlTypesTest {

    private static <T> void survives(Engine engine, SqlType<T> type, T value) {
        Column<T> column = column("v", type);
        var table = new MetaData().table("survivors", column("id", Types.INTEGER).primaryKey(), column);
        table.create(engine);
        try {
            engine.inTransaction(connection -> {
                connection.execute(insertInto(table).values(column, value));
                connection.execute(insertInto(table).values(column, literal(value, type)));

                assertThat(connection.execute(select(column)).all()).as("%s", type).isEqualTo(List.of(value, value));
            });
        } finally {
            table.drop(engine);
        }
    }

    @DatabaseTest
    void numbersKeepTheirRange(Engine engine) {
        survives(engine, MysqlTypes.TINYINT, (short) -128);
        survives(engine, MysqlTypes.TINYINT_UNSIGNED, (short) 255);
        survives(engine, MysqlTypes.SMALLINT_UNSIGNED, 65_535);
        survives(engine, MysqlTypes.MEDIUMINT, -8_388_608);
        survives(engine, MysqlTypes.MEDIUMINT_UNSIGNED, 16_777_215);
        survives(engine, MysqlTypes.INT_UNSIGNED, 4_294_967_295L);
        survives(engine, MysqlTypes.YEAR, 2024);
    }

    @DatabaseTest
    void aNumberThatIsTooLargeIsBadDataAndLeavesTheConnectionUsable(Engine engine) {
        engine.inTransaction(connection -> {
            assertThatThrownBy(() -> connection.all(select(value(5).times(1_000_000_000))))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(
                            "A value of the row does not fit into the type that it is read as. Declare the"
                                    + " column, or cast the expression, as a larger type.");
            assertThat(connection.one(select(value(5).times(2)))).isEqualTo(10);
        });
    }

    @DatabaseTest
    void textsSetsAndTimestampsAreKept(Engine engine) {
        survives(engine, MysqlTypes.TINYTEXT, "äöü");
        survives(engine, MysqlTypes.MEDIUMTEXT, "äöü");
        survives(engine, MysqlTypes.LONGTEXT, "äöü");
        survives(engine, MysqlTypes.timestamp(6), LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_000));
        survives(engine, MysqlTypes.set("a", "it's", "c"), Set.of("a", "it's"));
        survives(engine, MysqlTypes.set("a"), Set.of());
    }

    @DatabaseTest
    void labelsThatASetDoesNotHaveAreRefused(Engine engine) {
        assertThatThrownBy(() -> survives(engine, MysqlTypes.set("a", "b"), Set.of("c")))
                .hasMessageContaining("\"c\" is not a label of the set [a, b]");
        assertThatIllegalArgumentException().isThrownBy(() -> MysqlTypes.set("a,b"));
    }
}
