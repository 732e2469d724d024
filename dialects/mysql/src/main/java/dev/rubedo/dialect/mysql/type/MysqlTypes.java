package dev.rubedo.dialect.mysql.type;

import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import java.math.BigInteger;
import java.util.Set;

/**
 * The types that only MySQL and MariaDB have. Other dialects refuse them; {@link SqlType#on} replaces a portable type
 * with one of them on these databases only. Immutable.
 */
public final class MysqlTypes {

    /** {@code bigint unsigned}: an integer from 0 to 2<sup>64</sup> - 1. */
    public static final SqlType<BigInteger> BIGINT_UNSIGNED = UnsignedBigint.UNSIGNED;

    private MysqlTypes() {}

    /**
     * Returns a type of the server whose values are those of a portable type, such as {@code longtext} or
     * {@code int unsigned}.
     *
     * @param name the type as declared in DDL, written verbatim
     * @param values the portable type of its values
     */
    public static <T> SqlType<T> renamed(String name, SqlType<T> values) {
        return new RenamedType<>(Set.of("mysql", "mariadb"), name, values);
    }
}
