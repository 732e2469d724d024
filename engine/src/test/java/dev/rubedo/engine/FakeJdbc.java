package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.pool.Connector;
import dev.rubedo.pool.QueuePool;
import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.NamedTypeCatalog;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.ReflectedPrimaryKey;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.reflect.TypeCatalog;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A driver written by hand: it answers every query with the same rows, keeps a log, and fails when told to. */
final class FakeJdbc implements Connector, Backend {

    /** What the driver was asked to do, in order: SQL with its parameters, and the ends of transactions. */
    final List<String> log = new CopyOnWriteArrayList<>();
    /** The rows of every query. */
    List<Object[]> rows = List.of();
    /** The failures of the next statements; each is used once. */
    final List<SQLException> failures = new CopyOnWriteArrayList<>();
    private final List<SQLException> failuresOfCommit = new CopyOnWriteArrayList<>();
    private final List<ServerVersion> fittedTo = new CopyOnWriteArrayList<>();
    private int versionQuestions;
    /** The format of JSON it was given. */
    JsonFormat jsonFormat;
    /** The columns of every table that reflection asks for. */
    List<ReflectedColumn> columns = List.of();
    /** Whether statements are kept. */
    boolean keepsStatements;
    /** Whether kept statements are used in transactions. */
    boolean keepsStatementsInTransactions = true;
    /** Whether kept statements retain rows that were not read. */
    boolean retainsRows;
    /** How many statements were prepared. */
    int prepared;
    private int connections;
    private int openStatements;

    Engine engine(UnaryOperator<EngineBuilder> options) {
        var builder = options.apply(new EngineBuilder(DatabaseUrl.of("fake://host/db")));
        return builder.engine(this, this, connector -> new QueuePool(connector, dev.rubedo.pool.PoolOptions.DEFAULT));
    }

    Engine engine() {
        return engine(builder -> builder);
    }

    /** Returns how often the version of the server was asked. */
    int versionQuestions() {
        return versionQuestions;
    }

    /** Returns the versions that the backend was fitted to. */
    List<ServerVersion> fittedTo() {
        return fittedTo;
    }

    int connections() {
        return connections;
    }

    int openStatements() {
        return openStatements;
    }

    void failAtCommit(String state) {
        failuresOfCommit.add(new SQLException("failure " + state, state));
    }

    void failWith(String state) {
        failures.add(new SQLException("failure " + state, state));
    }

    @Override
    public synchronized Connection connect() {
        connections++;
        var state = new HashMap<String, Object>(
                Map.of("AutoCommit", true, "TransactionIsolation", Connection.TRANSACTION_READ_COMMITTED));
        return proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> statement((String) arguments[0]);
            case "createStatement" -> statement("");
            case "commit", "rollback" -> {
                log.add(method.getName());
                if (method.getName().equals("commit")) {
                    failures.addAll(failuresOfCommit);
                    failuresOfCommit.clear();
                }
                throwNext();
                yield null;
            }
            case "setTransactionIsolation", "setReadOnly", "setAutoCommit" -> {
                state.put(method.getName().substring(3), arguments[0]);
                if (!method.getName().equals("setAutoCommit")) {
                    log.add(method.getName() + " " + arguments[0]);
                }
                yield null;
            }
            case "getAutoCommit" -> state.get("AutoCommit");
            case "getTransactionIsolation" -> state.get("TransactionIsolation");
            case "getHoldability" -> ResultSet.CLOSE_CURSORS_AT_COMMIT;
            case "isClosed" -> false;
            default -> null;
        });
    }

    private void throwNext() throws SQLException {
        if (!failures.isEmpty()) {
            throw failures.remove(0);
        }
    }

    @Override
    public boolean keepsStatements() {
        return keepsStatements;
    }

    @Override
    public boolean keepsStatementsInTransactions() {
        return keepsStatementsInTransactions;
    }

    @Override
    public boolean retainsRows() {
        return retainsRows;
    }

    private PreparedStatement statement(String sql) {
        prepared++;
        openStatements++;
        var parameters = new ArrayList<Object>();
        var batch = new ArrayList<String>();
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            String name = method.getName();
            if (name.equals("setQueryTimeout") || name.equals("setFetchSize")) {
                log.add(name + " " + arguments[0]);
                return null;
            }
            if (name.startsWith("set") && arguments.length >= 2) {
                parameters.add(name.equals("setNull") ? null : arguments[1]);
                return null;
            }
            return switch (name) {
                case "executeQuery", "executeUpdate", "execute" -> {
                    log.add((arguments == null ? sql : (String) arguments[0])
                            + (parameters.isEmpty() ? "" : " " + parameters));
                    throwNext();
                    yield name.equals("executeQuery") ? results()
                            : name.equals("executeUpdate") ? (Object) 1 : (Object) false;
                }
                case "addBatch" -> {
                    batch.add(parameters.toString());
                    parameters.clear();
                    yield null;
                }
                case "executeBatch" -> {
                    log.add(sql + " batch " + batch);
                    throwNext();
                    int[] counts = new int[batch.size()];
                    java.util.Arrays.fill(counts, 1);
                    batch.clear();
                    yield counts;
                }
                case "close" -> {
                    openStatements--;
                    yield null;
                }
                case "getUpdateCount" -> 0;
                case "clearParameters" -> {
                    parameters.clear();
                    yield null;
                }
                default -> null;
            };
        });
    }

    private ResultSet results() {
        int[] at = {-1};
        boolean[] wasNull = {false};
        var current = rows;
        return proxy(ResultSet.class, (self, method, arguments) -> switch (method.getName()) {
            case "next" -> {
                throwNext();
                yield ++at[0] < current.size();
            }
            case "wasNull" -> wasNull[0];
            case "getLong", "getInt", "getString", "getObject", "getBoolean" -> {
                Object value = current.get(at[0])[(Integer) arguments[0] - 1];
                wasNull[0] = value == null;
                yield converted(value, method.getReturnType());
            }
            default -> null;
        });
    }

    private static Object converted(Object value, Class<?> type) {
        if (type == long.class) {
            return value == null ? 0L : ((Number) value).longValue();
        } else if (type == int.class) {
            return value == null ? 0 : ((Number) value).intValue();
        } else if (type == boolean.class) {
            return value != null && (Boolean) value;
        }
        return value;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        InvocationHandler withIdentity = (self, method, arguments) -> identity(self, method, arguments, handler);
        return type.cast(Proxy.newProxyInstance(FakeJdbc.class.getClassLoader(), new Class<?>[]{type}, withIdentity));
    }

    private static Object identity(Object self, Method method, Object[] arguments, InvocationHandler handler)
            throws Throwable {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == arguments[0];
            case "toString" -> "fake";
            default -> handler.invoke(self, method, arguments);
        };
    }

    @Override
    public Dialect dialect() {
        return AnsiDialect.instance();
    }

    @Override
    public Codecs codecs(JsonFormat format) {
        jsonFormat = format;
        return new Codecs(format, dialect().name());
    }

    @Override
    public JdbcTarget target(DatabaseUrl url, Map<String, String> arguments) {
        log.add("target " + arguments);
        return new JdbcTarget("jdbc:fake:", arguments, "no driver", false);
    }

    @Override
    public ErrorTranslator errors() {
        return new ErrorTranslator() {
            @Override
            protected ErrorKind classify(SQLException failure) {
                return "40P01".equals(failure.getSQLState()) ? ErrorKind.DEADLOCK : ErrorKind.OTHER;
            }

            @Override
            protected String constraint(SQLException failure) {
                return "";
            }
        };
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        fittedTo.add(version);
        return this;
    }

    @Override
    public ServerVersion version(DatabaseMetaData metaData) {
        versionQuestions++;
        return ServerVersion.of(1, 0);
    }

    @Override
    public KeyRetrieval keyRetrieval() {
        return new KeyRetrieval(KeyWay.GENERATED_KEYS, 2);
    }

    @Override
    public SchemaReader schemaReader() {
        return new SchemaReader() {
            @Override
            public TypeCatalog types() {
                return new NamedTypeCatalog(dialect(), Set.of(dialect().name()));
            }

            @Override
            public String defaultSchema(CatalogQueries catalog) {
                return "";
            }

            @Override
            public List<String> schemaNames(CatalogQueries catalog) {
                return List.of();
            }

            @Override
            public List<String> tableNames(CatalogQueries catalog, String schema) {
                return List.of();
            }

            @Override
            public List<String> viewNames(CatalogQueries catalog, String schema) {
                return List.of();
            }

            @Override
            public List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names) {
                return columns.isEmpty() ? List.of()
                        : names.stream().map(name -> new ReflectedTable("", name, "", columns,
                                ReflectedPrimaryKey.of("", List.of()), List.of(), List.of(), List.of(),
                                List.of(), List.of(), Map.of(), List.of(), List.of())).toList();
            }
        };
    }
}
