package dev.rubedo.dialect;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.Shop;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.DropTable;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.CustomExpression;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.SqlWriter;
import dev.rubedo.sql.TextClause;
import dev.rubedo.type.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsiDialectTest {

    private final Shop shop = new Shop();
    private final AnsiDialect dialect = AnsiDialect.instance();

    @Test
    void treesPrintThemselves() {
        var query = select(shop.users.name).where(shop.users.age.gt(3)).orderBy(shop.users.name);

        assertThat(query).hasToString("SELECT users.name FROM users WHERE users.age > ? ORDER BY users.name");
        assertThat(shop.users.age.plus(1).times(2)).hasToString("(users.age + ?) * ?");
    }

    @Test
    void aJoinFindsItsConditionByTheForeignKey() {
        var query = select(shop.users.name, shop.addresses.city).join(shop.addresses);

        assertThat(query.sql(dialect))
                .isEqualTo(
                        "SELECT users.name, addresses.city FROM users JOIN addresses ON users.id = addresses.user_id");
    }

    @Test
    void aSubqueryTakesTablesFromAroundIt() {
        var cities = select(count(shop.addresses.id)).where(shop.addresses.userId.eq(shop.users.id)).scalar();

        assertThat(select(shop.users.name, cities.as("n")).sql(dialect)).isEqualTo("SELECT users.name, (SELECT "
                + "count(addresses.id) AS count_1 FROM addresses WHERE addresses.user_id = users.id) AS n FROM users");
    }

    @Test
    void tablesAreMadeAndDropped() {
        assertThat(dialect.compile(new CreateTable(shop.addresses))).isEqualTo("CREATE TABLE addresses ( "
                + "id INTEGER NOT NULL, user_id INTEGER NOT NULL, city VARCHAR(50), PRIMARY KEY (id), "
                + "FOREIGN KEY(user_id) REFERENCES users (id) )");
        assertThat(dialect.compile(new DropTable(shop.addresses))).isEqualTo("DROP TABLE addresses");
    }

    @Test
    void clausesOfTheUserStandWhereTheySay() {
        var query = select(shop.users.id).clauses(TextClause.prefix("/* first */"), TextClause.suffix("/* last */"),
                TextClause.suffix("never").only("other"));

        assertThat(query.sql(dialect)).isEqualTo("SELECT /* first */ users.id FROM users /* last */");
    }

    @Test
    void aClauseMayStandBehindTheTable() {
        var users = shop.users;
        var hint = new TextClause(CustomClause.Place.AFTER_TABLE, "/* hint */", "");

        assertThat(dialect.render(select(users.id).from(users).where(users.id.eq(1)).clauses(hint)))
                .isEqualTo("SELECT users.id FROM users /* hint */ WHERE users.id = ?");
        assertThat(dialect.render(insertInto(users).values(users.id, 1).clauses(hint)))
                .isEqualTo("INSERT INTO users /* hint */ (id, active) VALUES (?, ?)");
        assertThat(dialect.render(update(users).set(users.id, 1).clauses(hint)))
                .isEqualTo("UPDATE users /* hint */ SET id=?");
        assertThat(dialect.render(deleteFrom(users).where(users.id.eq(1)).clauses(hint)))
                .isEqualTo("DELETE FROM users /* hint */ WHERE users.id = ?");
    }

    @Test
    void twoCommonTablesOfOneNameAreRefused() {
        var one = select(shop.users.id).cte("t");
        var other = select(shop.addresses.id).cte("t");
        var query = select(one.column(shop.users.id), other.column(shop.addresses.id));

        assertThatThrownBy(() -> dialect.compile(query)).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("\"t\"");
    }

    @Test
    void anUpdateWithoutColumnsIsRefused() {
        assertThatThrownBy(() -> dialect.compile(update(shop.users))).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("\"users\" sets no column");
    }

    @Test
    void expressionsOfTheUserWriteThemselves() {
        var query = select(new Greatest(List.of(shop.users.age, value(18)))).where(shop.users.id.eq(1));

        assertThat(query.sql(dialect))
                .isEqualTo("SELECT greatest(users.age, ?) AS anon_1 FROM users WHERE users.id = ?");
    }

    /** An expression of one's own. */
    private record Greatest(List<Expression<?>> children) implements CustomExpression<Integer> {

        @Override
        public SqlType<Integer> type() {
            return INTEGER;
        }

        @Override
        public Greatest withChildren(List<Expression<?>> others) {
            return new Greatest(others);
        }

        @Override
        public void write(SqlWriter out) {
            out.sql("greatest(").expression(children.get(0)).sql(", ").expression(children.get(1)).sql(")");
        }
    }
}
