package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.sql.ArrayFunctions;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.Functions;
import dev.rubedo.sql.JsonFunctions;
import dev.rubedo.sql.WindowFunctions;
import dev.rubedo.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Every function of {@code Sql} returns the right value, or is refused for a feature that the dialect declares missing.
 * A function without a sample fails the test.
 */
public abstract class FunctionSuite {

    private static final BigDecimal CLOSE = new BigDecimal("0.000001");

    private final Samples samples = new Samples();
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        samples.rows.create(engine);
        connection = engine.connect();
        if (List.of("mysql", "mariadb").contains(engine.dialect().name())) {
            connection.execute(text("CREATE FULLTEXT INDEX samples_words ON samples (s)"));
        }
        samples.fill(connection);
        connection.commit();
        collect();
    }

    private void collect() {
        numbers();
        texts();
        times();
        choices();
        statistics();
        lists();
        constructors();
        spans();
        aggregates();
        windows();
        documents();
    }

    /** Returns the samples of all functions, without a database. */
    static Samples all() {
        FunctionSuite suite = new FunctionSuite() {};
        suite.collect();
        return suite.samples;
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void everyFunctionHasASample() {
        var methods = Samples.methodsOf(Functions.class, true);
        methods.addAll(Samples.methodsOf(JsonFunctions.class, true));
        methods.addAll(Samples.methodsOf(ArrayFunctions.class, true));
        methods.addAll(Samples.methodsOf(WindowFunctions.class, true));

        assertThat(samples.methods()).isEqualTo(methods);
    }

    @DatabaseTest
    void everyFunctionGivesTheRightValueOrIsRefusedForAFeature(Engine engine) {
        var problems = new ArrayList<String>();
        for (var sample : samples.all()) {
            problem(sample, engine).ifPresent(problems::add);
        }

        assertThat(problems).isEmpty();
    }

    private Optional<String> problem(Samples.Sample sample, Engine engine) {
        try {
            var expression = sample.expression().get();
            var query = sample.isGroup()
                    ? select(expression).from(samples.rows)
                    : select(expression).from(samples.rows).orderBy(samples.rows.id).limit(1);
            var value = connection.execute(query).one();
            return isExpected(value, sample.expected()) ? Optional.empty()
                    : Optional.of(sample.method() + ": " + expression + " gave " + value + " and not "
                            + sample.expected());
        } catch (UnsupportedFeatureException refused) {
            var feature = refused.feature();
            return feature == null || engine.dialect().supports(feature)
                    ? Optional.of(sample.method() + ": " + refused.getMessage())
                    : Optional.empty();
        } catch (RuntimeException e) {
            connection.rollback();
            return Optional.of(sample.method() + ": " + e);
        }
    }

    private static boolean isExpected(@Nullable Object value, @Nullable Object expected) {
        if (expected instanceof Samples.Check check) {
            return check.holds(value);
        }
        if (value instanceof Number number && expected instanceof Number wanted) {
            return new BigDecimal(number.toString()).subtract(new BigDecimal(wanted.toString())).abs()
                    .compareTo(CLOSE) < 0;
        }
        return Objects.equals(value, expected);
    }

    private void numbers() {
        var rows = samples.rows;
        samples.add("abs(Expression)", 5, () -> abs(rows.n));
        samples.add("abs(Expression)", 5, () -> abs(value(-5)));
        samples.add("ceiling(Expression)", new BigDecimal(8), () -> ceiling(rows.d));
        samples.add("ceiling(Expression)", 3.0, () -> ceiling(rows.f));
        samples.add("floor(Expression)", new BigDecimal(7), () -> floor(rows.d));
        samples.add("floor(Expression)", -3.0, () -> floor(rows.f.minus(5.25)));
        samples.add("round(Expression)", 3.0, () -> round(rows.f));
        samples.add("round(Expression)", -5, () -> round(rows.n));
        samples.add("round(Expression,int)", new BigDecimal("7.3"), () -> round(rows.d, 1));
        samples.add("round(Expression,int)", 2.5, () -> round(rows.f, 2));
        samples.add("round(Expression,int)", 2.13, () -> round(rows.f.minus(0.3749), 2));
        samples.add("round(Expression,int)", 3.0, () -> round(rows.f, 0));
        samples.add("round(Expression,int)", -3.0, () -> round(rows.f.times(-1), 0));
        samples.add("round(Expression,int)", 1e20, () -> round(rows.f.times(4e19), 0));
        samples.add("round(Expression,int)", -5, () -> round(rows.n, 0));
        samples.add("round(Expression,int)", -10, () -> round(rows.n, -1));
        samples.add("round(Expression,int)", new BigDecimal(700), () -> round(rows.d.times(100), -2));
        samples.add("round(Expression,int)", 30.0, () -> round(rows.f.plus(23.5), -1));
        samples.group("round(Expression,int)", new BigDecimal("2.0"), () -> round(avg(rows.f), 1));
        samples.group("round(Expression,int)", new BigDecimal("2.67"), () -> round(avg(rows.n), 2));
        samples.add("negate(Expression)", 5, () -> negate(rows.n));
        samples.add("bitwiseNot(Expression)", ~10, () -> bitwiseNot(rows.n.plus(15)));
        samples.check("random()", value -> value instanceof Double, () -> random());
    }

    private void texts() {
        var rows = samples.rows;
        samples.add("lower(Expression)", "abc def", () -> lower(rows.s));
        samples.add("upper(Expression)", "ABC DEF", () -> upper(rows.s));
        samples.add("trim(Expression)", "Abc def", () -> trim(rows.s.concat("  ")));
        samples.add("length(Expression)", 7, () -> length(rows.s));
        samples.add("substring(Expression,int,int)", "bc", () -> substring(rows.s, 2, 2));
        samples.add("replace(Expression,String,String)", "Axc def", () -> replace(rows.s, "b", "x"));
        samples.add("concat(Expression[])", "Abc def-5!", () -> concat(rows.s, rows.n, literal("!")));
        samples.add("regexpReplace(Expression,String,String,String)", "Xbc def",
                () -> regexpReplace(rows.s, "a", "X", "i"));
        samples.add("regexpReplace(Expression,Expression,Expression)", "AXc def",
                () -> regexpReplace(rows.s, value("b"), value("X")));
        samples.add("regexpReplace(Expression,String,String)", "Abc-d-f", () -> regexpReplace(rows.s, "[ e]", "-"));
        samples.add("regexpReplace(Expression,String,String)", "A-c def", () -> regexpReplace(rows.s, "b", "-"));
        samples.add("func(String,SqlType,Object[])", "abc def", () -> func("lower", STRING, rows.s));
        samples.add("func(String,SqlType,Object[])", "x", () -> func("coalesce", STRING, null, "x"));
    }

    private void times() {
        var rows = samples.rows;
        samples.check("now()", value -> isNow((OffsetDateTime) value), () -> now());
        samples.check("currentTimestamp()", value -> isNow((OffsetDateTime) value), () -> currentTimestamp());
        samples.check("localTimestamp()", value -> value instanceof LocalDateTime, () -> localTimestamp());
        samples.check("currentDate()", value -> value instanceof LocalDate day
                && Math.abs(day.toEpochDay() - LocalDate.now().toEpochDay()) < 2, () -> currentDate());
        samples.check("currentTime()", value -> value instanceof LocalTime, () -> currentTime());
        for (var field : Extract.Field.values()) {
            samples.add("extract(Field,Expression)", switch (field) {
                case YEAR -> 2024;
                case QUARTER -> 1;
                case MONTH -> 2;
                case WEEK -> (Samples.Check) week -> week instanceof Integer number && (number == 8 || number == 9);
                case DAY -> 28;
                case DAY_OF_WEEK -> 3;
                case DAY_OF_YEAR -> 59;
                case HOUR -> 13;
                case MINUTE -> 45;
                case SECOND -> 30;
                case EPOCH -> 1_709_127_930;
            }, () -> extract(field, rows.at));
        }
        samples.add("extract(Field,Expression)", 2, () -> extract(Extract.Field.MONTH, rows.day));
        samples.add("extract(Field,Expression)", 45, () -> extract(Extract.Field.MINUTE, rows.hour));
    }

    private static boolean isNow(@Nullable OffsetDateTime value) {
        return value != null
                && Duration.between(value, OffsetDateTime.now()).abs().compareTo(Duration.ofMinutes(10)) < 0;
    }

    private void choices() {
        var rows = samples.rows;
        samples.add("coalesce(Expression,Object)", -5, () -> coalesce(rows.n, 0));
        samples.add("coalesce(Expression,Object)", "none", () -> coalesce(nullif(rows.s, "Abc def"), "none"));
        samples.add("coalesce(Expression,Expression[])", -5, () -> coalesce(nullif(rows.n, -5), rows.n));
        samples.add("nullif(Expression,Object)", null, () -> nullif(rows.n, -5));
        samples.add("nullif(Expression,Object)", -5, () -> nullif(rows.n, 5));
    }

    private void statistics() {
        var rows = samples.rows;
        samples.add("power(Expression,Number)", 25.0, () -> power(rows.n, 2));
        samples.add("power(Expression,Expression)", 6.25, () -> power(rows.f, literal(2)));
        samples.add("quotient(Expression,Expression)", new BigDecimal("-2.5"), () -> quotient(rows.n, literal(2)));
        samples.group("mode(Expression)", true, () -> mode(rows.b));
        samples.group("percentileCont(double,OrderTerm)", 2.5, () -> percentileCont(0.5, rows.f));
        samples.group("percentileCont(double,OrderTerm)", 4.0, () -> percentileCont(0, rows.f.desc()));
        samples.group("percentileDisc(double,Expression)", 3, () -> percentileDisc(0.5, rows.n));
        samples.add("tryCast(Expression,SqlType)", null, () -> tryCast(rows.s, INTEGER));
        samples.add("rollup(Expression[])", -5, () -> grouped(rows, rollup(rows.n)));
        samples.add("cube(Expression[])", -5, () -> grouped(rows, cube(rows.n)));
        samples.add("groupingSets(List)", -5,
                () -> grouped(rows, groupingSets(List.of(List.of(rows.n), List.of(rows.n, rows.s), List.of()))));
        samples.add("grouping(Expression)", 1, () -> {
            var totals = select(grouping(rows.n).as("total")).groupBy(rollup(rows.n)).subquery("t");
            return select(max(totals.column("total", Integer.class))).scalar();
        });
    }

    private static Expression<Integer> grouped(Samples.Rows rows, Expression<?> by) {
        var groups = select(rows.n).groupBy(by).subquery("g");
        return select(min(groups.column(rows.n))).scalar();
    }

    private void lists() {
        var rows = samples.rows;
        var list = value(List.of(3, 5, 7), array(INTEGER));
        samples.check("match(Expression,String)", value -> true, () -> match(rows.s, "abc"));
        samples.add("arrayElement(Expression,int)", 5, () -> arrayElement(list, 2));
        samples.add("arraySlice(Expression,int,int)", List.of(5, 7), () -> arraySlice(list, 2, 3));
        samples.add("arrayOf(SqlType,Object[])", List.of(1, 2), () -> arrayOf(INTEGER, 1, value(2)));
        samples.add("arrayOf(SqlType,Object[])", List.of("a"), () -> arrayOf(STRING, "a"));
        samples.add("arrayOf(SqlType,Object[])", List.of(), () -> arrayOf(INTEGER));
        samples.add("arrayConcat(Expression,Expression)", List.of(3, 5, 7, 9), () -> arrayConcat(list,
                arrayOf(INTEGER, 9)));
        samples.add("arrayLength(Expression)", 3, () -> arrayLength(list));
        samples.add("arrayContainedBy(Expression,List)", true, () -> arrayContainedBy(list, List.of(7, 3, 5, 1)));
        samples.add("arrayContainedBy(Expression,List)", false, () -> arrayContainedBy(list, List.of(7, 3)));
        samples.add("arrayContains(Expression,List)", true, () -> arrayContains(list, List.of(7, 3)));
        samples.add("arrayContains(Expression,List)", false, () -> arrayContains(list, List.of(7, 4)));
        samples.add("arrayOverlaps(Expression,List)", true, () -> arrayOverlaps(list, List.of(4, 5)));
        samples.add("arrayOverlaps(Expression,List)", false, () -> arrayOverlaps(list, List.of(4, 6)));
    }

    private void constructors() {
        var rows = samples.rows;
        var object = new LinkedHashMap<String, Object>();
        object.put("n", -5);
        object.put("it's", "Abc def");
        object.put("b", true);
        object.put("given", "x");
        object.put("none", null);
        object.put("doc", Map.of("a", List.of(1, 2), "t", "x"));
        object.put("list", List.of(1, "y", false));
        samples.add("jsonObject(Object[])", object, () -> jsonObject("n", rows.n, "it's", rows.s, "b", rows.b, "given",
                "x", "none", null, "doc", rows.document, "list", jsonArray(1, "y", false)));
        samples.add("jsonArray(Object[])", Arrays.asList(-5, 7.25, null, true),
                () -> jsonArray(rows.n, rows.d, null, rows.b));
        samples.group("jsonArrayAgg(Expression)", (Samples.Check) list -> list instanceof List<?> all
                && all.size() == 3 && all.containsAll(List.of(-5, 10, 3)), () -> jsonArrayAgg(rows.n));
        samples.group("jsonArrayAgg(Expression)", (Samples.Check) list -> list instanceof List<?> all
                && all.size() == 3 && all.containsAll(List.of(true, false)), () -> jsonArrayAgg(rows.b));
        samples.add("jsonArrayAgg(Expression)", null,
                () -> select(jsonArrayAgg(rows.n)).where(rows.id.eq(99L)).scalar());
        samples.group("jsonObjectAgg(Expression,Expression)", Map.of("Abc def", -5, "x", 10, "y", 3),
                () -> jsonObjectAgg(rows.s, rows.n));
    }

    private void spans() {
        var rows = samples.rows;
        samples.add("durationBetween(Expression,Expression)", Duration.ofHours(2),
                () -> durationBetween(literal(Samples.AT.minusHours(2)), rows.at));
        samples.add("durationBetween(Expression,Expression)", Duration.ofHours(-2),
                () -> durationBetween(rows.at, value(Samples.AT.minusHours(2))));
        samples.add("daysBetween(Expression,Expression)", 30,
                () -> daysBetween(rows.day, value(Samples.DAY.plusDays(30))));
    }

    private void aggregates() {
        var rows = samples.rows;
        samples.group("count()", 3L, () -> count());
        samples.group("count(Expression)", 3L, () -> count(rows.n));
        samples.group("count(Expression)", 2L, () -> count(rows.n).filter(rows.n.gt(0)));
        samples.group("sum(Object)", 8L, () -> sum(rows.n));
        samples.group("sum(OrderTerm)", 8L, () -> sum(rows.n.cast(SMALLINT)));
        samples.group("sum(Expression)", 6.0, () -> sum(rows.f));
        samples.group("sum(Expression,SqlType)", 8L, () -> sum(rows.n, BIGINT));
        samples.group("avg(Expression)", new BigDecimal("2.6667"), () -> round(avg(rows.n), 4));
        samples.group("avg(Expression)", new BigDecimal("2.666666667"),
                () -> round(avg(rows.n.cast(numeric(20, 9))), 9));
        samples.group("avg(Expression)", new BigDecimal("6.25"), () -> avg(rows.d));
        samples.group("avg(Expression)", new BigDecimal("2"), () -> avg(rows.f));
        samples.group("min(Expression)", -5, () -> min(rows.n));
        samples.group("max(Expression)", "y", () -> max(rows.s));
        samples.group("stringAgg(Expression,String)", (Samples.Check) text -> text instanceof String all
                && all.length() == 11 && all.contains("x") && all.contains(","), () -> stringAgg(rows.s, ","));
        samples.group("stringAgg(Expression,String)", "y,x,Abc def",
                () -> stringAgg(rows.s, ",").orderBy(rows.id.desc()));
        samples.group("arrayAgg(Expression)", (Samples.Check) list -> list instanceof List<?> all
                && all.containsAll(List.of(-5, 10, 3)) && all.size() == 3, () -> arrayAgg(rows.n));
    }

    private void windows() {
        var rows = samples.rows;
        var window = orderBy(rows.id.desc());
        samples.add("rowNumber()", 3L, () -> rowNumber().over(window));
        samples.add("rank()", 3L, () -> rank().over(window));
        samples.add("denseRank()", 3L, () -> denseRank().over(window));
        samples.add("percentRank()", 1.0, () -> percentRank().over(window));
        samples.add("cumeDist()", 1.0, () -> cumeDist().over(window));
        samples.add("ntile(int)", 2, () -> ntile(2).over(window));
        samples.add("lag(Expression)", 10, () -> lag(rows.n).over(window));
        samples.add("lag(Expression,int)", 3, () -> lag(rows.n, 2).over(window));
        samples.add("lag(Expression,int,Object)", 99, () -> lag(rows.n, 3, 99).over(window));
        samples.add("lag(Expression,int,Object)", 10, () -> lag(rows.n, 1, 99).over(window));
        samples.add("lead(Expression)", null, () -> lead(rows.n).over(window));
        samples.add("lead(Expression,int)", 3, () -> lead(rows.n, 2).over(orderBy(rows.id)));
        samples.add("lead(Expression,int,Object)", 99, () -> lead(rows.n, 1, 99).over(window));
        samples.add("lead(Expression,int,Object)", 10, () -> lead(rows.n, 1, 99).over(orderBy(rows.id)));
        samples.add("lead(Expression,int,Object)", "none", () -> lead(rows.s, 1, "none").over(window));
        samples.add("firstValue(Expression)", 3, () -> firstValue(rows.n).over(window));
        samples.add("lastValue(Expression)", -5, () -> lastValue(rows.n).over(window));
        samples.add("nthValue(Expression,int)", 10, () -> nthValue(rows.n, 2).over(window));
    }

    private void documents() {
        var rows = samples.rows;
        samples.add("jsonPart(Expression,Object[])", List.of(1, 2), () -> jsonPart(rows.document, "a"));
        samples.add("jsonPart(Expression,Object[])", 2, () -> jsonPart(rows.document, "a", 1));
        samples.add("jsonValue(Expression,SqlType,Object[])", "x", () -> jsonValue(rows.document, STRING, "t"));
        samples.add("jsonValue(Expression,SqlType,Object[])", 2, () -> jsonValue(rows.document, INTEGER, "a", 1));
    }
}
