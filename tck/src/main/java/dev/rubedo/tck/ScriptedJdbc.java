package dev.rubedo.tck;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC driver that responds from a script and records all calls, for databases without a server. A response applies
 * to every statement that contains its text; the most recently added response is tried first. Statements without a
 * response return no rows and report one changed row. Thread-safe.
 */
public final class ScriptedJdbc {

    private final String product;
    private final int major;
    private final int minor;
    private final List<Class<?>> statementTypes = new ArrayList<>(List.of(PreparedStatement.class));
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();

    /**
     * Creates a driver.
     *
     * @param product the product name that it reports
     * @param major the first number of the version that it reports
     * @param minor the second number
     */
    public ScriptedJdbc(String product, int major, int minor) {
        this.product = product;
        this.major = major;
        this.minor = minor;
    }

    /** The response to statements that contain a text. Immutable. */
    private record Answer(String part, List<String> columns, List<@Nullable Object[]> rows,
            @Nullable SQLException failure) {}

    /** Makes statements also implement another interface, which {@code unwrap} returns. */
    public ScriptedJdbc withStatements(Class<? extends PreparedStatement> type) {
        statementTypes.add(type);
        return this;
    }

    /**
     * Adds a response with rows.
     *
     * @param part a part of their SQL
     * @param columns the names of the columns, separated by commas
     * @param rows the rows
     */
    public ScriptedJdbc answer(String part, String columns, @Nullable Object[]... rows) {
        answers.add(0, new Answer(part, Arrays.stream(columns.split(",")).map(String::strip).toList(), List.of(rows),
                null));
        return this;
    }

    /**
     * Adds a response that is an exception.
     *
     * @param part a part of their SQL
     * @param failure the exception
     */
    public ScriptedJdbc fail(String part, SQLException failure) {
        answers.add(0, new Answer(part, List.of(), List.of(), failure));
        return this;
    }

    /**
     * Returns the recorded calls: SQL with the values in brackets, commits, rollbacks, settings, registered parameters.
     */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Clears the recorded calls. */
    public void clearLog() {
        log.clear();
    }

    /** Returns a data source of this driver. */
    public DataSource dataSource() {
        return proxy(List.of(DataSource.class), (self, method, arguments) -> method.getName().equals("getConnection")
                ? connection() : defaultValue(method.getReturnType()));
    }

    private java.sql.Connection connection() {
        var state = new HashMap<String, @Nullable Object>(
                Map.of("AutoCommit", true, "ReadOnly", false, "TransactionIsolation",
                        java.sql.Connection.TRANSACTION_READ_COMMITTED));
        return proxy(List.of(java.sql.Connection.class), (self, method, arguments) -> {
            String name = method.getName();
            return switch (name) {
                case "prepareStatement" -> statement((String) arguments[0], arguments.length > 1
                        && arguments[1] instanceof String[] keys ? " keys " + Arrays.toString(keys) : "");
                case "createStatement" -> statement("", "");
                case "commit", "rollback" -> {
                    log.add(name);
                    yield null;
                }
                case "setTransactionIsolation", "setReadOnly", "setAutoCommit" -> {
                    state.put(name.substring(3), arguments[0]);
                    if (!name.equals("setAutoCommit")) {
                        log.add(name + " " + arguments[0]);
                    }
                    yield null;
                }
                case "isReadOnly" -> state.get("ReadOnly");
                case "getAutoCommit", "getTransactionIsolation" -> state.get(name.substring(3));
                case "getHoldability" -> ResultSet.CLOSE_CURSORS_AT_COMMIT;
                case "isValid" -> true;
                case "getMetaData" -> metaData((java.sql.Connection) self);
                default -> defaultValue(method.getReturnType());
            };
        });
    }

    private DatabaseMetaData metaData(java.sql.Connection connection) {
        return proxy(List.of(DatabaseMetaData.class), (self, method, arguments) -> switch (method.getName()) {
            case "getDatabaseProductName" -> product;
            case "getDatabaseProductVersion" -> major + "." + minor + ".0";
            case "getDatabaseMajorVersion" -> major;
            case "getDatabaseMinorVersion" -> minor;
            case "getConnection" -> connection;
            default -> defaultValue(method.getReturnType());
        });
    }

    private Statement statement(String prepared, String suffix) {
        var values = new ArrayList<@Nullable Object>();
        var executed = new String[]{prepared};
        return (Statement) proxy(statementTypes, (self, method, arguments) -> {
            String name = method.getName();
            if (name.equals("registerReturnParameter")) {
                log.add("registerReturnParameter " + arguments[0] + ", " + arguments[1]);
                return null;
            }
            if (name.startsWith("set") && arguments.length >= 2 && arguments[0] instanceof Integer) {
                values.add(name.equals("setNull") ? null : arguments[1]);
                return null;
            }
            return switch (name) {
                case "executeQuery", "executeUpdate", "execute" -> {
                    executed[0] = arguments == null ? prepared : (String) arguments[0];
                    log.add(executed[0] + (values.isEmpty() ? "" : " " + values) + suffix);
                    values.clear();
                    var answer = answer(executed[0]);
                    if (answer != null && answer.failure() != null) {
                        throw answer.failure();
                    }
                    yield name.equals("executeQuery") ? rows(answer)
                            : name.equals("executeUpdate") ? (Object) 1 : (Object) (answer != null);
                }
                case "addBatch" -> {
                    log.add(prepared + " " + values + " batched");
                    values.clear();
                    yield null;
                }
                case "executeBatch" -> {
                    int[] counts = new int[1];
                    counts[0] = 1;
                    yield counts;
                }
                case "getResultSet", "getReturnResultSet", "getGeneratedKeys" -> rows(answer(executed[0]));
                case "getUpdateCount" -> 1;
                case "unwrap" -> self;
                case "isWrapperFor" -> ((Class<?>) arguments[0]).isInstance(self);
                default -> defaultValue(method.getReturnType());
            };
        });
    }

    private @Nullable Answer answer(String sql) {
        return answers.stream().filter(each -> sql.contains(each.part())).findFirst().orElse(null);
    }

    private static ResultSet rows(@Nullable Answer answer) {
        List<String> columns = answer == null ? List.of() : answer.columns();
        List<@Nullable Object[]> rows = answer == null ? List.of() : answer.rows();
        int[] at = {-1};
        boolean[] wasNull = {false};
        return proxy(List.of(ResultSet.class), (self, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("get") && arguments != null && arguments[0] instanceof Integer column) {
                @Nullable Object value = rows.get(at[0])[column - 1];
                wasNull[0] = value == null;
                return converted(value, name.equals("getObject") && arguments.length > 1
                        && arguments[1] instanceof Class<?> type ? type : method.getReturnType());
            }
            return switch (name) {
                case "next" -> ++at[0] < rows.size();
                case "wasNull" -> wasNull[0];
                case "getMetaData" -> metaData(columns);
                default -> defaultValue(method.getReturnType());
            };
        });
    }

    private static ResultSetMetaData metaData(List<String> columns) {
        return proxy(List.of(ResultSetMetaData.class), (self, method, arguments) -> switch (method.getName()) {
            case "getColumnCount" -> columns.size();
            case "getColumnLabel", "getColumnName" -> columns.get((Integer) arguments[0] - 1);
            case "getColumnType" -> java.sql.Types.VARCHAR;
            case "getColumnTypeName" -> "VARCHAR";
            default -> defaultValue(method.getReturnType());
        });
    }

    private static @Nullable Object converted(@Nullable Object value, Class<?> type) {
        if (type == String.class) {
            return value == null ? null : value.toString();
        } else if (value == null) {
            return defaultValue(type);
        } else if (type == long.class) {
            return ((Number) value).longValue();
        } else if (type == int.class) {
            return ((Number) value).intValue();
        } else if (type == short.class) {
            return ((Number) value).shortValue();
        } else if (type == double.class) {
            return ((Number) value).doubleValue();
        } else if (type == float.class) {
            return ((Number) value).floatValue();
        } else if (type == boolean.class) {
            return value instanceof Number number ? number.intValue() != 0 : value;
        }
        return value;
    }

    private static @Nullable Object defaultValue(Class<?> type) {
        return type == boolean.class ? (Object) false : type == int.class ? (Object) 0
                : type == long.class ? (Object) 0L : type == short.class ? (Object) (short) 0
                        : type == double.class ? (Object) 0.0 : type == float.class ? (Object) 0.0f : null;
    }

    @SuppressWarnings("unchecked") // the first interface is that of the caller
    private static <T> T proxy(List<? extends Class<?>> types, InvocationHandler handler) {
        InvocationHandler withIdentity = (self, method, arguments) -> switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == arguments[0];
            case "toString" -> "scripted";
            default -> handler.invoke(self, method, arguments);
        };
        return (T) Proxy.newProxyInstance(types.get(types.size() - 1).getClassLoader() == null
                ? ScriptedJdbc.class.getClassLoader() : types.get(types.size() - 1).getClassLoader(),
                types.toArray(Class<?>[]::new), withIdentity);
    }
}
