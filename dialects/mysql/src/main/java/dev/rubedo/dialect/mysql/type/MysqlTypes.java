package dev.rubedo.dialect.mysql.type;

import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * The types that only MySQL and MariaDB have. Other dialects reject them; {@link SqlType#on} replaces a portable type
 * with one of them on these databases only. Immutable.
 */
public final class MysqlTypes {

    /** {@code bigint unsigned}: an integer from 0 to 2<sup>64</sup> - 1. */
    public static final SqlType<BigInteger> BIGINT_UNSIGNED = UnsignedBigint.UNSIGNED;

    /** {@code tinyint}: an integer of one byte. */
    public static final SqlType<Short> TINYINT = renamed("TINYINT", Types.SMALLINT);

    /** {@code tinyint unsigned}: an integer from 0 to 255. */
    public static final SqlType<Short> TINYINT_UNSIGNED = renamed("TINYINT UNSIGNED", Types.SMALLINT);

    /** {@code smallint unsigned}: an integer from 0 to 65535. */
    public static final SqlType<Integer> SMALLINT_UNSIGNED = renamed("SMALLINT UNSIGNED", Types.INTEGER);

    /** {@code mediumint}: an integer of three bytes. */
    public static final SqlType<Integer> MEDIUMINT = renamed("MEDIUMINT", Types.INTEGER);

    /** {@code mediumint unsigned}: an integer from 0 to 2<sup>24</sup> - 1. */
    public static final SqlType<Integer> MEDIUMINT_UNSIGNED = renamed("MEDIUMINT UNSIGNED", Types.INTEGER);

    /** {@code int unsigned}: an integer from 0 to 2<sup>32</sup> - 1. */
    public static final SqlType<Long> INT_UNSIGNED = renamed("INT UNSIGNED", Types.BIGINT);

    /** {@code year}: a year from 1901 to 2155. */
    public static final SqlType<Integer> YEAR = renamed("YEAR", Types.INTEGER);

    /** {@code tinytext}: a string of at most 255 bytes. */
    public static final SqlType<String> TINYTEXT = renamed("TINYTEXT", Types.TEXT);

    /** {@code mediumtext}: a string of at most 16 MB. */
    public static final SqlType<String> MEDIUMTEXT = renamed("MEDIUMTEXT", Types.TEXT);

    /** {@code longtext}: a string of at most 4 GB. */
    public static final SqlType<String> LONGTEXT = renamed("LONGTEXT", Types.TEXT);

    /** {@code tinyblob}: at most 255 bytes. */
    public static final SqlType<byte[]> TINYBLOB = renamed("TINYBLOB", Types.BINARY);

    /** {@code mediumblob}: at most 16 MB of bytes. */
    public static final SqlType<byte[]> MEDIUMBLOB = renamed("MEDIUMBLOB", Types.BINARY);

    /** {@code longblob}: at most 4 GB of bytes. */
    public static final SqlType<byte[]> LONGBLOB = renamed("LONGBLOB", Types.BINARY);

    private MysqlTypes() {}

    /**
     * Returns {@code set(...)}: a set of labels.
     *
     * @param labels the labels, in order; at most 64, without commas
     */
    public static SqlType<Set<String>> set(String... labels) {
        return new SetType(List.of(labels));
    }

    /**
     * Returns {@code timestamp(digits)}, a point in time from 1970 to 2038 that is stored in UTC and read in the time
     * zone of the connection.
     *
     * @param digits the digits of fractional seconds, 0 to 6
     */
    public static SqlType<LocalDateTime> timestamp(int digits) {
        return renamed("TIMESTAMP(" + digits + ")", Types.timestamp(digits));
    }

    /**
     * Returns a database-specific type whose values are those of a portable type, such as {@code longtext} or
     * {@code int unsigned}.
     *
     * @param name the type as declared in DDL, written verbatim
     * @param values the portable type of its values
     */
    public static <T> SqlType<T> renamed(String name, SqlType<T> values) {
        return new RenamedType<>(Set.of("mysql", "mariadb"), name, values);
    }
}
