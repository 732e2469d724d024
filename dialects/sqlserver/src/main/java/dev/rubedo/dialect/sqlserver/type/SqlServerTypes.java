package dev.rubedo.dialect.sqlserver.type;

import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that only SQL Server has. Stateless. */
public final class SqlServerTypes {

    /** {@code TINYINT}: an integer from 0 to 255. */
    public static final SqlType<Short> TINYINT = renamed("TINYINT", Types.SMALLINT);

    /** {@code MONEY}: a number with four fraction digits. */
    public static final SqlType<BigDecimal> MONEY = renamed("MONEY", Types.numeric(19, 4));

    /** {@code SMALLMONEY}: a number up to 214,748.3647. */
    public static final SqlType<BigDecimal> SMALLMONEY = renamed("SMALLMONEY", Types.numeric(10, 4));

    /** {@code DATETIME}: a timestamp of the years 1753 to 9999 in steps of 3.33 milliseconds. */
    public static final SqlType<LocalDateTime> DATETIME = renamed("DATETIME", Types.TIMESTAMP);

    /** {@code SMALLDATETIME}: a timestamp of the years 1900 to 2079 in steps of a minute. */
    public static final SqlType<LocalDateTime> SMALLDATETIME = renamed("SMALLDATETIME", Types.TIMESTAMP);

    /**
     * {@code ROWVERSION}: eight bytes that the server changes whenever it changes the row. Such a column cannot be
     * written; declare it with a server default, so that INSERT omits it.
     */
    public static final SqlType<byte[]> ROWVERSION = renamed("ROWVERSION", Types.BINARY);

    /** {@code XML}, as text. */
    public static final SqlType<String> XML = renamed("XML", Types.TEXT);

    /** {@code NTEXT}: the old form of {@code NVARCHAR(max)}. */
    public static final SqlType<String> NTEXT = renamed("NTEXT", Types.TEXT);

    /** {@code IMAGE}: the old form of {@code VARBINARY(max)}. */
    public static final SqlType<byte[]> IMAGE = renamed("IMAGE", Types.BINARY);

    /** {@code VARBINARY(max) FILESTREAM}: bytes in the file system. */
    public static final SqlType<byte[]> FILESTREAM = renamed("VARBINARY(max) FILESTREAM", Types.BINARY);

    /** {@code SQL_VARIANT}: a value of almost any type, as the driver returns it. */
    public static final SqlType<Object> SQL_VARIANT = renamed("SQL_VARIANT", Types.UNKNOWN);

    /** {@code HIERARCHYID}: a position in a tree, as text: {@code /1/3/}. */
    public static final SqlType<String> HIERARCHYID = HierarchyType.HIERARCHYID;

    private SqlServerTypes() {}

    /**
     * Returns {@code VARCHAR(length)}, a string in the code page of its collation.
     *
     * @param length the length in bytes, 1 to 8000
     */
    public static SqlType<String> varchar(int length) {
        return renamed("VARCHAR(" + length + ")", Types.STRING);
    }

    /**
     * Returns {@code CHAR(length)}, a string of a fixed length in the code page of its collation.
     *
     * @param length the length in bytes, 1 to 8000
     */
    public static SqlType<String> fixed(int length) {
        return renamed("CHAR(" + length + ")", Types.STRING);
    }

    /**
     * Returns a database-specific type whose values are those of a portable type, such as {@code geography} or a
     * user-defined type.
     *
     * @param name the type as declared in DDL, written verbatim
     * @param values the portable type of its values
     */
    public static <T extends @Nullable Object> SqlType<T> renamed(String name, SqlType<T> values) {
        return new RenamedType<>(Set.of("mssql"), name, values);
    }
}
