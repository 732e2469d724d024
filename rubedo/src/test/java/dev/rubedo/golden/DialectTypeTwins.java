package dev.rubedo.golden;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.dialect.mysql.type.MysqlTypes;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.TableItem;
import dev.rubedo.type.SqlType;
import java.util.function.Supplier;

/** Types by the names that the databases have for them. */
final class DialectTypeTwins {

    private DialectTypeTwins() {}

    /** Declares a table whose columns are named c, d and so on. */
    private static Supplier<Object> of(SqlType<?>... types) {
        return () -> {
            var columns = new TableItem[types.length];
            for (int i = 0; i < types.length; i++) {
                columns[i] = column(String.valueOf((char) ('c' + i)), types[i]);
            }
            return Definitions.table(new MetaData().table("t", columns));
        };
    }

    static void add(Twins twins) {
        twins.add("types.array_dims", of(array(array(string(5)))));
        twins.add("types.double_p", of(DOUBLE));
        twins.differs("types.double_p", "mysql mariadb oracle", "a double has no precision");
        twins.add("types.float_bp", of(floating(5).on("oracle", exact("FLOAT(16)", DOUBLE))));
        twins.differs("types.float_bp", "ansi sqlite", "the precision is kept");
        twins.add("types.interval_second_precision", of(interval(2, 3)));
        twins.differs("types.interval_second_precision", "ansi postgresql mysql mariadb mssql",
                "without a space; the recorded type of databases without intervals loses the fraction of the second");
        twins.add("types.time_tz", of(TIME_TZ));
        twins.differs("types.time_tz", "ansi sqlite mysql mariadb mssql oracle", "the offset would be lost");
        twins.add("types.text_len", of(string(1000)));
        twins.differs("types.text_len", "ansi sqlite postgresql mysql mariadb oracle",
                "a text with a length is a string");
        twins.add("types.upper_basic", of(INTEGER, exact("VARCHAR(5)", STRING), character(3), numeric(5, 2), TIMESTAMP,
                exact("DECIMAL(4)", NUMERIC)));
        twins.differs("types.upper_basic", "ansi sqlite mysql mariadb mssql oracle",
                "a timestamp without zone is DATETIME where TIMESTAMP is something else; lengths count characters");
        twins.add("types.upper_more", of(nvarchar(5), nchar(3), CLOB, BLOB, exact("BINARY(4)", BINARY),
                varbinary(4)));
        twins.differs("types.upper_more", "postgresql mysql mariadb",
                "NVARCHAR is VARCHAR on PostgreSQL, and a type of MySQL");
        twins.add("types.user_defined", of(exact("GEOMETRY(POINT)", UNKNOWN)));
        twins.add("types.uuid_non_native", of(character(32)));
        twins.differs("types.uuid_non_native", "oracle", "lengths count characters");
        addMysql(twins);
        addPostgres(twins);
        addOthers(twins);
    }

    private static void addMysql(Twins twins) {
        twins.add("types.maria_inet", of(MysqlTypes.renamed("INET4", STRING)));
        twins.add("types.my_ints", of(MysqlTypes.renamed("INTEGER(5) UNSIGNED", BIGINT),
                MysqlTypes.renamed("TINYINT(1)", BOOLEAN), MysqlTypes.renamed("MEDIUMINT UNSIGNED ZEROFILL", INTEGER),
                MysqlTypes.BIGINT_UNSIGNED, MysqlTypes.renamed("BIT(3)", BINARY),
                MysqlTypes.renamed("YEAR(4)", INTEGER),
                SMALLINT));
        twins.add("types.my_text", of(MysqlTypes.renamed("LONGTEXT CHARACTER SET utf8", TEXT),
                MysqlTypes.renamed("MEDIUMTEXT COLLATE utf8_bin", TEXT), MysqlTypes.renamed("TINYTEXT BINARY", TEXT),
                MysqlTypes.renamed("NATIONAL VARCHAR(10)", STRING), MysqlTypes.renamed("CHAR(4) ASCII", STRING),
                MysqlTypes.LONGBLOB, MysqlTypes.renamed("TEXT(20)", TEXT)));
        twins.add("types.my_times", of(timestamp(6), time(3), MysqlTypes.timestamp(2), MysqlTypes.set("a", "b"),
                MysqlTypes.renamed("ENUM('x','y''z') CHARACTER SET utf8", STRING),
                MysqlTypes.renamed("DOUBLE(8, 3)", NUMERIC), MysqlTypes.renamed("DECIMAL(8, 2) UNSIGNED", NUMERIC),
                MysqlTypes.renamed("FLOAT UNSIGNED", REAL)));
    }

    private static void addPostgres(Twins twins) {
        twins.add("types.pg_timestamp", of(timestamp(3), timestampTz(3), time(2), array(array(string(4)))));
        twins.add("types.pg_types1", of(PostgresTypes.INET, PostgresTypes.CIDR, PostgresTypes.MACADDR,
                PostgresTypes.bit(3), PostgresTypes.bitVarying(5), PostgresTypes.TSVECTOR, PostgresTypes.MONEY,
                PostgresTypes.OID));
        twins.add("types.pg_types2", of(PostgresTypes.jsonb(Object.class), json(Object.class), PostgresTypes.HSTORE,
                PostgresTypes.INT4RANGE, PostgresTypes.TSTZRANGE, exact("INTERVAL (3)", INTERVAL),
                exact("INTERVAL DAY TO SECOND", INTERVAL), BINARY, PostgresTypes.CITEXT,
                PostgresTypes.INT4MULTIRANGE));
    }

    private static void addOthers(Twins twins) {
        twins.add("types.ms_types", of(exact("NTEXT", TEXT), exact("DATETIME2(3)", TIMESTAMP),
                exact("DATETIMEOFFSET(2)", TIMESTAMP_TZ), exact("SMALLDATETIME", TIMESTAMP), exact("MONEY", NUMERIC),
                exact("SMALLMONEY", NUMERIC), exact("UNIQUEIDENTIFIER", UUID), exact("VARBINARY(max)", BINARY),
                varbinary(10), exact("IMAGE", BINARY), exact("XML", TEXT), exact("TINYINT", SMALLINT), BOOLEAN,
                exact("SQL_VARIANT", UNKNOWN), exact("ROWVERSION", BINARY), exact("TIME(4)", TIME),
                exact("VARCHAR(max)", TEXT)));
        twins.add("types.ora_types", of(exact("NUMBER(10, 2)", NUMERIC), string(10), nvarchar(10),
                exact("RAW(16)", BINARY), exact("LONG", TEXT), exact("BINARY_DOUBLE", DOUBLE),
                exact("BINARY_FLOAT", REAL), exact("TIMESTAMP WITH TIME ZONE", TIMESTAMP_TZ),
                exact("TIMESTAMP WITH LOCAL TIME ZONE", INSTANT), DATE, interval(2, 5), exact("FLOAT(53)", DOUBLE),
                exact("ROWID", STRING)));
    }
}
