package dev.rubedo.dialect.oracle.type;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcDialectType;
import dev.rubedo.codec.ObjectCodec;
import java.time.Period;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Oracle's interval of years and months. Immutable. */
enum YearInterval implements JdbcDialectType<Period> {

    INSTANCE;

    /** The driver's {@code OracleTypes.INTERVALYM}. */
    private static final int JDBC = -103;
    private static final JdbcCodec<Period> CODEC = new ObjectCodec<>(Period.class, JDBC);

    @Override
    public Set<String> dialects() {
        return Set.of("oracle");
    }

    @Override
    public String sqlName() {
        return "INTERVAL YEAR(9) TO MONTH";
    }

    @Override
    public Class<Period> javaType() {
        return Period.class;
    }

    @Override
    public String literal(Period value, UnaryOperator<String> quote) {
        return "NUMTOYMINTERVAL(" + value.toTotalMonths() + ", " + quote.apply("MONTH") + ")";
    }

    @Override
    public JdbcCodec<Period> codec(Codecs codecs) {
        return CODEC;
    }
}
