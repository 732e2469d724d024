package dev.rubedo.orm.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rubedo.compile.BindSlot;
import dev.rubedo.compile.CompiledStatement;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.mysql.MysqlDialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.result.Result;
import dev.rubedo.sql.Statement;
import dev.rubedo.testing.LoggedStatement;
import dev.rubedo.testing.StatementLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The recorded cases, from a folder that the environment names, and their comparison with what sessions do.
 * Thread-safe.
 */
final class GoldenRecord {

    /** A text of several rows, which the record has once for each row. */
    private static final Pattern ROWS = Pattern.compile("(INSERT INTO .* VALUES \\([^)]*\\))(, \\([^)]*\\))+");

    /** What both texts have alike is left out before they are compared, with the reason why the texts differ. */
    private record Rule(Pattern text, String replacement, String reason) {
        private Rule(String text, String replacement, String reason) {
            this(Pattern.compile(text), replacement, reason);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("(INSERT .*) RETURNING .*", "$1", "which keys and defaults come back is up to the statement"),
            new Rule("\\.(kind|type) IN \\(\\?\\)", ".$1 = ?", "a list of one class is a comparison"),
            new Rule("vehicles\\.owner_id, vehicles\\.doors, vehicles\\.payload", "vehicles.owner_id",
                    "columns of subclasses in the same table are read with the superclass, without another statement"),
            new Rule("SELECT engineers\\.id, employees\\.id AS id_1,", "SELECT employees.id,",
                    "the key of the joined table is that of the root"));

    private static final Map<String, Dialect> DIALECTS = Map.of("postgresql", new PostgresDialect(), "mysql",
            new MysqlDialect(), "mariadb", new MariadbDialect(), "sqlite", new SqliteDialect());

    private GoldenRecord() {}

    /** A statement with its rows of values, in the order of the markers. */
    record Sent(String sql, List<List<String>> rows) {}

    /** Returns the cases of a group; the test is skipped without the folder. */
    static JsonNode cases(String group) {
        String folder = System.getenv("RUBEDO_GOLDEN");
        assumeTrue(folder != null, "Recorded SQL is not there: set RUBEDO_GOLDEN to its folder");
        try {
            return new ObjectMapper().readTree(Files.readString(Path.of(folder, group + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the twins of a group, each on fresh rows, and compares statements, values and results. */
    static void compare(String group, Map<String, Function<Session, @Nullable Object>> twins,
            Map<String, String> otherForm, Engine engine, StatementLog statements) {
        SoftAssertions softly = new SoftAssertions();
        JsonNode cases = cases(group);
        SessionFactory sessions = GoldenRows.filled(engine, statements);
        List<String> compared = new ArrayList<>();
        for (JsonNode recorded : cases) {
            String id = recorded.get("id").asString().substring(group.length() + 1);
            Function<Session, @Nullable Object> twin = twins.get(id);
            if (twin == null || !recorded.has("trace")) {
                continue;
            }
            GoldenRows.restore(engine);
            GoldenRows.prepare(engine, id);
            statements.clear();
            compared.add(id);
            try (Session session = sessions.open()) {
                Object result = twin.apply(session);
                softly.assertThat(new ObjectMapper().valueToTree(result).toString()).as(id)
                        .isEqualTo(recorded.has("result") ? recorded.get("result").toString() : "null");
            } catch (RuntimeException | AssertionError e) {
                softly.fail(id + ": " + e, e);
            }
            if (otherForm.containsKey(id)) {
                softly.assertThat(sent(statements)).as(id + " differs: " + otherForm.get(id))
                        .isNotEqualTo(sent(recorded));
            } else {
                softly.assertThat(sent(statements)).as(id).containsExactlyElementsOf(sent(recorded));
            }
        }
        softly.assertThat(Set.copyOf(compared)).as("cases of " + group).isEqualTo(twins.keySet());
        softly.assertAll();
    }

    /** Executes the twins of recorded queries and compares their text and values. */
    static void compareQueries(String group, Map<String, Statement<?>> twins, Map<String, String> otherForm,
            Engine engine, StatementLog statements) {
        SoftAssertions softly = new SoftAssertions();
        JsonNode cases = cases(group);
        SessionFactory sessions = GoldenRows.filled(engine, statements);
        List<String> compared = new ArrayList<>();
        for (JsonNode recorded : cases) {
            String id = recorded.get("id").asString().substring(group.length() + 1);
            Statement<?> twin = twins.get(id);
            if (twin == null) {
                continue;
            }
            compared.add(id);
            statements.clear();
            try (Session session = sessions.open()) {
                Result<?> result = session.execute(twin);
                if (result.returnsRows()) {
                    result.all();
                }
            } catch (DatabaseException e) {
                softly.assertThat(statements.count()).as(id + ": " + e).isEqualTo(1);
            }
            JsonNode expected = recorded.get("norm").get("sqlite");
            String text = normalized(expected.get("sql").asString());
            String sent = normalized(statements.texts().get(0));
            if (otherForm.containsKey(id)) {
                softly.assertThat(sent).as(id + " differs: " + otherForm.get(id)).isNotEqualTo(text);
            } else {
                softly.assertThat(sent).as(id).isEqualTo(text);
            }
            softly.assertThat(statements.all().get(0).parameters().get(0).stream().map(GoldenRecord::text).toList())
                    .as(id).isEqualTo(expected.get("params").valueStream().map(GoldenRecord::text).toList());
        }
        softly.assertThat(compared).containsExactlyInAnyOrderElementsOf(twins.keySet());
        softly.assertAll();
    }

    /** Compiles the twins of recorded queries for other databases and compares their text. */
    static void compareText(String group, Map<String, Statement<?>> twins, Map<String, String> otherForm) {
        SoftAssertions softly = new SoftAssertions();
        int compared = 0;
        for (JsonNode recorded : cases(group)) {
            String id = recorded.get("id").asString().substring(group.length() + 1);
            Statement<?> twin = twins.get(id);
            if (twin == null || otherForm.containsKey(id) || isLoading(twin)) {
                continue;
            }
            for (Map.Entry<String, Dialect> dialect : DIALECTS.entrySet()) {
                String text = recorded.get("norm").get(dialect.getKey()).get("sql").asString();
                softly.assertThat(normalized(text(twin, dialect.getValue()))).as(id + " on " + dialect.getKey())
                        .isEqualTo(normalized(text));
                compared++;
            }
        }
        softly.assertThat(compared).isGreaterThan(twins.size());
        softly.assertAll();
    }

    /** Returns whether a session has to load objects or let them follow, which a statement alone does not show. */
    private static boolean isLoading(Statement<?> twin) {
        return !twin.statementOptions().isEmpty();
    }

    private static String text(Statement<?> twin, Dialect dialect) {
        CompiledStatement compiled = dialect.compile(GoldenRows.MODEL.resolve(twin));
        int[] sizes = compiled.binds().stream().filter(BindSlot::expanding).mapToInt(any -> 1).toArray();
        return compiled.expand(sizes).replaceAll("\\s+", " ").strip();
    }

    private static List<Sent> sent(JsonNode recorded) {
        List<Sent> sent = new ArrayList<>();
        for (JsonNode entry : recorded.get("trace").get("sqlite")) {
            if (entry.has("norm")) {
                List<List<String>> rows = new ArrayList<>();
                JsonNode parameters = entry.get("params");
                if (!parameters.isEmpty() && parameters.get(0).isArray()) {
                    parameters.forEach(row -> rows.add(row.valueStream().map(GoldenRecord::text).toList()));
                } else {
                    rows.add(parameters.valueStream().map(GoldenRecord::text).toList());
                }
                add(sent, entry.get("norm").asString(), rows);
            }
        }
        return sent;
    }

    private static List<Sent> sent(StatementLog statements) {
        List<Sent> sent = new ArrayList<>();
        for (LoggedStatement one : statements.all()) {
            add(sent, one.normalized(), one.parameters().stream().map(row -> row.stream().map(GoldenRecord::text)
                    .toList()).toList());
        }
        return sent;
    }

    /** Returns a text without the differences that have a rule. */
    static String normalized(String sql) {
        String text = sql;
        for (Rule rule : RULES) {
            text = rule.text.matcher(text).replaceAll(rule.replacement);
        }
        return text;
    }

    private static void add(List<Sent> sent, String sql, List<List<String>> rows) {
        String text = normalized(sql);
        List<List<String>> each = rows;
        if (ROWS.matcher(text).matches()) {
            text = ROWS.matcher(text).replaceFirst("$1");
            int width = (int) text.chars().filter(one -> one == '?').count();
            List<String> all = rows.get(0);
            each = new ArrayList<>();
            for (int at = 0; at < all.size(); at += width) {
                each.add(all.subList(at, at + width));
            }
        }
        if (!sent.isEmpty() && sent.getLast().sql().equals(text) && !text.startsWith("SELECT ")) {
            List<List<String>> joined = new ArrayList<>(sent.removeLast().rows());
            joined.addAll(each);
            each = joined;
        }
        sent.add(new Sent(text, List.copyOf(each)));
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? text((Object) value.decimalValue())
                : value.isNull() ? "null" : value.isString() ? value.asString() : value.toString();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean flag -> flag ? "1" : "0";
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    /** Runs an access that must be refused with this error. */
    static @Nullable Object refused(Class<? extends RuntimeException> error, Runnable access) {
        try {
            access.run();
        } catch (RuntimeException e) {
            assertThat(e).isInstanceOf(error);
            return null;
        }
        throw new AssertionError("nothing was refused");
    }
}
