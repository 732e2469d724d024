package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Every operator of an expression works in a condition, or is refused for a feature that the dialect declares missing.
 * An operator without a sample fails the test.
 */
public abstract class OperatorSuite {

    /** Methods that are not operators: names, orders and the like. */
    private static final Set<String> OTHERS = Set.of("type()", "term()", "rewrite(Rewriter)", "precedence()",
            "as(String)", "asc()", "desc()",
            "nullsFirst()",
            "nullsLast()");

    private final Samples samples = new Samples();
    private Connection connection = Suites.unset();
    private String dialect = "";

    @BeforeEach
    void fill(Engine engine) {
        dialect = engine.dialect().name();
        samples.rows.create(engine);
        connection = engine.connect();
        samples.fill(connection);
        connection.commit();
        collect();
    }

    private void collect() {
        comparisons();
        ranges();
        patterns();
        arithmetic();
        others();
    }

    /** Returns the samples of all operators, as a dialect writes them, without a database. */
    static Samples all(String dialect) {
        OperatorSuite suite = new OperatorSuite() {};
        suite.dialect = dialect;
        suite.collect();
        return suite.samples;
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void everyOperatorHasASample() {
        var methods = Samples.methodsOf(Expression.class, false);
        methods.removeAll(OTHERS);

        assertThat(new TreeSet<>(samples.methods())).isEqualTo(methods);
    }

    @DatabaseTest
    void everyOperatorHoldsOrIsRefusedForAFeature(Engine engine) {
        var problems = new ArrayList<String>();
        for (var sample : samples.all()) {
            try {
                var condition = asCondition(sample);
                var found = connection.execute(select(samples.rows.id).where(condition)).all();
                if (!found.contains(1L)) {
                    problems.add(sample.method() + " does not hold: " + condition);
                }
            } catch (UnsupportedFeatureException refused) {
                var feature = refused.feature();
                if (feature == null || engine.dialect().supports(feature)) {
                    problems.add(sample.method() + ": " + refused.getMessage());
                }
            } catch (RuntimeException e) {
                connection.rollback();
                problems.add(sample.method() + ": " + e);
            }
        }

        assertThat(problems).isEmpty();
    }

    /** Returns what a sample computes as a condition. */
    @SuppressWarnings("unchecked")
    static Condition asCondition(Samples.Sample sample) {
        return condition((Expression<Boolean>) sample.expression().get());
    }

    private void holds(String method, Supplier<Expression<?>> condition) {
        samples.add(method, true, condition);
    }

    private void comparisons() {
        var rows = samples.rows;
        holds("eq(Object)", () -> rows.n.eq(-5));
        holds("eq(Expression)", () -> rows.n.eq(literal(-5)));
        holds("ne(Object)", () -> rows.n.ne(5));
        holds("ne(Expression)", () -> rows.n.ne(literal(5)));
        holds("lt(Object)", () -> rows.d.lt(new BigDecimal("7.26")));
        holds("lt(Expression)", () -> rows.n.lt(literal(0)));
        holds("le(Object)", () -> rows.n.le(-5));
        holds("le(Expression)", () -> rows.n.le(literal(-5)));
        holds("gt(Object)", () -> rows.s.gt("Abc"));
        holds("gt(Expression)", () -> rows.n.gt(literal(-6)));
        holds("ge(Object)", () -> rows.f.ge(2.5));
        holds("ge(Expression)", () -> rows.n.ge(literal(-5)));
        holds("isDistinctFrom(Object)", () -> rows.n.isDistinctFrom(5));
        holds("isDistinctFrom(Object)", () -> rows.n.isDistinctFrom((Integer) null));
        holds("isDistinctFrom(Expression)", () -> rows.n.isDistinctFrom(literal(5)));
        holds("isNotDistinctFrom(Object)", () -> rows.n.isNotDistinctFrom(-5));
        holds("isNotDistinctFrom(Expression)", () -> rows.n.isNotDistinctFrom(rows.n));
        holds("isNull()", () -> rows.n.isNull().negate());
        holds("isNotNull()", () -> rows.n.isNotNull());
    }

    private void ranges() {
        var rows = samples.rows;
        holds("between(Object,Object)", () -> rows.n.between(-5, 0));
        holds("between(Expression,Expression)", () -> rows.n.between(literal(-5), literal(0)));
        holds("between(Object,Expression)", () -> rows.n.between(-5, literal(0)));
        holds("between(Expression,Object)", () -> rows.n.between(literal(-5), 0));
        holds("betweenSymmetric(Object,Object)", () -> rows.n.betweenSymmetric(0, -5));
        holds("betweenSymmetric(Expression,Expression)", () -> rows.n.betweenSymmetric(literal(0), literal(-5)));
        holds("in(Object[])", () -> rows.n.in(1, -5));
        holds("in(Collection)", () -> rows.n.in(List.of(1, -5)));
        holds("in(Selectable)", () -> rows.id.in(select(samples.rows.as("other").column(rows.id))));
        holds("in(Expression,Expression[])", () -> rows.n.in(literal(1), rows.n));
        holds("notIn(Object[])", () -> rows.n.notIn(1, 2));
        holds("notIn(Collection)", () -> rows.n.notIn(List.of()));
        holds("notIn(Selectable)", () -> rows.id.notIn(select(literal(7L))));
        holds("notIn(Expression,Expression[])", () -> rows.n.notIn(literal(1), literal(2)));
    }

    private void patterns() {
        var rows = samples.rows;
        holds("like(Object)", () -> rows.s.like("A_c d%"));
        holds("like(Expression)", () -> rows.s.like(literal("Abc%")));
        holds("like(Object,char)", () -> rows.s.concat("%").like("Abc%!%", '!'));
        holds("like(Expression,char)", () -> rows.s.concat("%").like(literal("Abc%!%"), '!'));
        holds("notLike(Object,char)", () -> rows.s.notLike("Abc%!%", '!'));
        holds("notLike(Expression,char)", () -> rows.s.notLike(literal("Abc%!%"), '!'));
        holds("notLike(Object)", () -> rows.s.notLike("b%"));
        holds("notLike(Expression)", () -> rows.s.notLike(literal("b%")));
        holds("ilike(Object)", () -> rows.s.ilike("aBC%"));
        holds("ilike(Expression)", () -> rows.s.ilike(literal("aBC%")));
        holds("ilike(Object,char)", () -> rows.s.concat("%").ilike("aBC%!%", '!'));
        holds("ilike(Expression,char)", () -> rows.s.concat("%").ilike(literal("aBC%!%"), '!'));
        holds("notIlike(Object,char)", () -> rows.s.notIlike("aBC%!%", '!'));
        holds("notIlike(Expression,char)", () -> rows.s.notIlike(literal("aBC%!%"), '!'));
        holds("notIlike(Object)", () -> rows.s.notIlike("x%"));
        holds("notIlike(Expression)", () -> rows.s.notIlike(literal("x%")));
        holds("startsWith(Object)", () -> rows.s.startsWith("Abc"));
        holds("startsWith(Expression)", () -> rows.s.startsWith(substring(rows.s, 1, 3)));
        holds("endsWith(Object)", () -> rows.s.endsWith("def"));
        holds("endsWith(Expression)", () -> rows.s.concat("%_/").endsWith(literal("f%_/")));
        holds("contains(Object)", () -> rows.s.contains("c d"));
        holds("contains(Expression)", () -> rows.s.contains(literal("c%f")).negate());
        holds("startsWithIgnoreCase(Object)", () -> rows.s.startsWithIgnoreCase("aBC"));
        holds("startsWithIgnoreCase(Expression)", () -> rows.s.startsWithIgnoreCase(literal("aBC")));
        holds("endsWithIgnoreCase(Object)", () -> rows.s.endsWithIgnoreCase("DEF"));
        holds("endsWithIgnoreCase(Expression)", () -> rows.s.endsWithIgnoreCase(literal("DEF")));
        holds("containsIgnoreCase(Object)", () -> rows.s.containsIgnoreCase("C D"));
        holds("containsIgnoreCase(Expression)", () -> rows.s.containsIgnoreCase(literal("C D")));
        holds("regexpMatch(Object)", () -> rows.s.regexpMatch("^A.c"));
        holds("regexpMatch(Expression)", () -> rows.s.regexpMatch(literal("^A.c")));
        holds("regexpMatch(Object,String)", () -> rows.s.regexpMatch("^a.C", "i"));
    }

    private void arithmetic() {
        var rows = samples.rows;
        holds("plus(Number)", () -> rows.n.plus(7).eq(2));
        holds("plus(Expression)", () -> rows.n.plus(literal(7)).eq(2));
        holds("minus(Number)", () -> rows.n.minus(7).eq(-12));
        holds("minus(Expression)", () -> rows.n.minus(literal(7)).eq(-12));
        holds("times(Number)", () -> rows.d.times(2).eq(new BigDecimal("14.50")));
        holds("times(Expression)", () -> rows.n.times(rows.n).eq(25));
        holds("dividedBy(Number)", () -> rows.n.dividedBy(2).eq(-2));
        holds("dividedBy(Expression)", () -> rows.n.dividedBy(literal(2)).eq(-2));
        holds("modulo(Number)", () -> rows.n.modulo(3).eq(-2));
        holds("modulo(Expression)", () -> rows.n.modulo(literal(3)).eq(-2));
        holds("bitwiseAnd(Number)", () -> rows.n.plus(10).bitwiseAnd(6).eq(4));
        holds("bitwiseAnd(Expression)", () -> rows.n.plus(10).bitwiseAnd(literal(6)).eq(4));
        holds("bitwiseOr(Number)", () -> rows.n.plus(10).bitwiseOr(2).eq(7));
        holds("bitwiseOr(Expression)", () -> rows.n.plus(10).bitwiseOr(literal(2)).eq(7));
        holds("bitwiseXor(Number)", () -> rows.n.plus(10).bitwiseXor(1).eq(4));
        holds("bitwiseXor(Expression)", () -> rows.n.plus(10).bitwiseXor(literal(1)).eq(4));
        holds("bitwiseAnd(Number)", () -> rows.n.bitwiseAnd(-2).eq(-6));
        holds("bitwiseOr(Number)", () -> rows.n.bitwiseOr(2).eq(-5));
        holds("bitwiseXor(Number)", () -> rows.n.bitwiseXor(2).eq(-7));
        holds("shiftLeft(Number)", () -> rows.n.shiftLeft(1).eq(-10));
        holds("shiftRight(Number)", () -> rows.n.shiftRight(1).eq(-3));
        holds("shiftRight(Expression)", () -> rows.n.shiftRight(literal(2)).plus(1).eq(-1));
        holds("shiftLeft(Number)", () -> rows.n.plus(10).shiftLeft(2).eq(20));
        holds("shiftLeft(Expression)", () -> rows.n.plus(10).shiftLeft(literal(2)).eq(20));
        holds("shiftRight(Number)", () -> rows.n.plus(10).shiftRight(1).eq(2));
        holds("shiftRight(Expression)", () -> rows.n.plus(10).shiftRight(literal(1)).eq(2));
        holds("plus(TemporalAmount)", () -> rows.at.plus(Duration.ofDays(1)).gt(rows.at));
        holds("plusInterval(Expression)", () -> rows.at.plusInterval(value(Duration.ofDays(1))).gt(rows.at));
        holds("minusInterval(Expression)", () -> rows.at.minusInterval(value(Duration.ofDays(1))).lt(rows.at));
        holds("minus(TemporalAmount)", () -> rows.at.minus(Duration.ofDays(1)).lt(rows.at));
    }

    private void others() {
        var rows = samples.rows;
        holds("concat(Object)", () -> rows.s.concat("!").eq("Abc def!"));
        holds("concat(Expression)", () -> rows.s.concat(literal("!")).eq("Abc def!"));
        holds("collate(String)", () -> rows.s.collate(collation()).eq("Abc def"));
        holds("collate(String,String)", () -> rows.s.collate("pg_catalog", "C").eq("Abc def"));
        holds("cast(SqlType)", () -> rows.n.cast(STRING).eq("-5"));
        holds("op(String,Object)", () -> rows.n.op("<", 0));
        holds("op(String,SqlType,Object)", () -> rows.n.op("+", INTEGER, 5).eq(0));
        holds("op(String,int,SqlType,Object)", () -> rows.n.op("+", 7, INTEGER, 5).eq(0));
    }

    private String collation() {
        return switch (dialect) {
            case "sqlite", "oracle" -> "BINARY";
            case "mssql" -> "Latin1_General_100_BIN2";
            case "postgresql", "duckdb" -> "C";
            default -> "utf8mb4_bin";
        };
    }
}
