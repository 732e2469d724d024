package dev.rubedo.compile;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rubedo.dialect.AnsiDialect;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledStatementTest {

    private final Shop shop = new Shop();
    private final AnsiDialect dialect = AnsiDialect.instance();

    @Test
    void listsAreWrittenOutWhenTheirLengthsAreKnown() {
        var query = select(shop.users.id).where(shop.users.id.in(1, 2), shop.users.name.notIn("a"));

        var compiled = dialect.compile(query);

        assertThat(compiled.hasExpanding()).isTrue();
        assertThat(compiled.expand(3, 1)).isEqualTo(
                "SELECT users.id FROM users WHERE users.id IN (?, ?, ?) AND (users.name NOT IN (?))");
    }

    @Test
    void anEmptyListIsAConditionThatNoRowMeets() {
        var compiled = dialect.compile(select(shop.users.id).where(shop.users.id.in(1), shop.users.name.notIn("a")));

        assertThat(compiled.expand(0, 0)).isEqualTo("SELECT users.id FROM users WHERE users.id IN (NULL) AND (1 != 1) "
                + "AND (users.name NOT IN (NULL) OR (1 = 1))");
    }

    @Test
    void theNumberOfListsMustFit() {
        var compiled = dialect.compile(select(shop.users.id).where(shop.users.id.in(1)));

        assertThatIllegalArgumentException().isThrownBy(() -> compiled.expand(1, 2)).withMessageContaining("1 lists");
    }

    @Test
    void theRowOfAnInsertCanBeRepeated() {
        var compiled = dialect.compile(
                insertInto(shop.users).values(shop.users.name, "a", shop.users.age, 3).returning(shop.users.id));

        var row = compiled.valuesRow().orElseThrow();

        assertThat(compiled.sql().substring(row.start(), row.end())).isEqualTo("(?, ?, ?)");
        assertThat(row.separator()).isEqualTo(", ");
        assertThat(row.firstBind()).isZero();
        assertThat(row.bindCount()).isEqualTo(3);
        assertThat(compiled.columns()).extracting(ResultColumn::key).containsExactly("id");
    }

    @Test
    void aStatementKnowsHowWhatItGivesBackLeavesTheDriver() {
        var insert = insertInto(shop.users).values(shop.users.name, "a");

        assertThat(dialect.compile(insert.returning(shop.users.id)).keyWay()).isEqualTo(KeyWay.RETURNING);
        assertThat(dialect.compile(insert).keyWay()).isEqualTo(KeyWay.GENERATED_KEYS);
    }

    @Test
    void insertsOfSeveralRowsAndOtherStatementsHaveNoRowToRepeat() {
        var users = shop.users;

        assertThat(dialect.compile(select(users.id)).valuesRow()).isEmpty();
        assertThat(dialect.compile(
                insertInto(users).rows(List.of(values().set(users.name, "a"), values().set(users.name, "b"))))
                .valuesRow())
                .isEmpty();
    }

    @Test
    void defaultsNameTheirColumns() {
        var compiled = dialect.compile(insertInto(shop.users).values(shop.users.name, "a"));

        assertThat(compiled.sql()).isEqualTo("INSERT INTO users (name, active) VALUES (?, ?)");
        assertThat(compiled.binds().get(1).defaultOf()).isSameAs(shop.users.active);
    }

    @Test
    void resultColumnsHaveTheNamesThatRowsGive() {
        var compiled = dialect.compile(select(shop.users.id, shop.addresses.id, count().as("n"), max(shop.users.age)));

        assertThat(compiled.columns()).extracting(ResultColumn::key).containsExactly("id", "id_1", "n", "max_1");
        assertThat(compiled.columns()).extracting(ResultColumn::type).containsExactly(INTEGER, INTEGER, BIGINT,
                INTEGER);
    }
}
