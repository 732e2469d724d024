package dev.rubedo.result;

import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A result set that delegates to that of the driver and records the values that codecs read. Confined to one thread at
 * a time.
 */
final class RowRecorder implements InvocationHandler {

    private final ResultSet rows;
    private final ResultSet proxy;
    private @Nullable Object value;
    private int calls;

    RowRecorder(ResultSet rows) {
        this.rows = rows;
        this.proxy = (ResultSet) Proxy.newProxyInstance(RowRecorder.class.getClassLoader(),
                new Class<?>[]{ResultSet.class}, this);
    }

    /** Returns the result set to read one column from. */
    ResultSet column() {
        value = null;
        calls = 0;
        return proxy;
    }

    /** Returns what was read since {@link #column()}. */
    @Nullable
    Object recorded() {
        return value;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        Object returned;
        try {
            returned = method.invoke(rows, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (!method.getName().startsWith("get") || arguments == null) {
            return returned;
        }
        boolean isNull = returned == null || method.getReturnType().isPrimitive() && rows.wasNull();
        Object kept = isNull ? null : kept(returned);
        String call = name(method, arguments);
        value = switch (calls++) {
            case 0 -> first(call, kept);
            case 1 -> value instanceof RecordedValue one ? new RecordedValue(call, kept, one)
                    : new RecordedValue(call, kept, new RecordedValue(firstCall, value, null));
            default -> new RecordedValue(call, kept, (RecordedValue) value);
        };
        return returned instanceof Array ? RowReplay.array((Object[]) kept) : returned;
    }

    private String firstCall = "";

    private @Nullable Object first(String call, @Nullable Object kept) {
        firstCall = call;
        return kept;
    }

    /** Returns the name of a call, with the class that it requests. */
    static String name(Method method, Object[] arguments) {
        return arguments.length > 1 && arguments[1] instanceof Class<?> type ? method.getName() + " " + type.getName()
                : method.getName();
    }

    private static Object kept(Object returned) throws SQLException {
        return switch (returned) {
            case Array array -> {
                Object values = array.getArray();
                if (!(values instanceof Object[] elements)) {
                    throw unsupported(values);
                }
                yield elements;
            }
            case InputStream stream -> throw unsupported(stream);
            case Reader reader -> throw unsupported(reader);
            case Blob blob -> throw unsupported(blob);
            case Clob clob -> throw unsupported(clob);
            case SQLXML xml -> throw unsupported(xml);
            case ResultSet nested -> throw unsupported(nested);
            case Object other -> Objects.requireNonNull(RecordedValue.copy(other));
        };
    }

    private static UnsupportedOperationException unsupported(Object value) {
        return new UnsupportedOperationException("A query with a value of " + value.getClass().getName()
                + " cannot be cached, because the value ends with its transaction. Declare the type of the column, or "
                + "remove it from the query.");
    }
}
