package dev.rubedo.dialect.mysql.type;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcDialectType;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.type.TypeFamily;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The integers from 0 to 2<sup>64</sup> - 1 of MySQL and MariaDB. Immutable. */
enum UnsignedBigint implements JdbcDialectType<BigInteger> {

    UNSIGNED;

    @Override
    public Set<String> dialects() {
        return Set.of("mysql", "mariadb");
    }

    @Override
    public String sqlName() {
        return "BIGINT UNSIGNED";
    }

    @Override
    public String castName() {
        return "UNSIGNED";
    }

    @Override
    public Class<BigInteger> javaType() {
        return BigInteger.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.INTEGER;
    }

    @Override
    public String literal(BigInteger value, UnaryOperator<String> quote) {
        return value.toString();
    }

    @Override
    public JdbcCodec<BigInteger> codec(Codecs codecs) {
        return new MappedCodec<>(codecs.codecFor(Types.numeric(20, 0)), BigDecimal::new, BigDecimal::toBigIntegerExact);
    }
}
