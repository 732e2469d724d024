package dev.rubedo.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The statements for SQL Server and Oracle, of the record and of the suites of the TCK, in the eyes of two parsers: each
 * is accepted by at least one. What a parser
 * rejects has a reason in {@code parsers/<dialect>.txt}: a line that begins with a parser's name states it, the indented
 * lines below are patterns of statements. A statement that both reject needs a reason under {@code both}; a reason that
 * applies to nothing is an error.
 *
 * <p>The grammar of ShardingSphere takes a minute, so it judges what Druid rejects; with {@code -Drubedo.parsers=all} it
 * judges every statement.
 */
class ParsersTest {

    private static final Pattern STATEMENT = Pattern
            .compile(
                    "(?is)^(?:SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|CREATE|DROP|ALTER|COMMENT|EXEC|EXECUTE|SET|IF|BEGIN|DECLARE|"
                            + "TRUNCATE)\\b.*");
    /** The consent to values for an identity, which two more statements give and withdraw. */
    private static final Pattern IDENTITY = Pattern
            .compile("^SET IDENTITY_INSERT \\S+ ON; |(?:(?<=;)|;) SET IDENTITY_INSERT \\S+ OFF$");
    private static final boolean IS_COMPLETE = "all".equals(System.getProperty("rubedo.parsers"));

    @ParameterizedTest
    @ValueSource(strings = {"mssql", "oracle"})
    void aParserAcceptsEachStatement(String dialect) throws IOException {
        var parsers = new SqlParsers(dialect);
        var reasons = Reasons.of(dialect);
        var unexplained = new ArrayList<String>();
        var statements = statements(dialect);
        var ofSuites = statementsOfSuites(dialect);
        statements.addAll(ofSuites);
        statements.addAll(statementsOfFunctions(dialect));
        for (var sql : statements) {
            var druid = parsers.druid(sql);
            var other = druid.isPresent() || IS_COMPLETE ? parsers.shardingSphere(sql) : druid;
            var rejected = druid.isPresent() && other.isPresent() ? "both"
                    : druid.isPresent() ? "druid" : other.isPresent() ? "shardingsphere" : "";
            if (!rejected.isEmpty() && !reasons.explain(rejected, sql)) {
                unexplained.add(rejected + ": " + sql + "\n    " + druid.orElse("") + "\n    " + other.orElse(""));
            }
        }
        assertThat(unexplained).isEmpty();
        if (!ofSuites.isEmpty()) {
            assertThat(reasons.unused(IS_COMPLETE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mssql", "oracle"})
    void theParsersRejectWhatIsNoSql(String dialect) {
        var parsers = new SqlParsers(dialect);

        assertThat(parsers.druid("SELECT FROM WHERE")).isPresent();
        assertThat(parsers.shardingSphere("SELECT FROM WHERE")).isPresent();
    }

    /** Returns the distinct statements of the corpus and of random constructs; an expression is selected. */
    private static Set<String> statements(String dialect) {
        var found = new LinkedHashSet<String>();
        for (var group : Twins.groups()) {
            Twins.of(group).all().forEach((id, construct) -> add(dialect, construct, found));
        }
        new RandomStatements(17).constructs(250).forEach(construct -> add(dialect, () -> construct, found));
        return found;
    }

    /**
     * Returns the statements that the tests of the dialect's module have left: those of the suites, on the database that
     * stands in for that of the dialect. There are none if those tests were not run. A deeply nested statement is left
     * out, for which the grammar takes all memory.
     */
    private static List<String> statementsOfSuites(String dialect) throws IOException {
        var file = module(dialect).resolve("target/statements-of-suites.txt");
        if (!Files.exists(file)) {
            System.out.println("The statements of the suites for " + dialect + " are not parsed: " + file
                    + " is missing. Run the tests of that module first.");
            return List.of();
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(line -> IDENTITY.matcher(line.strip()).replaceAll(""))
                .filter(sql -> sql.length() < 20_000 && STATEMENT.matcher(sql).matches())
                .toList();
    }

    /** Returns the query of each function and operator, as the newest version of the dialect writes it. */
    private static List<String> statementsOfFunctions(String dialect) throws IOException {
        boolean isOracle = dialect.equals("oracle");
        var file = module(dialect)
                .resolve("src/test/resources/dev/rubedo/dialect/" + (isOracle ? "oracle" : "sqlserver")
                        + "/functions-of-" + (isOracle ? "23" : "16") + ".txt");
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(line -> line.substring(line.indexOf(": ") + 2)).filter(sql -> STATEMENT.matcher(sql).matches())
                .toList();
    }

    private static Path module(String dialect) {
        return Path.of("../dialects", dialect.equals("mssql") ? "sqlserver" : dialect);
    }

    private static void add(String dialect, Supplier<?> supplier, Set<String> found) {
        Object construct;
        List<String> texts;
        try {
            construct = supplier.get();
            texts = Compiled.of(construct, dialect).sql();
        } catch (RuntimeException refused) {
            return; // the corpus tests say so
        }
        for (var text : texts) {
            for (var line : construct instanceof Script ? text.split(";\n|\n(?:GO|/)(?:\n|$)") : text.split(";\n")) {
                var sql = IDENTITY.matcher(line.strip()).replaceAll("");
                if (construct instanceof Condition && !STATEMENT.matcher(sql).matches()) {
                    found.add("SELECT 1 FROM users WHERE " + sql);
                } else if (construct instanceof Expression<?> && !STATEMENT.matcher(sql).matches()) {
                    found.add("SELECT " + sql + " FROM users");
                } else if (STATEMENT.matcher(sql).matches() && !sql.startsWith("BEGIN TRANSACTION")) {
                    found.add(sql.startsWith("MERGE") || sql.endsWith("END;") ? sql : sql.replaceFirst(";$", ""));
                }
            }
        }
    }

    /** The reasons of a dialect, and which of them were needed. Confined to one thread at a time. */
    private record Reasons(Map<String, Map<Pattern, String>> patterns, Set<String> used) {

        static Reasons of(String dialect) throws IOException {
            var patterns = new TreeMap<String, Map<Pattern, String>>();
            var parser = "";
            var reason = "";
            for (var line : Files.readAllLines(Path.of("src/test/resources/parsers/" + dialect + ".txt"),
                    StandardCharsets.UTF_8)) {
                if (line.startsWith("    ")) {
                    patterns.computeIfAbsent(parser, key -> new LinkedHashMap<>()).put(Pattern.compile(line.strip()),
                            reason);
                } else if (!line.isBlank()) {
                    parser = line.substring(0, line.indexOf(':'));
                    reason = line.substring(line.indexOf(':') + 1).strip();
                }
            }
            return new Reasons(patterns, new LinkedHashSet<>());
        }

        boolean explain(String parser, String sql) {
            for (var pattern : patterns.getOrDefault(parser, Map.of()).keySet()) {
                if (pattern.matcher(sql).find()) {
                    used.add(parser + ": " + pattern);
                    return true;
                }
            }
            return false;
        }

        List<String> unused(boolean isComplete) {
            return patterns.entrySet().stream().filter(each -> isComplete || !each.getKey().equals("shardingsphere"))
                    .flatMap(each -> each.getValue().keySet().stream().map(pattern -> each.getKey() + ": " + pattern))
                    .filter(each -> !used.contains(each)).toList();
        }
    }
}
