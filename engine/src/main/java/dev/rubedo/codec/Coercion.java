package dev.rubedo.codec;

import dev.rubedo.type.EnumType;
import dev.rubedo.type.SqlType;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lossless conversion of a value that was given dynamically to the Java class of its type. A number that does not fit,
 * or a value of another kind, is rejected. Stateless.
 */
public final class Coercion {

    private Coercion() {}

    /**
     * Returns the value as an instance of the type's class.
     *
     * @param value the value; null is returned as null
     * @throws IllegalArgumentException if that is not possible without loss
     */
    public static @Nullable Object coerce(@Nullable Object value, SqlType<?> type) {
        if (value == null || type.javaType().isInstance(value)) {
            return value;
        }
        Object converted = null;
        try {
            converted = convert(value, type.javaType());
            if (converted == null && type instanceof EnumType<?> enumType && value instanceof String label) {
                converted = constant(enumType, label);
            }
        } catch (ArithmeticException | IllegalArgumentException | java.time.DateTimeException e) {
            throw refused(value, type.javaType(), e);
        }
        if (converted == null) {
            throw refused(value, type.javaType(), null);
        }
        return converted;
    }

    /**
     * Returns the value as an instance of the class, or of the wrapper class of a primitive type.
     *
     * @param value the value; null is returned as null
     * @throws IllegalArgumentException if that is not possible without loss
     */
    // the class of a primitive type is a Class<T> of its wrapper class
    @SuppressWarnings("unchecked")
    public static <T> @Nullable T coerce(@Nullable Object value, Class<T> type) {
        if (type.isPrimitive()) {
            return (T) coerce(value, MethodType.methodType(type).wrap().returnType());
        }
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        try {
            Object converted = convert(value, type);
            if (converted == null && type.isEnum() && value instanceof String label) {
                converted = Arrays.stream(type.getEnumConstants())
                        .filter(c -> ((Enum<?>) c).name().equals(label)).findFirst()
                        .orElse(null);
            }
            if (converted != null) {
                return type.cast(converted);
            }
        } catch (ArithmeticException | IllegalArgumentException | java.time.DateTimeException e) {
            throw refused(value, type, e);
        }
        throw refused(value, type, null);
    }

    private static IllegalArgumentException refused(Object value, Class<?> type, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "A " + value.getClass().getName() + " cannot be used as " + type.getName() + " without loss.",
                cause);
    }

    private static <E extends Enum<E>> @Nullable E constant(EnumType<E> type, String label) {
        return Enum.valueOf(type.javaType(), label);
    }

    private static @Nullable Object convert(Object value, Class<?> type) {
        return switch (value) {
            case Number number -> ofNumber(number, type);
            case Boolean truth -> Number.class.isAssignableFrom(type) ? ofNumber(truth ? 1 : 0, type) : null;
            case java.sql.Date date -> ofLocal(date.toLocalDate(), type);
            case java.sql.Time time -> ofLocal(time.toLocalTime(), type);
            case java.sql.Timestamp stamp -> ofLocal(stamp.toLocalDateTime(), type);
            case java.time.temporal.Temporal temporal -> ofLocal(temporal, type);
            case CharSequence text -> ofText(text.toString(), type);
            default -> type == String.class && !holdsOthers(value) ? value.toString() : null;
        };
    }

    /**
     * The text of a container is for human readers; storing it would hide that several values were given instead of
     * one.
     */
    private static boolean holdsOthers(Object value) {
        return value.getClass().isArray() || value instanceof Iterable<?> && !(value instanceof Path)
                || value instanceof Map<?, ?> || value instanceof Optional<?>;
    }

    private static @Nullable Object ofNumber(Number value, Class<?> type) {
        if (type == Long.class) {
            return exact(value).longValueExact();
        } else if (type == Integer.class) {
            return exact(value).intValueExact();
        } else if (type == Short.class) {
            return exact(value).shortValueExact();
        } else if (type == Byte.class) {
            return exact(value).byteValueExact();
        } else if (type == BigDecimal.class) {
            return exact(value);
        } else if (type == BigInteger.class) {
            return exact(value).toBigIntegerExact();
        } else if (type == Double.class) {
            double converted = value.doubleValue();
            return isKept(value, converted) ? converted : null;
        } else if (type == Float.class) {
            float converted = value.floatValue();
            return isKept(value, converted) ? converted : null;
        } else if (type == Boolean.class) {
            return exact(value).signum() == 0 ? Boolean.FALSE
                    : exact(value).compareTo(BigDecimal.ONE) == 0 ? Boolean.TRUE : null;
        }
        return null;
    }

    /**
     * Returns whether a floating-point number keeps the value. A decimal number may be rounded as usual, but a long, or
     * a number out of range, would become another number.
     */
    private static boolean isKept(Number value, double converted) {
        if (Double.isInfinite(converted)) {
            return Double.isInfinite(value.doubleValue()) && (value instanceof Double || value instanceof Float);
        }
        return switch (value) {
            case Double number -> true;
            case Float number -> true;
            case BigDecimal number -> true;
            default -> new BigDecimal(converted).compareTo(exact(value)) == 0;
        };
    }

    private static BigDecimal exact(Number value) {
        return switch (value) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case Double number -> BigDecimal.valueOf(number);
            case Float number -> new BigDecimal(number.toString());
            default -> BigDecimal.valueOf(value.longValue());
        };
    }

    private static @Nullable Object ofLocal(java.time.temporal.Temporal value, Class<?> type) {
        if (type.isInstance(value)) {
            return value;
        }
        return switch (value) {
            case LocalDateTime stamp when type == LocalDate.class ->
                stamp.toLocalTime().equals(LocalTime.MIDNIGHT) ? stamp.toLocalDate() : null;
            case LocalDateTime stamp when type == Instant.class -> stamp.toInstant(ZoneOffset.UTC);
            case LocalDateTime stamp when type == OffsetDateTime.class -> stamp.atOffset(ZoneOffset.UTC);
            case LocalDate date when type == LocalDateTime.class -> date.atStartOfDay();
            case OffsetDateTime stamp when type == Instant.class -> stamp.toInstant();
            case Instant instant when type == OffsetDateTime.class -> instant.atOffset(ZoneOffset.UTC);
            case ZonedDateTime stamp when type == OffsetDateTime.class -> stamp.toOffsetDateTime();
            case ZonedDateTime stamp when type == Instant.class -> stamp.toInstant();
            default -> null;
        };
    }

    private static @Nullable Object ofText(String value, Class<?> type) {
        if (type == String.class) {
            return value;
        } else if (type == UUID.class) {
            return UUID.fromString(value);
        } else if (type == Character.class && value.length() == 1) {
            return value.charAt(0);
        } else if (type == LocalDate.class) {
            return TimeText.parseDate(value);
        } else if (type == LocalTime.class) {
            return TimeText.parseTime(value);
        } else if (type == LocalDateTime.class) {
            return TimeText.parseTimestamp(value);
        } else if (type == OffsetDateTime.class) {
            return TimeText.parseOffset(value);
        } else if (type == Instant.class) {
            return TimeText.parseOffset(value).toInstant();
        }
        return null;
    }
}
