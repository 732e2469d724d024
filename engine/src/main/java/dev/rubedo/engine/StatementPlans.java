package dev.rubedo.engine;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.pool.ConnectionPool;
import dev.rubedo.pool.StaticPool;
import dev.rubedo.sql.NamedText;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A reader of the plans of queries that were executed as text. Stateless. */
final class StatementPlans {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Pattern FUNCTION = Pattern.compile("(?i)\\b(?:replace|insert)\\s*\\(");

    private StatementPlans() {}

    static List<String> read(Engine engine, ConnectionPool pool, String sql,
            List<? extends @Nullable Object> parameters) {
        if (!NamedText.codes(sql).stream().allMatch(StatementPlans::isSingleQuery)) {
            throw new InvalidStatementException("Only a single query can be explained, not: " + sql
                    + ". Explain a change with connection.execute(statement.explain()).");
        }
        if (pool instanceof StaticPool) {
            throw new InvalidStatementException("A plan is read on a separate connection, but this engine has only "
                    + "one. Use another pool, or connection.execute(statement.explain()).");
        }
        try (var connection = engine.connect()) {
            var rows = connection.executeDriverSql(explanation(engine) + sql, parameters, ExecuteOption.timeout(LIMIT))
                    .all();
            var lines = new ArrayList<String>();
            for (var row : rows) {
                lines.add(row.values().stream().map(value -> value == null ? "" : value.toString())
                        .collect(Collectors.joining(" | ")));
            }
            return List.copyOf(lines);
        }
    }

    /** Returns whether SQL without its literals and comments is one query; {@code REPLACE(...)} is a function. */
    private static boolean isSingleQuery(String code) {
        return code.indexOf(';') < 0 && !TextEffects.mayChange(FUNCTION.matcher(code).replaceAll(" "));
    }

    /** Returns the keywords that the database requires before a query to explain it. */
    private static String explanation(Engine engine) {
        String one = "1";
        String sql = engine.prepare(Sql.select(Sql.literalColumn(one, Types.INTEGER)).explain()).sql();
        return sql.substring(0, sql.lastIndexOf("SELECT"));
    }
}
