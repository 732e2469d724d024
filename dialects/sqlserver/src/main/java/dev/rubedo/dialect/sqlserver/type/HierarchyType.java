package dev.rubedo.dialect.sqlserver.type;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcDialectType;
import dev.rubedo.type.Types;
import java.util.Set;
import java.util.function.UnaryOperator;

/** SQL Server's {@code hierarchyid}, which is sent and read as text. Immutable. */
enum HierarchyType implements JdbcDialectType<String> {

    HIERARCHYID;

    @Override
    public Set<String> dialects() {
        return Set.of("mssql");
    }

    @Override
    public String sqlName() {
        return "HIERARCHYID";
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public String marker() {
        return "CAST(? AS HIERARCHYID)";
    }

    @Override
    public String selection() {
        return "?.ToString()";
    }

    @Override
    public String literal(String value, UnaryOperator<String> quote) {
        return "CAST(" + quote.apply(value) + " AS HIERARCHYID)";
    }

    @Override
    public JdbcCodec<String> codec(Codecs codecs) {
        return codecs.codecFor(Types.TEXT);
    }
}
