package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.*;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.error.InvalidStatementException;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be meant is refused, and never written in part. */
class ImpossibleStatementTest {

    private static final AnsiDialect DIALECT = AnsiDialect.instance();

    @Test
    void anInsertOfNoRowsIsNoInsertOfDefaults() {
        assertThatThrownBy(() -> insertInto(USERS).rows(List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the list is empty");
    }

    @Test
    void rowsWithoutColumnsAreInsertedOneByOne() {
        var insert = insertInto(USERS).rows(List.of(values(), values()));

        assertThatThrownBy(() -> DIALECT.compile(insert)).isInstanceOf(InvalidStatementException.class);
    }

    @Test
    void anUpdateSetsColumnsOfItsTable() {
        var update = update(USERS).set(ADDRESSES.city, "x").where(USERS.id.eq(ADDRESSES.userId));

        assertThatThrownBy(() -> DIALECT.compile(update)).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("\"addresses.city\"");
    }

    @Test
    void aQueryWithoutNamedColumnsFillsTheTable() {
        var insert = insertInto(ADDRESSES).fromSelect(select(ADDRESSES));

        assertThat(insert.sql(DIALECT)).startsWith("INSERT INTO addresses (id, user_id, ");
    }

    @Test
    void aQuerySelectsSomething() {
        var nothing = select(List.of()).from(USERS);

        assertThatThrownBy(() -> DIALECT.compile(nothing)).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("selects nothing");
    }

    @Test
    void framesGoForward() {
        assertThatThrownBy(() -> orderBy(USERS.id).rows(following(3), preceding(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> preceding(-3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-3");
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without the checker do
    void absentPartsAreNamed() {
        assertThatThrownBy(() -> select(USERS.id).where((Condition) null)).hasMessage("condition");
        assertThatThrownBy(() -> USERS.id.in((Collection<Integer>) null)).hasMessage("in");
        assertThatThrownBy(() -> USERS.age.plus((Number) null)).hasMessage("plus");
    }
}
