package dev.rubedo.engine;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the options of an engine from the entries of a configuration file. Case, hyphens and underscores in names
 * are ignored. Stateless.
 */
final class EngineConfiguration {

    private static final String KNOWN = "url, user, password, echo, echo_pool, hide_parameters, slow_statements, "
            + "slow_statement_plans, "
            + "sql_comment.<name>, logging_name, "
            + "pool_logging_name, pool_size, max_overflow, overflow_idle, pool_timeout, pool_recycle, pool_pre_ping, "
            + "pool_use_lifo, leak_threshold, maximum_waiters, poolclass, isolation_level, query_cache_size, "
            + "statement_cache_weight, insertmanyvalues_page_size, "
            + "enable_from_linting, max_identifier_length, label_length, timeout, fetch_size, server_version, "
            + "connect_args.<name>";

    private final String prefix;
    private final EngineBuilder builder;
    private @Nullable SqlComments comments;

    private EngineConfiguration(String prefix, EngineBuilder builder) {
        this.prefix = prefix;
        this.builder = builder;
    }

    static EngineBuilder read(Map<?, ?> configuration, String prefix) {
        var entries = new TreeMap<String, String>();
        configuration.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.startsWith(prefix)) {
                entries.put(name.substring(prefix.length()), String.valueOf(value).strip());
            }
        });
        String url = take(entries, "url");
        if (url == null) {
            throw new RubedoException(ErrorCode.CONFIGURATION, "The configuration has no entry \"" + prefix
                    + "url\". Add one with the database URL.");
        }
        var builder = Engine.builder(url);
        String user = take(entries, "user");
        user = user == null ? take(entries, "username") : user;
        String password = take(entries, "password");
        if (user != null || password != null) {
            builder.url(builder.url().withUser(user == null ? builder.url().user().orElse(null) : user)
                    .withPassword(password == null ? builder.url().password().orElse(null) : password));
        }
        var reader = new EngineConfiguration(prefix, builder);
        entries.forEach(reader::apply);
        return builder;
    }

    private static @Nullable String take(Map<String, String> entries, String name) {
        return entries.remove(name);
    }

    private void apply(String name, String value) {
        for (String arguments : new String[]{"connect_args.", "connectArgument.", "connect-argument."}) {
            if (name.startsWith(arguments)) {
                builder.connectArgument(name.substring(arguments.length()), value);
                return;
            }
        }
        if (name.startsWith("sql_comment.") || name.startsWith("sql-comment.")) {
            comments = comments == null ? SqlComments.of(name.substring(12), value)
                    : comments.with(name.substring(12), value);
            builder.sqlComments(comments);
            return;
        }
        try {
            set(name, value);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new RubedoException(ErrorCode.CONFIGURATION, "The configuration entry \"" + prefix + name
                    + "\" has the invalid value \"" + value + "\": " + e.getMessage(), e);
        }
    }

    private void set(String name, String value) {
        switch (name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT)) {
            case "echo" -> builder.echo(echo(value));
            case "echopool" -> builder.echoPool(poolEcho(value));
            case "hideparameters" -> builder.hideParameters(bool(value));
            case "loggingname" -> builder.loggingName(value);
            case "poolloggingname" -> builder.poolLoggingName(value);
            case "poolsize" -> builder.poolSize(Integer.parseInt(value));
            case "maxoverflow" -> builder.maxOverflow(Integer.parseInt(value));
            case "maximumwaiters" -> builder.maximumWaiters(Integer.parseInt(value));
            case "overflowidle" -> builder.overflowIdle(duration(value));
            case "pooltimeout" -> builder.poolTimeout(duration(value));
            case "poolrecycle" -> builder.poolRecycle(value.startsWith("-") ? Duration.ZERO : duration(value));
            case "poolpreping" -> builder.poolPrePing(bool(value));
            case "leakthreshold" -> builder.leakThreshold(duration(value));
            case "pooluselifo" -> builder.poolUseLifo(bool(value));
            case "poolclass", "pool" -> pool(value);
            case "isolationlevel" -> builder.isolationLevel(constant(IsolationLevel.class, value));
            case "querycachesize", "statementcachesize" -> builder.statementCacheSize(Integer.parseInt(value));
            case "slowstatements" -> builder.slowStatements(duration(value));
            case "slowstatementplans" -> builder.slowStatementPlans(bool(value));
            case "statementcacheweight" -> builder.statementCacheWeight(Long.parseLong(value));
            case "insertmanyvaluespagesize", "insertpagesize" -> builder.insertPageSize(Integer.parseInt(value));
            case "enablefromlinting", "cartesianwarnings" -> builder.cartesianWarnings(bool(value));
            case "maxidentifierlength", "maximumidentifierlength" ->
                builder.maximumIdentifierLength(Integer.parseInt(value));
            case "labellength", "maximumlabellength" -> builder.maximumLabelLength(Integer.parseInt(value));
            case "timeout" -> builder.connectionOptions(options -> options.timeout(duration(value)));
            case "fetchsize" -> builder.connectionOptions(options -> options.fetchSize(Integer.parseInt(value)));
            case "serverversion" -> builder.serverVersion(ServerVersion.of(value));
            case "future" -> requireTrue(value);
            default -> throw new RubedoException(ErrorCode.CONFIGURATION, "The configuration entry \"" + prefix + name
                    + "\" is not an option of an engine. Its options are " + KNOWN + ".");
        }
    }

    private static Echo echo(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "debug" -> Echo.ROWS;
            case "true", "false", "on", "off", "yes", "no", "1", "0" -> bool(value) ? Echo.SQL : Echo.NONE;
            default -> constant(Echo.class, value);
        };
    }

    private static PoolEcho poolEcho(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "debug" -> PoolEcho.USES;
            case "true", "false", "on", "off", "yes", "no", "1", "0" -> bool(value) ? PoolEcho.CHANGES : PoolEcho.NONE;
            default -> constant(PoolEcho.class, value);
        };
    }

    private void pool(String value) {
        switch (value.replace("Pool", "").toLowerCase(Locale.ROOT)) {
            case "queue" -> { /* the default */ }
            case "null" -> builder.nullPool();
            case "static" -> builder.staticPool();
            default -> throw new IllegalArgumentException("it must be QueuePool, NullPool or StaticPool");
        }
    }

    private static void requireTrue(String value) {
        if (!bool(value)) {
            throw new IllegalArgumentException("it can only be true, as in SQLAlchemy 2");
        }
    }

    private static boolean bool(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw new IllegalArgumentException("it must be true or false");
        };
    }

    private static Duration duration(String value) {
        return value.matches("\\d+(\\.\\d+)?") ? Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000))
                : Duration.parse(value);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String value) {
        return Enum.valueOf(type, value.replace(' ', '_').replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
