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
    void aTestForAPartOfATextStandsTogether() {
        var begins = users.name.startsWith("a");

        assertThat(sql(begins)).isEqualTo("users.name LIKE ? || '%' ESCAPE '/'");
        assertThat(sql(select(users.id).where(begins)))
                .isEqualTo("SELECT users.id FROM users WHERE (users.name LIKE ? || '%' ESCAPE '/')");
        assertThat(sql(or(begins, not(users.name.contains("b"))))).isEqualTo(
                "(users.name LIKE ? || '%' ESCAPE '/') OR (users.name NOT LIKE '%' || ? || '%' ESCAPE '/')");
        assertThat(sql(select(begins, begins.as("b"), func("f", INTEGER, begins)))).isEqualTo(
                "SELECT users.name LIKE ? || '%' ESCAPE '/' AS anon_1, (users.name LIKE ? || '%' ESCAPE '/') AS b, "
                        + "f((users.name LIKE ? || '%' ESCAPE '/')) AS f_1 FROM users");
        assertThat(sql(select(count().filter(begins)).from(users).groupBy(users.id).having(begins))).isEqualTo(
                "SELECT count(*) FILTER (WHERE (users.name LIKE ? || '%' ESCAPE '/')) AS anon_1 FROM users "
                        + "GROUP BY users.id HAVING (users.name LIKE ? || '%' ESCAPE '/')");
        assertThat(sql(select(users.id).groupBy(begins).orderBy(begins.desc()))).isEqualTo(
                "SELECT users.id FROM users GROUP BY users.name LIKE ? || '%' ESCAPE '/' "
                        + "ORDER BY (users.name LIKE ? || '%' ESCAPE '/') DESC");
        assertThat(sql(select(users.id).join(users.as("o"), begins))).isEqualTo(
                "SELECT users.id FROM users JOIN users AS o ON (users.name LIKE ? || '%' ESCAPE '/')");
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
    void namesThatAreMadeAreNumberedInTheOrderOfTheText() {
        assertThat(sql(select(select(negate(users.age), users.age.plus(1), users.age.eq(1)).subquery()))).isEqualTo(
                "SELECT anon_2.anon_1, anon_2.anon_3, anon_2.anon_4 FROM (SELECT -users.age AS anon_1, "
                        + "users.age + ? AS anon_3, users.age = ? AS anon_4 FROM users) AS anon_2");
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
