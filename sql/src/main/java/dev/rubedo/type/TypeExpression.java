package dev.rubedo.type;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The Java expression that creates a type, for source code generators: a constant, a call of a static method, or a
 * constructor call. Immutable.
 *
 * @param owner the class that has the member, or is constructed
 * @param form the kind of expression
 * @param member the constant or method; empty for a constructor
 * @param arguments the arguments: an {@link Integer}, a {@link Boolean}, a {@link String}, a {@link Class}, or a
 *     {@link SqlType}, which is passed as its own expression
 */
public record TypeExpression(Class<?> owner, Form form, String member, List<Object> arguments) {

    /** Checks the components and copies the list. */
    public TypeExpression {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(member, "member");
        arguments = List.copyOf(arguments);
    }

    /** A kind of expression. Immutable. */
    public enum Form {
        /** A static field. */
        CONSTANT,
        /** A call of a static method. */
        CALL,
        /** A call of a constructor. */
        CONSTRUCTOR
    }

    /**
     * Returns the expression for a type. Empty for types whose expression depends on the program in which it is used:
     * enumerations, types that vary by dialect, types of one database, and types of an application.
     *
     * @param type the type
     */
    public static Optional<TypeExpression> of(SqlType<?> type) {
        return Optional.ofNullable(switch (type) {
            case BooleanType t when !t.isChecked() -> constant("BOOLEAN");
            case BooleanType t -> t.name().isEmpty() ? call("checkedBoolean") : call("checkedBoolean", t.name());
            case SmallIntType t -> constant("SMALLINT");
            case IntegerType t -> constant("INTEGER");
            case BigIntType t -> constant("BIGINT");
            case RealType t -> constant("REAL");
            case DoubleType t -> constant("DOUBLE");
            case NumericType t when t.precision() == 0 -> constant("NUMERIC");
            case NumericType t when t.scale() < 0 -> constructor(NumericType.class, t.precision(), t.scale());
            case NumericType t -> call("numeric", t.precision(), t.scale());
            case UnboundedNumericType t -> constant("UNBOUNDED_NUMERIC");
            case ExactDecimalType t -> constant("EXACT_DECIMAL");
            case StringType t -> string(t);
            case TextType t -> t.collation().isEmpty() ? constant("TEXT")
                    : constructor(TextType.class, t.collation());
            case DateType t -> constant("DATE");
            case TimeType t -> digits("TIME", "time", t.digits());
            case TimeTimeZoneType t -> digits("TIME_TZ", "timeTz", t.digits());
            case TimestampType t -> digits("TIMESTAMP", "timestamp", t.digits());
            case TimestampTimeZoneType t -> digits("TIMESTAMP_TZ", "timestampTz", t.digits());
            case InstantType t -> digits("INSTANT", "instant", t.digits());
            case IntervalType t -> t.dayDigits() < 0 ? constant("INTERVAL")
                    : call("interval", t.dayDigits(), t.secondDigits());
            case BinaryType t -> t.length() == 0 ? constant("BINARY") : call("binary", t.length());
            case UuidType t -> constant("UUID");
            case JsonType<?> t -> call("json", t.javaType());
            case ArrayType<?> t -> call("array", t.element());
            case UnknownType t -> constant("UNKNOWN");
            case EnumeratedType<?> t -> null;
            case VariantType<?> t -> null;
            case DialectType<?> t -> null;
            case CustomType<?, ?> t -> null;
        });
    }

    private static TypeExpression constant(String name) {
        return new TypeExpression(Types.class, Form.CONSTANT, name, List.of());
    }

    private static TypeExpression call(String method, Object... arguments) {
        return new TypeExpression(Types.class, Form.CALL, method, Arrays.asList(arguments));
    }

    private static TypeExpression constructor(Class<?> of, Object... arguments) {
        return new TypeExpression(of, Form.CONSTRUCTOR, "", Arrays.asList(arguments));
    }

    private static TypeExpression digits(String constant, String method, int digits) {
        return digits < 0 ? constant(constant) : call(method, digits);
    }

    private static TypeExpression string(StringType type) {
        if (!type.collation().isEmpty() || type.isNational() || type.isFixed() && type.length() == 0) {
            return constructor(StringType.class, type.length(), type.isFixed(), type.isNational(), type.collation());
        }
        return type.length() == 0 ? constant("STRING") : call(type.isFixed() ? "character" : "string", type.length());
    }
}
