package dev.rubedo.migrate.source;

import static dev.rubedo.migrate.source.SourceWriter.call;
import static dev.rubedo.migrate.source.SourceWriter.quoted;

import dev.rubedo.type.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes types as Java, by what they are on one database: classes of the application do not occur. Stateless. */
final class TypeSource {
    private TypeSource() {}

    static String write(SqlType<?> type, SourceWriter out) {
        return out.item(type, () -> usual(type, out));
    }

    private static String types(String member, SourceWriter out) {
        return out.member(Types.class, member);
    }

    private static String usual(SqlType<?> type, SourceWriter out) {
        return switch (type) {
            case BooleanType t ->
                t.isChecked() ? types("checkedBoolean", out) + "(" + (t.name().isEmpty() ? "" : quoted(t.name())) + ")"
                        : types("BOOLEAN", out);
            case SmallIntType t -> types("SMALLINT", out);
            case IntegerType t -> types("INTEGER", out);
            case BigIntType t -> types("BIGINT", out);
            case RealType t -> types("REAL", out);
            case DoubleType t -> types("DOUBLE", out);
            case NumericType t -> t.precision() == 0 ? types("NUMERIC", out)
                    : call(types("numeric", out), t.precision() + "", Math.max(0, t.scale()) + "");
            case UnboundedNumericType t -> types("UNBOUNDED_NUMERIC", out);
            case ExactDecimalType t -> types("EXACT_DECIMAL", out);
            case StringType t -> string(t, out);
            case TextType t -> t.collation().isEmpty() ? types("TEXT", out)
                    : "new " + out.name(TextType.class) + "(" + quoted(t.collation()) + ")";
            case DateType t -> types("DATE", out);
            case TimeType t -> digits("TIME", "time", t.digits(), out);
            case TimeTimeZoneType t -> digits("TIME_TZ", "timeTz", t.digits(), out);
            case TimestampType t -> digits("TIMESTAMP", "timestamp", t.digits(), out);
            case TimestampTimeZoneType t -> digits("TIMESTAMP_TZ", "timestampTz", t.digits(), out);
            case InstantType t -> digits("INSTANT", "instant", t.digits(), out);
            case IntervalType t -> t.dayDigits() < 0 ? types("INTERVAL", out)
                    : call(types("interval", out), t.dayDigits() + "", t.secondDigits() + "");
            case BinaryType t -> t.length() == 0 ? types("BINARY", out)
                    : call(types("binary", out), t.length() + "");
            case UuidType t -> types("UUID", out);
            case EnumeratedType<?> t -> labels(t, out);
            case JsonType<?> t -> call(types("json", out), "Object.class");
            case ArrayType<?> t -> call(types("array", out), write(t.element(), out));
            case UnknownType t -> types("UNKNOWN", out);
            case VariantType<?> t -> write(t.forDialect(out.dialect().name()), out);
            case RenamedType<?> t -> {
                var domain = t.domain();
                yield domain == null ? exact(t.sqlName(), t.values(), out) : domain(domain, out);
            }
            case DialectType<?> t -> exact(out.dialect().typeName(t), Types.TEXT, out);
            case CustomType<?, ?> t -> write(t.storage(), out);
        };
    }

    private static String exact(String name, SqlType<?> values, SourceWriter out) {
        return call(types("exact", out), quoted(name), write(values, out));
    }

    /** With all parts, so that the domain is created before what needs it. */
    private static String domain(Domain<?> domain, SourceWriter out) {
        return "new " + out.name(Domain.class) + "<>(" + out.name(Set.class) + ".of("
                + quoted(domain.dialects().stream().sorted().toList()) + "), " + quoted(domain.name()) + ", "
                + write(domain.base(), out) + ", " + quoted(domain.defaultSql()) + ", " + domain.isNotNull() + ", "
                + quoted(domain.check()) + ").type()";
    }

    private static String digits(String constant, String method, int digits, SourceWriter out) {
        return digits < 0 ? types(constant, out) : call(types(method, out), digits + "");
    }

    private static String string(StringType type, SourceWriter out) {
        if (!type.collation().isEmpty() || type.isNational() || type.isFixed() && type.length() == 0) {
            return "new " + out.name(StringType.class) + "(" + type.length() + ", " + type.isFixed() + ", "
                    + type.isNational() + ", " + quoted(type.collation()) + ")";
        }
        return type.length() == 0 ? types("STRING", out)
                : call(types(type.isFixed() ? "character" : "string", out), type.length() + "");
    }

    /** An enumeration that is longer than its labels, where it is a string, is a string; its check is written apart. */
    private static String labels(EnumeratedType<?> type, SourceWriter out) {
        var parts = new ArrayList<>(List.of(quoted(type.name()), quoted(type.labels())));
        var plain = call(types("labels", out), parts.toArray(String[]::new));
        var schema = type.schema().isEmpty() ? "" : ".inSchema(" + quoted(type.schema()) + ")";
        return plain + schema + (type.isNative() ? "" : type.isChecked() ? ".asText()" : ".asString()");
    }
}
