package dev.rubedo.orm.guide;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcDialectType;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.TextCodec;
import java.util.Set;
import java.util.function.UnaryOperator;

/** PostgreSQL's {@code macaddr}. Immutable. */
enum MacAddressType implements JdbcDialectType<MacAddress> {
    MACADDR;

    @Override
    public Set<String> dialects() {
        return Set.of("postgresql");
    }

    @Override
    public String sqlName() {
        return "macaddr";
    }

    @Override
    public Class<MacAddress> javaType() {
        return MacAddress.class;
    }

    @Override
    public String marker() {
        return "?::macaddr";
    }

    @Override
    public String literal(MacAddress value, UnaryOperator<String> quote) {
        return quote.apply(value.text()) + "::macaddr";
    }

    @Override
    public JdbcCodec<MacAddress> codec(Codecs codecs) {
        return new MappedCodec<>(TextCodec.INSTANCE, MacAddress::text, MacAddress::new);
    }
}
