package dev.rubedo.compile;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Statement;
import org.junit.jupiter.api.Test;

/** Where parentheses and names stand around single operands. */
class OperandTextTest {

    private final Shop shop = new Shop();
    private final Shop.Users users = shop.users;

    private static String sql(Expression<?> expression) {
        return AnsiDialect.instance().compile(expression).sql();
    }

    private static String sql(Statement<?> statement) {
        return AnsiDialect.instance().compile(statement).sql();
    }

    @Test
    void twoMinusSignsNeverMeet() {
        assertThat(sql(negate(literal(-5)))).isEqualTo("-(-5)");
        assertThat(sql(negate(literal(5)))).isEqualTo("-5");
        assertThat(AnsiDialect.instance().compileWithValues(select(negate(value(-5)).as("n"))))
                .isEqualTo("SELECT -(-5) AS n");
    }

    @Test
    void operatorsOfOnesOwnStandInParentheses() {
        assertThat(sql(and(users.name.op("@>", "x"), users.id.eq(1))))
                .isEqualTo("(users.name @> ?) AND users.id = ?");
        assertThat(sql(users.age.op("&", INTEGER, 3).plus(1))).isEqualTo("(users.age & ?) + ?");
        assertThat(sql(users.age.eq(1).op("~", users.age.plus(1)))).isEqualTo("(users.age = ?) ~ users.age + ?");
    }

    @Test
    void aLabelChangesNoParentheses() {
        var next = users.age.plus(1).as("next");

        assertThat(sql(next.plus(2))).isEqualTo("users.age + ? + ?");
        assertThat(sql(next.times(2))).isEqualTo("(users.age + ?) * ?");
    }

    @Test
    void valuesOfAnInsertStandInParentheses() {
        assertThat(sql(insertInto(users).values(users.name, users.name.concat("x")).values(users.age, 3)
                .values(users.active, not(users.active)))).isEqualTo(
                        "INSERT INTO users (name, age, active) VALUES ((users.name || ?), ?, NOT users.active)");
    }

    @Test
    void negatedTruthValuesKeepTheirName() {
        assertThat(sql(select(select(not(users.active)).subquery("s"))))
                .isEqualTo("SELECT s.active FROM (SELECT NOT users.active AS active FROM users) AS s");
        assertThat(sql(select(users.active, not(users.active)))).isEqualTo(
                "SELECT users.active, NOT users.active FROM users");
    }

    @Test
    void namesThatAreMadeNeedNoQuotes() {
        Column<Integer> odd = column("my (col)", INTEGER);
        var table = new MetaData().table("my table", odd);

        assertThat(sql(select(odd, table.as("o").column(odd), table.as().column(odd)))).isEqualTo("""
                SELECT "my table"."my (col)", o."my (col)" AS my_col__1, my_table_1."my (col)" AS my_col__2 \
                FROM "my table", "my table" AS o, "my table" AS my_table_1""");
    }

    @Test
    void theChecksOfAColumnStandWithIt() {
        var table = new MetaData().table("t", column("a", INTEGER).notNull().check("a > 0").check("a < 9"));

        assertThat(AnsiDialect.instance().compile(new CreateTable(table)))
                .isEqualTo("CREATE TABLE t ( a INTEGER NOT NULL CHECK (a > 0) CHECK (a < 9) )");
    }
}
