package dev.rubedo.dialect.oracle.type;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcDialectType;
import dev.rubedo.type.Types;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A type of Oracle that is sent and read as text. Immutable. */
enum OracleText implements JdbcDialectType<String> {

    XMLTYPE;

    @Override
    public Set<String> dialects() {
        return Set.of("oracle");
    }

    @Override
    public String sqlName() {
        return name();
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public String marker() {
        return "XMLTYPE(?)";
    }

    @Override
    public String selection() {
        return "XMLSERIALIZE(CONTENT ? AS CLOB)";
    }

    @Override
    public String literal(String value, UnaryOperator<String> quote) {
        return "XMLTYPE(" + quote.apply(value) + ")";
    }

    @Override
    public JdbcCodec<String> codec(Codecs codecs) {
        return codecs.codecFor(Types.TEXT);
    }
}
