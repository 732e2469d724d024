package dev.rubedo.sql;

import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The types of number classes without a corresponding database type. Immutable. */
final class NumberTypes {
    static final SqlType<Byte> BYTE = new ByteType();
    static final SqlType<BigInteger> BIG_INTEGER = new BigIntegerType();

    private NumberTypes() {}

    private record ByteType() implements CustomType<Byte, Short> {
        @Override
        public Class<Byte> javaType() {
            return Byte.class;
        }

        @Override
        public SqlType<Short> storage() {
            return Types.SMALLINT;
        }

        @Override
        public @Nullable Short toStorage(@Nullable Byte value) {
            return value == null ? null : value.shortValue();
        }

        @Override
        public @Nullable Byte fromStorage(@Nullable Short stored) {
            return stored == null ? null : BigInteger.valueOf(stored).byteValueExact();
        }
    }

    private record BigIntegerType() implements CustomType<BigInteger, BigDecimal> {
        @Override
        public Class<BigInteger> javaType() {
            return BigInteger.class;
        }

        @Override
        public SqlType<BigDecimal> storage() {
            return Types.NUMERIC;
        }

        @Override
        public @Nullable BigDecimal toStorage(@Nullable BigInteger value) {
            return value == null ? null : new BigDecimal(value);
        }

        @Override
        public @Nullable BigInteger fromStorage(@Nullable BigDecimal stored) {
            return stored == null ? null : stored.toBigIntegerExact();
        }
    }
}
