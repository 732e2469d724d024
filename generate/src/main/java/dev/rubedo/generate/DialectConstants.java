package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rubedo.dialect.mysql.type.MysqlTypes;
import dev.rubedo.dialect.postgresql.type.Inet;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.dialect.postgresql.type.Range;
import dev.rubedo.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of one database for which its dialect declares a constant. Immutable. */
final class DialectConstants {
    private static final ClassName RANGE = ClassName.get(Range.class);
    private static final List<Known> KNOWN = new ArrayList<>();

    static {
        postgres(PostgresTypes.INET, "INET", ClassName.get(Inet.class));
        postgres(PostgresTypes.CIDR, "CIDR", ClassName.get(Inet.class));
        postgres(PostgresTypes.HSTORE, "HSTORE", ParameterizedTypeName.get(ClassName.get(Map.class),
                ClassName.get(String.class),
                ClassName.get(String.class).annotated(com.palantir.javapoet.AnnotationSpec.builder(Nullable.class)
                        .build())));
        postgres(PostgresTypes.CITEXT, "CITEXT", ClassName.get(String.class));
        postgres(PostgresTypes.MACADDR, "MACADDR", ClassName.get(String.class));
        postgres(PostgresTypes.MACADDR8, "MACADDR8", ClassName.get(String.class));
        postgres(PostgresTypes.MONEY, "MONEY", ClassName.get(String.class));
        postgres(PostgresTypes.OID, "OID", ClassName.get(Long.class));
        postgres(PostgresTypes.REGCLASS, "REGCLASS", ClassName.get(String.class));
        postgres(PostgresTypes.REGCONFIG, "REGCONFIG", ClassName.get(String.class));
        postgres(PostgresTypes.TSVECTOR, "TSVECTOR", ClassName.get(String.class));
        postgres(PostgresTypes.TSQUERY, "TSQUERY", ClassName.get(String.class));
        postgres(PostgresTypes.JSONPATH, "JSONPATH", ClassName.get(String.class));
        ranges(PostgresTypes.INT4RANGE, PostgresTypes.INT4MULTIRANGE, "INT4", Integer.class);
        ranges(PostgresTypes.INT8RANGE, PostgresTypes.INT8MULTIRANGE, "INT8", Long.class);
        ranges(PostgresTypes.NUMRANGE, PostgresTypes.NUMMULTIRANGE, "NUM", BigDecimal.class);
        ranges(PostgresTypes.DATERANGE, PostgresTypes.DATEMULTIRANGE, "DATE", LocalDate.class);
        ranges(PostgresTypes.TSRANGE, PostgresTypes.TSMULTIRANGE, "TS", LocalDateTime.class);
        ranges(PostgresTypes.TSTZRANGE, PostgresTypes.TSTZMULTIRANGE, "TSTZ", OffsetDateTime.class);
        KNOWN.add(new Known(MysqlTypes.BIGINT_UNSIGNED, ClassName.get(MysqlTypes.class), "BIGINT_UNSIGNED",
                ClassName.get(BigInteger.class)));
    }

    private DialectConstants() {}

    private static void postgres(SqlType<?> type, String name, TypeName java) {
        KNOWN.add(new Known(type, ClassName.get(PostgresTypes.class), name, java));
    }

    private static void ranges(SqlType<?> range, SqlType<?> ranges, String prefix, Class<?> bound) {
        var java = ParameterizedTypeName.get(RANGE, ClassName.get(bound));
        postgres(range, prefix + "RANGE", java);
        postgres(ranges, prefix + "MULTIRANGE", ParameterizedTypeName.get(ClassName.get(List.class), java));
    }

    static Optional<Known> find(SqlType<?> type) {
        return KNOWN.stream().filter(known -> known.type().equals(type)).findFirst();
    }

    /**
     * A type and its constant.
     *
     * @param type the type
     * @param owner the class that declares the constant
     * @param name the name of the constant
     * @param java the Java type of its values
     */
    record Known(SqlType<?> type, ClassName owner, String name, TypeName java) {
        CodeBlock code() {
            return CodeBlock.of("$T.$L", owner, name);
        }
    }
}
