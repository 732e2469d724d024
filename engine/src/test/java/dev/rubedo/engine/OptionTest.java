package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.pool.FakeDatabase;
import dev.rubedo.pool.NullPool;
import dev.rubedo.pool.PoolOptions;
import dev.rubedo.pool.QueuePool;
import dev.rubedo.pool.StaticPool;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every option that can be given has an effect. A new one without a proof here fails {@link #everyOptionHasAProof()}. */
class OptionTest {

    private static final Users USERS = new Users();

    /** What reflection makes of a type that it knows by name alone. */
    private static final SqlType<byte[]> BYTES_OF_POINT = new RenamedType<>(Set.of("ansi"), "point", Types.BINARY);

    /** The same type as its user reads it. */
    private static final RenamedType<String> POINT = new RenamedType<>(Set.of("ansi"), "POINT", Types.STRING);

    /** Shows what an option does. */
    @FunctionalInterface
    private interface Proof {
        void run() throws Exception;
    }

    private static final String TRANSLATED = "SELECT \"Acme\".users.id FROM \"Acme\".users";

    private final Map<String, Proof> proofs = new LinkedHashMap<>();

    OptionTest() {
        ofExecutions();
        ofConnections();
        ofTransactions();
        ofPools();
        ofEngines();
    }

    private void ofExecutions() {
        proofs.put("ExecuteOption.fetchSize", () -> assertThat(logOf(ExecuteOption.fetchSize(7)))
                .contains("setFetchSize 7"));
        proofs.put("ExecuteOption.yieldPer", () -> assertThat(logOf(ExecuteOption.yieldPer(7)))
                .contains("setFetchSize 7"));
        proofs.put("ExecuteOption.generatedKeys", () -> assertThatThrownBy(() -> logOf(ExecuteOption.generatedKeys()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("requires an INSERT"));
        proofs.put("ExecuteOption.timeout", () -> assertThat(logOf(ExecuteOption.timeout(Duration.ofSeconds(5))))
                .contains("setQueryTimeout 5"));
        proofs.put("ExecuteOption.tag", () -> assertThat(heardOf(ExecuteOption.tag("report")).tag())
                .isEqualTo("report"));
        proofs.put("ExecuteOption.option", () -> assertThat(heardOf(ExecuteOption.option("tenant", 7)).options())
                .containsExactly(Map.entry("tenant", 7)));
        proofs.put("ExecuteOption.schemaTranslate", () -> {
            assertThat(logOf(ExecuteOption.schemaTranslate("", "Acme"))).contains(TRANSLATED);
            assertThat(logOf(ExecuteOption.schemaTranslate("x", "Acme"))).contains("SELECT users.id FROM users");
        });
        proofs.put("ExecuteOption.onExecute", () -> {
            var seen = new java.util.ArrayList<String>();
            var log = logOf(ExecuteOption.onExecute(execution -> seen.add(execution.sql())));
            assertThat(seen).isEqualTo(log.subList(0, 1)).hasSize(1);
            var heard = new java.util.ArrayList<String>();
            logOf(ExecuteOption.onExecute(execution -> heard.add("one")),
                    ExecuteOption.onExecute(execution -> heard.add("two")));
            assertThat(heard).containsExactly("one", "two");
        });
        proofs.put("ExecuteOption.fromCache", () -> {
            var asked = new java.util.ArrayList<String>();
            var log = logOf(ExecuteOption.fromCache((query, load) -> {
                asked.add(query.sql());
                return load.get();
            }));
            assertThat(asked).isEqualTo(log.subList(0, 1)).hasSize(1);
        });
        proofs.put("ExecuteOption.forStatement", () -> {
            var given = select(USERS.name);
            assertThat(heardOf(ExecuteOption.forStatement(given)).statement()).containsSame(given);
        });
    }

    private static Execution heardWith(UnaryOperator<ConnectionOptions> options) {
        var heard = new java.util.ArrayList<Execution>();
        try (var engine = new FakeJdbc().engine(); var connection = engine.connect()) {
            connection.options(options);
            connection.execute(select(USERS.id), ExecuteOption.onExecute(heard::add));
        }
        return heard.get(0);
    }

    private static Execution heardOf(ExecuteOption option) {
        var heard = new java.util.ArrayList<Execution>();
        try (var engine = new FakeJdbc().engine(); var connection = engine.connect()) {
            engine.listen(new ExecutionListener() {
                @Override
                public void beforeExecute(Execution execution) {
                    heard.add(execution);
                }
            });
            connection.execute(select(USERS.id), option);
        }
        return heard.get(0);
    }

    private static java.util.List<String> logOf(ExecuteOption... option) {
        var driver = new FakeJdbc();
        try (var engine = driver.engine(); var connection = engine.connect()) {
            connection.execute(select(USERS.id), option);
        }
        return driver.log;
    }

    private void ofConnections() {
        proofs.put("ConnectionOptions.isolationLevel", () -> assertThat(
                logOf(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE)))
                .contains("setTransactionIsolation 8"));
        proofs.put("ConnectionOptions.readOnly", () -> assertThat(logOf(options -> options.readOnly(true)))
                .containsSubsequence("setReadOnly true", "setReadOnly false"));
        proofs.put("ConnectionOptions.deferrable", () -> assertThat(logOf(options -> options.deferrable(true)))
                .anyMatch(line -> line.endsWith("AS TRANSACTION DEFERRABLE"))
                .anyMatch(line -> line.endsWith("AS TRANSACTION NOT DEFERRABLE")));
        proofs.put("ConnectionOptions.timeout", () -> assertThat(
                logOf(options -> options.timeout(Duration.ofSeconds(5)))).contains("setQueryTimeout 5"));
        proofs.put("ConnectionOptions.tag", () -> assertThat(heardWith(options -> options.tag("report")).tag())
                .isEqualTo("report"));
        proofs.put("ConnectionOptions.option", () -> assertThat(
                heardWith(options -> options.option("a", 1).option("b", 2)).options())
                .isEqualTo(Map.of("a", 1, "b", 2)));
        proofs.put("ConnectionOptions.schemaTranslate", () -> {
            assertThat(logOf(options -> options.schemaTranslate("", "Acme"))).contains(TRANSLATED);
            assertThat(logOf(options -> options.schemaTranslate(Map.of("", "Acme")))).contains(TRANSLATED);
        });
        proofs.put("ConnectionOptions.fetchSize", () -> assertThat(logOf(options -> options.fetchSize(7)))
                .contains("setFetchSize 7"));
    }

    private static java.util.List<String> logOf(UnaryOperator<ConnectionOptions> options) {
        var driver = new FakeJdbc();
        try (var engine = driver.engine(); var connection = engine.connect()) {
            connection.options(options);
            connection.execute(select(USERS.id));
        }
        return driver.log;
    }

    private void ofTransactions() {
        proofs.put("TransactionOptions.readOnly", () -> assertThat(logOf(TransactionOptions.readOnly()))
                .contains("setReadOnly true"));
        proofs.put("TransactionOptions.deferrable", () -> assertThat(
                logOf(TransactionOptions.readOnly().deferrable()))
                .anyMatch(line -> line.endsWith("AS TRANSACTION DEFERRABLE")));
        proofs.put("TransactionOptions.isolation", () -> assertThat(
                logOf(TransactionOptions.isolation(IsolationLevel.SERIALIZABLE)))
                .contains("setTransactionIsolation 8"));
        proofs.put("TransactionOptions.isolationLevel", () -> assertThat(
                logOf(TransactionOptions.DEFAULT.isolationLevel(IsolationLevel.SERIALIZABLE)))
                .contains("setTransactionIsolation 8"));
        proofs.put("TransactionOptions.timeout", () -> assertThat(
                logOf(TransactionOptions.DEFAULT.timeout(Duration.ofSeconds(5)))).contains("setQueryTimeout 5"));
        proofs.put("TransactionOptions.retry", () -> assertRetries(TransactionOptions.DEFAULT.retry(2)));
        proofs.put("TransactionOptions.retrying", () -> assertRetries(TransactionOptions.retrying(2)));
        proofs.put("TransactionOptions.retryOn", () -> assertRetries("22012",
                TransactionOptions.retrying(2).retryOn(DatabaseException.class)));
    }

    private static java.util.List<String> logOf(TransactionOptions options) {
        var driver = new FakeJdbc();
        try (var engine = driver.engine()) {
            engine.inTransaction(options, connection -> connection.execute(select(USERS.id)));
        }
        return driver.log;
    }

    private static void assertRetries(TransactionOptions options) {
        assertRetries("40P01", options);
    }

    private static void assertRetries(String sqlState, TransactionOptions options) {
        var driver = new FakeJdbc();
        driver.failWith(sqlState);
        try (var engine = driver.engine()) {
            engine.inTransaction(options, connection -> connection.execute(select(USERS.id)));
        }
        assertThat(driver.log).filteredOn(entry -> entry.startsWith("SELECT")).hasSize(2);
    }

    private void ofPools() {
        var second = Duration.ofSeconds(1);
        var impatient = PoolOptions.DEFAULT.withTimeout(Duration.ZERO);
        proofs.put("PoolOptions.withSize", () -> assertLimit(impatient.withSize(2).withMaxOverflow(0), 2));
        proofs.put("PoolOptions.withMaxOverflow", () -> assertLimit(impatient.withSize(1).withMaxOverflow(2), 3));
        proofs.put("PoolOptions.withMaximumWaiters", () -> {
            var pool = new QueuePool(new FakeDatabase(),
                    PoolOptions.DEFAULT.withSize(1).withMaxOverflow(0).withMaximumWaiters(0));
            pool.checkOut();
            assertThatThrownBy(pool::checkOut).hasMessageContaining("0 callers are already waiting");
            pool.close();
        });
        proofs.put("PoolOptions.withTimeout", () -> assertLimit(impatient.withSize(1).withMaxOverflow(0), 1));
        proofs.put("PoolOptions.withRecycle", () -> assertThat(
                openedInTurn(PoolOptions.DEFAULT.withRecycle(Duration.ofNanos(1)))).contains("close 1"));
        proofs.put("PoolOptions.withPrePing", () -> assertThat(
                openedInTurn(PoolOptions.DEFAULT.withPrePing(true))).contains("ping 2"));
        proofs.put("PoolOptions.withLifo", () -> {
            assertThat(reusedFirst(PoolOptions.DEFAULT)).isEqualTo("ping 2");
            assertThat(reusedFirst(PoolOptions.DEFAULT.withLifo(false))).isEqualTo("ping 1");
        });
        proofs.put("PoolOptions.withLeakThreshold", () -> {
            var pool = new QueuePool(new FakeDatabase(),
                    impatient.withSize(1).withMaxOverflow(0).withLeakThreshold(second));
            pool.checkOut();
            assertThatThrownBy(pool::checkOut).hasMessageContaining("OptionTest.java:");
        });
        proofs.put("PoolOptions.withOverflowIdle", () -> assertThat(
                openedInTurn(PoolOptions.DEFAULT.withSize(1).withOverflowIdle(Duration.ZERO)))
                .containsSubsequence("open 2", "close 1"));
    }

    private static void assertLimit(PoolOptions options, int limit) throws Exception {
        var pool = new QueuePool(new FakeDatabase(), options);
        for (int i = 0; i < limit; i++) {
            pool.checkOut();
        }
        assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class);
    }

    private static java.util.List<String> openedInTurn(PoolOptions options) throws Exception {
        var database = new FakeDatabase();
        var pool = new QueuePool(database, options);
        var first = pool.checkOut();
        var second = pool.checkOut();
        pool.checkIn(first);
        pool.checkIn(second);
        pool.checkIn(pool.checkOut());
        pool.checkIn(pool.checkOut());
        return database.log;
    }

    /** Returns which of two connections is used again first. */
    private static String reusedFirst(PoolOptions options) throws Exception {
        return openedInTurn(options.withPrePing(true)).stream().filter(entry -> entry.startsWith("ping")).findFirst()
                .orElseThrow();
    }

    private void ofEngines() {
        // its effect needs Spring: see TransactionTest in the module spring
        proofs.put("EngineBuilder.besideOtherTransactions", () -> assertThatThrownBy(
                () -> Engine.builder("fake://host/db").besideOtherTransactions())
                .hasMessageContaining("for an engine over a DataSource"));
        proofs.put("EngineBuilder.echo", () -> {
            assertThat(new FakeJdbc().engine(builder -> builder.echo(true)).listeners().isEmpty()).isFalse();
            assertThat(new FakeJdbc().engine(builder -> builder.echo(Echo.PARAMETERS)).showsParameters()).isTrue();
        });
        pooled("poolSize", builder -> builder.poolSize(2), PoolOptions.DEFAULT.withSize(2));
        pooled("maximumWaiters", builder -> builder.maximumWaiters(2), PoolOptions.DEFAULT.withMaximumWaiters(2));
        pooled("maxOverflow", builder -> builder.maxOverflow(2), PoolOptions.DEFAULT.withMaxOverflow(2));
        var second = Duration.ofSeconds(1);
        pooled("overflowIdle", builder -> builder.overflowIdle(second), PoolOptions.DEFAULT.withOverflowIdle(second));
        pooled("poolTimeout", builder -> builder.poolTimeout(second), PoolOptions.DEFAULT.withTimeout(second));
        pooled("poolRecycle", builder -> builder.poolRecycle(second), PoolOptions.DEFAULT.withRecycle(second));
        pooled("poolPrePing", builder -> builder.poolPrePing(true), PoolOptions.DEFAULT.withPrePing(true));
        pooled("leakThreshold", builder -> builder.leakThreshold(second),
                PoolOptions.DEFAULT.withLeakThreshold(second));
        pooled("poolUseLifo", builder -> builder.poolUseLifo(false), PoolOptions.DEFAULT.withLifo(false));
        ofLogs();
        proofs.put("EngineBuilder.connectionOptions", () -> {
            var driver = new FakeJdbc();
            try (var engine = driver.engine(builder -> builder.connectionOptions(options -> options.fetchSize(7)))) {
                engine.inTransaction(connection -> connection.execute(select(USERS.id)));
            }
            assertThat(driver.log).contains("setFetchSize 7");
        });
        proofs.put("EngineBuilder.cartesianWarnings", () -> {
            var others = USERS.as("others");
            for (boolean on : new boolean[]{true, false}) {
                try (var log = new LogCapture(Engine.class.getName());
                        var engine = new FakeJdbc().engine(builder -> builder.cartesianWarnings(on))) {
                    engine.prepare(select(USERS.id, others.column(USERS.name)));
                    assertThat(log.take()).hasSize(on ? 1 : 0);
                }
            }
        });
        proofs.put("EngineBuilder.maximumIdentifierLength", () -> {
            try (var engine = new FakeJdbc().engine(builder -> builder.maximumIdentifierLength(7))) {
                assertThat(engine.dialect().traits().maximumIdentifierLength()).isEqualTo(7);
            }
        });
        proofs.put("EngineBuilder.quotedNames", () -> {
            try (var engine = new FakeJdbc().engine(builder -> builder.quotedNames("id"))) {
                assertThat(engine.prepare(select(USERS.id)).sql()).isEqualTo("SELECT users.\"id\" FROM users");
            }
        });
        proofs.put("EngineBuilder.bareNames", () -> {
            try (var engine = new FakeJdbc().engine(builder -> builder.bareNames("Total"))) {
                assertThat(engine.prepare(select(USERS.id.as("Total"))).sql())
                        .isEqualTo("SELECT users.id AS Total FROM users");
            }
            assertThatThrownBy(() -> new FakeJdbc().engine(builder -> builder.bareNames("a b")).dialect())
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cannot be written without");
        });
        proofs.put("EngineBuilder.maximumLabelLength", () -> {
            try (var engine = new FakeJdbc().engine(builder -> builder.maximumLabelLength(7))) {
                assertThat(engine.dialect().traits().maximumLabelLength()).isEqualTo(7);
            }
        });
        proofs.put("EngineBuilder.insertPageSize", () -> {
            try (var engine = new FakeJdbc().engine(builder -> builder.insertPageSize(7))) {
                assertThat(engine.insertPageSize()).isEqualTo(7);
            }
        });
        proofs.put("EngineBuilder.url", () -> {
            try (var engine = new FakeJdbc().engine(builder -> builder.url(DatabaseUrl.of("fake://other/db")))) {
                assertThat(engine.url().host()).isEqualTo("other");
            }
        });
        proofs.put("EngineBuilder.plugin", () -> {
            var heard = new java.util.ArrayList<String>();
            var plugin = new EnginePlugin() {
                @Override
                public String name() {
                    return "own";
                }

                @Override
                public void configure(EngineBuilder builder) {
                    heard.add("configure");
                }
            };
            assertThatThrownBy(() -> builder().plugin(plugin).build()).isInstanceOf(RubedoException.class);
            assertThat(heard).containsExactly("configure");
        });
        proofs.put("EngineBuilder.nullPool", () -> assertThat(poolOf(EngineBuilder::nullPool))
                .isInstanceOf(NullPool.class));
        proofs.put("EngineBuilder.staticPool", () -> assertThat(poolOf(EngineBuilder::staticPool))
                .isInstanceOf(StaticPool.class));
        proofs.put("EngineBuilder.pool", () -> {
            var own = new NullPool(new FakeDatabase());
            assertThat(poolOf(builder -> builder.pool(connector -> own))).isSameAs(own);
        });
        proofs.put("EngineBuilder.isolationLevel", () -> {
            var driver = new FakeJdbc();
            try (var engine = driver.engine(builder -> builder.isolationLevel(IsolationLevel.SERIALIZABLE))) {
                engine.inTransaction(connection -> connection.execute(select(USERS.id)));
            }
            assertThat(driver.log).contains("setTransactionIsolation 8");
        });
        proofs.put("EngineBuilder.connectArgument", () -> {
            var driver = new FakeJdbc();
            assertThatThrownBy(() -> builder().connectArgument("socketTimeout", 5).build(driver))
                    .isInstanceOf(RubedoException.class);
            assertThat(driver.log).containsExactly("target {socketTimeout=5}");
        });
        proofs.put("EngineBuilder.beforeConnect", () -> {
            var seen = new java.util.ArrayList<Map<String, String>>();
            var driver = new RecordingDriver();
            java.sql.DriverManager.registerDriver(driver);
            try (var engine = builder().connectArgument("a", "1")
                    .beforeConnect(properties -> seen.add(Map.copyOf(properties)))
                    .beforeConnect(properties -> properties.put("password", "token" + seen.size()))
                    .build(new FakeJdbc())) {
                for (int i = 0; i < 2; i++) {
                    assertThatThrownBy(engine::connect).hasMessageContaining("does not accept");
                }
                assertThat(driver.seen).containsExactly(Map.of("a", "1", "password", "token1"),
                        Map.of("a", "1", "password", "token2"));
            } finally {
                java.sql.DriverManager.deregisterDriver(driver);
            }
        });
        proofs.put("EngineBuilder.credentials", () -> {
            try (var engine = builder().credentials("a:b", "p@ss").engine(new FakeJdbc(), new FakeJdbc(),
                    NullPool::new)) {
                assertThat(engine.url()).isEqualTo(DatabaseUrl.of("fake://a%3Ab:p%40ss@host/db"));
            }
        });
        proofs.put("EngineBuilder.jsonFormat", () -> {
            var format = new JsonFormat() {
                @Override
                public String write(Object value) {
                    return "";
                }

                @Override
                public Object read(String json, java.lang.reflect.Type type) {
                    throw new UnsupportedOperationException();
                }
            };
            var driver = new FakeJdbc();
            try (var engine = driver.engine(builder -> builder.jsonFormat(format))) {
                engine.connect().close();
                engine.codecs();
            }
            assertThat(driver.jsonFormat).isSameAs(format);
        });
        proofs.put("EngineBuilder.reflectedType", () -> {
            var driver = new FakeJdbc();
            driver.columns = List.of(new ReflectedColumn("at", "point", BYTES_OF_POINT, true, "", false, null, null, "",
                    "", "", ""));
            assertThat(reflectedType(driver, builder -> builder)).isEqualTo(BYTES_OF_POINT);
            assertThat(reflectedType(driver, builder -> builder.reflectedType(POINT))).isEqualTo(POINT);
        });
        proofs.put("EngineBuilder.serverVersion", () -> {
            var driver = new FakeJdbc();
            var version = ServerVersion.of("0.9");
            try (var engine = driver.engine(builder -> builder.serverVersion(version))) {
                engine.prepare(select(USERS.id));
            }
            assertThat(driver.fittedTo()).contains(version);
        });
        proofs.put("EngineBuilder.statementCacheSize", () -> {
            try (var engine = new FakeJdbc().engine(builder -> builder.statementCacheSize(0))) {
                engine.prepare(select(USERS.id));
                assertThat(engine.cachedStatements()).isZero();
            }
        });
        proofs.put("EngineBuilder.slowStatements", () -> {
            try (var log = new LogCapture("dev.rubedo.slow");
                    var engine = new FakeJdbc().engine(builder -> builder.slowStatements(Duration.ZERO))) {
                engine.inTransaction(connection -> connection.execute(select(USERS.id)).all());
                assertThat(log.take()).hasSize(1);
            }
        });
        proofs.put("EngineBuilder.slowStatementPlans", () -> assertThatThrownBy(
                () -> new FakeJdbc().engine(builder -> builder.slowStatementPlans(true)))
                .isInstanceOf(RubedoException.class));
        proofs.put("EngineBuilder.sqlComments", () -> {
            var driver = new FakeJdbc();
            try (var engine = driver.engine(builder -> builder.sqlComments(SqlComments.of("a", "b")))) {
                engine.inTransaction(connection -> connection.execute(select(USERS.id)).all());
            }
            assertThat(driver.log).contains("SELECT users.id FROM users /*a='b'*/");
        });
        proofs.put("EngineBuilder.statementCacheWeight", () -> {
            try (var engine = new FakeJdbc().engine(builder -> builder.statementCacheWeight(100))) {
                engine.prepare(select(USERS.id));
                assertThat(engine.cachedStatements()).isZero();
                assertThat(engine.statistics().compiled().oversized()).isEqualTo(1);
            }
        });
    }

    private void ofLogs() {
        proofs.put("EngineBuilder.echoPool", () -> {
            try (var engine = new FakeJdbc().engine(builder -> builder.echoPool(true))) {
                assertThat(engine.echoPool()).isEqualTo(PoolEcho.CHANGES);
            }
        });
        proofs.put("EngineBuilder.hideParameters", () -> {
            try (var engine = new FakeJdbc().engine(builder -> builder.echo(Echo.ROWS).hideParameters(true))) {
                assertThat(engine.showsParameters()).isFalse();
                assertThat(engine.rowLog()).isNull();
            }
        });
        for (String pool : List.of("", "pool")) {
            proofs.put(pool.isEmpty() ? "EngineBuilder.loggingName" : "EngineBuilder.poolLoggingName", () -> {
                try (var log = new LogCapture(pool.isEmpty() ? "dev.rubedo.sql.own" : "dev.rubedo.pool.own");
                        var engine = new FakeJdbc()
                                .engine(builder -> pool.isEmpty() ? builder.echo(true).loggingName("own")
                                        : builder.echoPool(true).poolLoggingName("own"))) {
                    engine.inTransaction(connection -> connection.execute(select(USERS.id)));
                    assertThat(log.take()).isNotEmpty();
                }
            });
        }
    }

    /** A driver that notes the properties it gets, and gives no connections. */
    private static final class RecordingDriver implements java.sql.Driver {

        private final List<Map<Object, Object>> seen = new java.util.ArrayList<>();

        @Override
        public java.sql.Connection connect(String url, java.util.Properties properties) {
            seen.add(Map.copyOf(properties));
            return null;
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.equals("jdbc:fake:");
        }

        @Override
        public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties properties) {
            return new java.sql.DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public java.util.logging.Logger getParentLogger() {
            throw new UnsupportedOperationException();
        }
    }

    /** Returns the type of the only column that the database has. */
    private static SqlType<?> reflectedType(FakeJdbc driver, UnaryOperator<EngineBuilder> option) {
        try (var engine = driver.engine(option)) {
            return engine.inspect().columns("places").get(0).type();
        }
    }

    private void pooled(String name, UnaryOperator<EngineBuilder> option, PoolOptions expected) {
        proofs.put("EngineBuilder." + name, () -> {
            assertThat(((QueuePool) poolOf(option)).options()).isEqualTo(expected);
            assertThatThrownBy(() -> poolOf(builder -> option.apply(builder).pool(NullPool::new)))
                    .isInstanceOf(RubedoException.class).hasMessageContaining(name);
        });
    }

    private static EngineBuilder builder() {
        return new EngineBuilder(DatabaseUrl.of("fake://host/db"));
    }

    private static dev.rubedo.pool.ConnectionPool poolOf(UnaryOperator<EngineBuilder> option) {
        return option.apply(builder()).chosenPool().apply(new FakeDatabase());
    }

    @TestFactory
    Stream<DynamicTest> everyOptionHasAnEffect() {
        return proofs.entrySet().stream()
                .map(proof -> DynamicTest.dynamicTest(proof.getKey(), () -> proof.getValue().run()));
    }

    @Test
    void everyOptionHasAProof() {
        Set<String> options = new TreeSet<>();
        for (var type : Set.of(ExecuteOption.class, ConnectionOptions.class, TransactionOptions.class,
                PoolOptions.class, EngineBuilder.class)) {
            options.addAll(Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()) && givesBack(type, method))
                    .map(method -> type.getSimpleName() + "." + method.getName()).collect(Collectors.toSet()));
        }

        assertThat(new TreeSet<>(proofs.keySet())).isEqualTo(options);
    }

    private static boolean givesBack(Class<?> type, Method method) {
        return method.getReturnType() == type;
    }
}
