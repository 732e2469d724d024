package dev.rubedo.dialect.oracle.type;

import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that only Oracle has. Stateless. */
public final class OracleTypes {

    /** {@code DATE} with its time of day, in whole seconds. */
    public static final SqlType<LocalDateTime> DATE_TIME = renamed("DATE", Types.timestamp(0));

    /** {@code NCLOB}: a long text in the national character set. */
    public static final SqlType<String> NCLOB = renamed("NCLOB", Types.TEXT);

    /** {@code LONG}: the old form of {@code CLOB}; a table has at most one. */
    public static final SqlType<String> LONG = renamed("LONG", Types.TEXT);

    /** {@code BFILE}: a file on the server, which can only be read. */
    public static final SqlType<byte[]> BFILE = renamed("BFILE", Types.BINARY);

    /** {@code ROWID}: the address of a row, as text. */
    public static final SqlType<String> ROWID = renamed("ROWID", Types.STRING);

    /** {@code XMLTYPE}, as text. */
    public static final SqlType<String> XMLTYPE = OracleText.XMLTYPE;

    /** {@code TIMESTAMP WITH LOCAL TIME ZONE}: a point in time, read in the time zone of the session. */
    public static final SqlType<OffsetDateTime> TIMESTAMP_LOCAL = renamed("TIMESTAMP WITH LOCAL TIME ZONE",
            Types.TIMESTAMP_TZ);

    /** {@code INTERVAL YEAR TO MONTH}. */
    public static final SqlType<Period> INTERVAL_YEAR_TO_MONTH = YearInterval.INSTANCE;

    private OracleTypes() {}

    /**
     * Returns {@code RAW(length)}: bytes within the row.
     *
     * @param length the maximum number of bytes, 1 to 2000, or 32767 where the server allows it
     */
    public static SqlType<byte[]> raw(int length) {
        return renamed("RAW(" + length + ")", Types.BINARY);
    }

    /**
     * Returns {@code FLOAT(digits)}: a decimal number whose precision is counted in binary digits.
     *
     * @param digits the binary digits, 1 to 126
     */
    public static SqlType<BigDecimal> binaryPrecision(int digits) {
        return renamed("FLOAT(" + digits + ")", Types.NUMERIC);
    }

    /**
     * Returns {@code VARCHAR2(length BYTE)}: a string whose length is counted in bytes.
     *
     * @param length the length in bytes, 1 to 4000
     */
    public static SqlType<String> varcharOfBytes(int length) {
        return renamed("VARCHAR2(" + length + " BYTE)", Types.STRING);
    }

    /**
     * Returns {@code VECTOR(dimensions, format)}, which was introduced in 23ai.
     *
     * @param dimensions the number of dimensions; 0 for any
     * @param format the format of a dimension, such as {@code FLOAT32}, {@code INT8}; empty for any
     */
    public static SqlType<List<Double>> vector(int dimensions, String format) {
        return new VectorType(dimensions, format, false);
    }

    /**
     * Returns a database-specific type whose values are those of a portable type.
     *
     * @param name the type as declared in DDL, written verbatim
     * @param values the portable type of its values
     */
    public static <T extends @Nullable Object> SqlType<T> renamed(String name, SqlType<T> values) {
        return new RenamedType<>(Set.of("oracle"), name, values);
    }
}
