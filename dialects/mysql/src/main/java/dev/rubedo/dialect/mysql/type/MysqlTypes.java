package dev.rubedo.dialect.mysql.type;

import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import java.math.BigInteger;
import java.util.Set;

/**
 * The types that MySQL and MariaDB alone have. On other dialects they are refused; {@link SqlType#on} gives a portable
 * type one of them there only. Immutable.
 */
public final class MysqlTypes {

    /** {@code bigint unsigned}: a whole number from 0 to 2<sup>64</sup> - 1. */
    public static final SqlType<BigInteger> BIGINT_UNSIGNED = UnsignedBigint.UNSIGNED;

    private MysqlTypes() {}

    /**
     * Returns a type of the server whose values are those of a portable type, such as {@code longtext} or
     * {@code int unsigned}.
     *
     * @param name the type as a column declares it, written as it is
     * @param values the portable type of its values
     */
    public static <T> SqlType<T> renamed(String name, SqlType<T> values) {
        return new RenamedType<>(Set.of("mysql", "mariadb"), name, values);
    }
}
