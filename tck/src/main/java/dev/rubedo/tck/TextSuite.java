package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.NoSuchColumnException;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Hand-written SQL: which parts of it are parameters and which are not. */
public abstract class TextSuite {

    private Shop shop = Suites.unset();
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        shop = Shop.filled(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void aNameInALiteralIsText() {
        connection.execute(text("UPDATE users SET name = 'see :id, it''s :name' WHERE id = :id").bind("id", 2L));

        assertThat(name(2L)).isEqualTo("see :id, it's :name");
        assertThat(name(1L)).isEqualTo("Ada");
    }

    @DatabaseTest
    void aListIsWrittenInParentheses() {
        var chosen = text("SELECT id FROM users WHERE id IN :ids ORDER BY id").columns(shop.users.id);
        var others = text("SELECT id FROM users WHERE id NOT IN :ids ORDER BY id").columns(shop.users.id);

        assertThat(connection.all(chosen.bindAll("ids", List.of(1L, 3L)))).containsExactly(1L, 3L);
        assertThat(connection.all(chosen.bind("ids", List.of(2L)))).containsExactly(2L);
        assertThat(connection.all(others.bind("ids", List.of(1L, 3L)))).containsExactly(2L, 4L);
        var none = List.<Long>of();
        assertThat(connection.all(text("SELECT id FROM users WHERE id IN :ids").bindAll("ids", none, BIGINT)
                .columns(shop.users.id))).isEmpty();
        assertThat(connection.all(text("SELECT id FROM users WHERE id NOT IN :ids").bindAll("ids", none, BIGINT)
                .columns(shop.users.id))).hasSize(4);
        assertThat(connection.all(text("SELECT id FROM users WHERE name IN :names AND age > :age")
                .bind("names", List.of("Ada", "it's")).bind("age", 1).columns(shop.users.id))).hasSize(1);
        assertThatThrownBy(() -> chosen.bind("ids", none)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Use bindAll(\"ids\", list, TYPE)");
        assertThatThrownBy(() -> chosen.bind("ids", List.of(1L, "x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @DatabaseTest
    void parenthesesAroundAListAreNotDoubled() {
        var chosen = text("SELECT id FROM users WHERE id IN (:ids) AND name NOT IN ( 'x', 'y' ) ORDER BY id")
                .columns(shop.users.id);

        assertThat(connection.all(chosen.bind("ids", List.of(1L, 3L)))).containsExactly(1L, 3L);
        assertThat(
                connection.all(text("SELECT id FROM users WHERE id IN (:ids)").bindAll("ids", List.<Long>of(), BIGINT)
                        .columns(shop.users.id)))
                .isEmpty();
        assertThat(connection.all(text("SELECT id FROM users WHERE (id = :id)").bind("id", 2L).columns(shop.users.id)))
                .containsExactly(2L);
    }

    @DatabaseTest
    void nullNeedsNoType() {
        connection.execute(text("UPDATE users SET age = :age WHERE id = :id").bind("age", null).bind("id", 1L));

        assertThat(connection.all(text("SELECT id FROM users WHERE age IS NULL AND id = 1").columns(shop.users.id)))
                .hasSize(1);
    }

    @DatabaseTest
    void nullIsAValueOfAType() {
        var query = text("SELECT count(*) FROM users WHERE age IS NULL AND coalesce(:age, 7) = 7")
                .bind("age", null, INTEGER).columns(literal(0L).as("n"));

        assertThat(connection.one(query)).isEqualTo(1L);
    }

    @DatabaseTest
    void columnsAreFoundByTheirNames() {
        var users = shop.users;
        var query = text("SELECT age, 'x' AS extra, name, id FROM users WHERE id = 1")
                .columnsByName(users.id, users.name.as("NAME"), users.age);
        var row = connection.one(query);

        assertThat(row.get(users.id)).isEqualTo(1L);
        assertThat(row.get("NAME")).isEqualTo("Ada");
        assertThat(row.get(users.age)).isEqualTo(connection.one(select(users.age).where(users.id.eq(1L))));
        assertThat(connection.one(text("SELECT 1 AS other, name FROM users WHERE id = 2").columnsByName(users.name)))
                .isEqualTo(name(2L));
        assertThat(connection.one(text("SELECT 1 AS other, name FROM users WHERE id = 2").columns(users.id)))
                .isEqualTo(1L);
        assertThatThrownBy(() -> connection.one(text("SELECT name FROM users").columnsByName(users.id)))
                .isInstanceOf(NoSuchColumnException.class).hasMessageContaining("no column named \"id\"");
        assertThatThrownBy(() -> connection.one(text("SELECT id FROM users").columnsByName(users.id, shop.orders.id)))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("Several columns");
    }

    @DatabaseTest
    void aQuestionMarkInALiteralIsText() {
        connection.execute(text("UPDATE users SET name = 'who? ?' WHERE id = :id").bind("id", 2L));

        assertThat(name(2L)).isEqualTo("who? ?");
    }

    @DatabaseTest
    void commentsHoldNoParameters() {
        var query = text("""
                SELECT name -- it's :y
                FROM users /* it's :y, "too" */ WHERE id = :id -- :y""").bind("id", 3L);

        assertThat(connection.execute(query).rows().one().get(1)).isEqualTo("Cleo");
    }

    @DatabaseTest
    void aQuotedNameHoldsNoParameters(Engine engine) {
        var quoter = engine.dialect().quoter();
        var query = text("SELECT name AS " + quoter.quoteAlways("it's :y") + " FROM users WHERE id = :id")
                .bind("id", 3L);

        assertThat(connection.execute(query).rows().one().get("it's :y")).isEqualTo("Cleo");
    }

    @DatabaseTest
    void anEscapedColonIsAColonEverywhere() {
        connection.execute(text("UPDATE users SET name = 'at 12\\:30 \\:id' WHERE id = :id").bind("id", 2L));

        assertThat(name(2L)).isEqualTo("at 12:30 :id");
    }

    @DatabaseTest
    void oneNameMayStandTwice() {
        var query = text("SELECT name FROM users WHERE id = :id OR id = :id + 1 ORDER BY id").bind("id", 2L)
                .columns(shop.users.name);

        assertThat(connection.execute(query).all()).containsExactly("Ben", "Cleo");
    }

    @DatabaseTest
    void aValueForANameThatIsOnlyQuotedIsRefused() {
        assertThatThrownBy(() -> text("SELECT name FROM users WHERE name = 'see :id'").bind("id", 2L))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\":id\"");
    }

    @DatabaseTest(except = "postgresql")
    void aQuestionMarkForAValueIsRefused() {
        var query = text("SELECT name FROM users WHERE id = ? AND name = :name").bind("name", "Ada");

        assertThatThrownBy(() -> connection.execute(query)).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("Write :name");
        assertThatThrownBy(() -> connection.execute(select(shop.users.id.op("?", INTEGER, 1))))
                .isInstanceOf(InvalidStatementException.class);
    }

    @DatabaseTest(only = "postgresql")
    void aQuestionMarkIsAnOperatorWhereThereIsOne() {
        var document = text("CAST('{\"a\": 1}' AS jsonb)", UNKNOWN);

        assertThat(connection.execute(text("SELECT CAST('{\"a\": 1}' AS jsonb) ? :key").bind("key", "a")
                .columns(literal(true).as("x"))).one()).isTrue();
        assertThat(connection.execute(select(document.op("?", BOOLEAN, "b"))).one()).isFalse();
        assertThat(connection.execute(select(document.op("??", BOOLEAN, "a"))).one()).isTrue();
        assertThat(connection.execute(select(text("CAST('{\"a\": 1}' AS jsonb) ?| ARRAY[:k]", BOOLEAN).bind("k", "a")))
                .one()).isTrue();
    }

    @DatabaseTest(only = {"postgresql", "h2"})
    void dollarQuotesHoldNoParameters() {
        connection.execute(text("UPDATE users SET name = $$it's :y$$ WHERE id = :id").bind("id", 2L));

        assertThat(name(2L)).isEqualTo("it's :y");
    }

    @DatabaseTest(only = {"postgresql", "h2"})
    void commentsInCommentsHoldNoParameters() {
        var query = text("SELECT name /* a /* :y */ it's :y */ FROM users WHERE id = :id").bind("id", 3L);

        assertThat(connection.execute(query).rows().one().get(1)).isEqualTo("Cleo");
    }

    @DatabaseTest(only = {"mariadb", "mysql", "sqlite"})
    void aCommentEndsAtTheFirstEnd() {
        var query = text("SELECT name /* a /* :y */ FROM users WHERE id = :id /* b */").bind("id", 3L);

        assertThat(connection.execute(query).rows().one().get(1)).isEqualTo("Cleo");
    }

    @DatabaseTest(only = {"postgresql", "h2"})
    void castsAreNoParameters() {
        var query = text("SELECT name FROM users WHERE id = :id::bigint AND '5'::int = 5").bind("id", 3L);

        assertThat(connection.execute(query).rows().one().get(1)).isEqualTo("Cleo");
    }

    @DatabaseTest(only = "postgresql")
    void tagsEscapesAndSlicesAreRead() {
        var query = text("""
                SELECT $q$it's $$ :y$q$, E'it\\'s :y', 'C:\\', array_to_string((ARRAY[7, 8, 9])[:a:3], ';'), U&'d\\0061t :y'
                """).bind("a", 2);

        var row = connection.execute(query).rows().one();

        assertThat(row.get(1)).isEqualTo("it's $$ :y");
        assertThat(row.get(2)).isEqualTo("it's :y");
        assertThat(row.get(3)).isEqualTo("C:\\");
        assertThat(row.get(4)).isEqualTo("8;9");
        assertThat(row.get(5)).isEqualTo("dat :y");
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void backslashesKeepALiteralOpen() {
        connection.execute(text("UPDATE users SET name = 'it\\'s :y' # it's :y\nWHERE id = :id").bind("id", 2L));

        assertThat(name(2L)).isEqualTo("it's :y");
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void twoDashesWithoutASpaceAreNoComment() {
        var query = text("SELECT 5--:x AS a").bind("x", 2L);

        assertThat(connection.execute(query).rows().one().get("a", Long.class)).isEqualTo(7L);
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void aValueInAVersionedCommentIsRefused() {
        var query = text("SELECT :x /*!50000 + :x */ AS a").bind("x", 2L);

        assertThatThrownBy(() -> connection.execute(query)).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("/*!50000");
    }

    @DatabaseTest(only = "sqlite")
    void parametersInTheDatabasesOwnSpellingAreRefused() {
        for (var own : List.of("$y", "@y")) {
            assertThatThrownBy(() -> connection.execute(text("SELECT name FROM users WHERE name = " + own)))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("Write :name");
        }
        assertThat(connection.execute(text("SELECT [name] AS \"$a\" FROM users WHERE id = :id AND '@b' <> '\\:c'")
                .bind("id", 3L)).rows().one().get("$a")).isEqualTo("Cleo");
    }

    private String name(long id) {
        return connection.execute(select(shop.users.name).where(shop.users.id.eq(id))).one();
    }
}
