package dev.rubedo.sql;

import dev.rubedo.type.SqlType;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public class Sql {

    public static <T> Expression<T> literalColumn(String sql, SqlType<T> type) {
        return new Expression<>() {};
    }
}
