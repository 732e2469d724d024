package dev.rubedo.result;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A result set over recorded rows, which supports the calls that codecs make. Confined to one thread at a time. */
final class RowReplay implements InvocationHandler {

    private final List<@Nullable Object[]> rows;
    private int at = -1;
    private boolean wasNull;

    private RowReplay(List<@Nullable Object[]> rows) {
        this.rows = rows;
    }

    static ResultSet of(List<@Nullable Object[]> rows) {
        return proxy(ResultSet.class, new RowReplay(rows));
    }

    /** Returns an array that belongs to no connection. */
    static @Nullable Array array(Object @Nullable [] values) {
        return values == null ? null : proxy(Array.class, (self, method, arguments) -> switch (method.getName()) {
            case "getArray" -> RecordedValue.copy(values);
            case "getResultSet" -> elements(values);
            case "free" -> null;
            case "toString" -> java.util.Arrays.deepToString(values);
            default -> throw unsupported(method);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(RowReplay.class.getClassLoader(), new Class<?>[]{type}, handler));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "next" -> ++at < rows.size();
            case "wasNull" -> wasNull;
            case "close", "setFetchSize" -> null;
            case "toString" -> "recorded rows";
            default -> {
                if (arguments == null || !(arguments[0] instanceof Integer column)) {
                    throw unsupported(method);
                }
                yield value(method, arguments, rows.get(at)[column - 1]);
            }
        };
    }

    private @Nullable Object value(Method method, Object[] arguments, @Nullable Object recorded) {
        var value = recorded instanceof RecordedValue several
                ? several.of(RowRecorder.name(method, arguments)).value() : recorded;
        wasNull = value == null;
        return switch (method.getName()) {
            case "getInt" -> value == null ? 0 : number(value).intValue();
            case "getLong" -> value == null ? 0L : number(value).longValue();
            case "getDouble" -> value == null ? 0d : number(value).doubleValue();
            case "getFloat" -> value == null ? 0f : number(value).floatValue();
            case "getShort" -> value == null ? (short) 0 : number(value).shortValue();
            case "getByte" -> value == null ? (byte) 0 : number(value).byteValue();
            case "getBoolean" -> value != null
                    && (value instanceof Boolean truth ? truth : number(value).intValue() != 0);
            case "getString" -> value == null ? null : Objects.toString(value);
            case "getArray" -> array((Object[]) value);
            default -> ofClass(arguments, RecordedValue.copy(value));
        };
    }

    private static ResultSet elements(Object[] values) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            rows.add(new @Nullable Object[]{i + 1, values[i]});
        }
        return of(rows);
    }

    /** An element of an array is an object of the driver's choice, such as a date with a time zone. */
    private static @Nullable Object ofClass(Object[] arguments, @Nullable Object value) {
        if (value != null && arguments.length > 1 && arguments[1] instanceof Class<?> type && !type.isInstance(value)) {
            throw new UnsupportedOperationException("A query with an array of " + value.getClass().getName()
                    + " cannot be cached. Remove the column from the query.");
        }
        return value;
    }

    private static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        throw new IllegalStateException("The recorded value is a " + value.getClass().getName() + ", not a number.");
    }

    private static UnsupportedOperationException unsupported(Method method) {
        return new UnsupportedOperationException(
                "Recorded rows have no " + method.getName() + "(...): a codec reads values by " + "position only.");
    }
}
