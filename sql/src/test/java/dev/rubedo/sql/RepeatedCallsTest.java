package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.*;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.type.Types;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A method that is called twice adds to what the first call gave, or refuses: nothing that was given is dropped. */
class RepeatedCallsTest {

    @Test
    void ordersAndPartitionsAddUp() {
        assertThat(stringAgg(USERS.name, ",").orderBy(USERS.name).orderBy(USERS.id))
                .hasToString("aggregate_strings(users.name, ',' ORDER BY users.name, users.id)");
        assertThat(partitionBy(USERS.name).partitionBy(USERS.age).orderBy(USERS.id).orderBy(USERS.age))
                .hasToString("(PARTITION BY users.name, users.age ORDER BY users.id, users.age)");
        assertThat(percentileCont(0.5, USERS.age).withinGroup(USERS.id).group()).hasSize(2);
    }

    @Test
    void tablesAndColumnsAddUp() {
        assertThat(select(USERS.name).distinctOn(USERS.name).distinctOn(USERS.age))
                .hasToString("SELECT DISTINCT ON (users.name, users.age) users.name FROM users");
        assertThat(select(USERS.name).forUpdate(lock -> lock.of(USERS).of(USERS.as("x"))).lock())
                .hasToString("FOR UPDATE OF users, users AS x");
        assertThat(select(USERS.name).correlate(USERS).correlate(USERS.as("x")).correlation().froms()).hasSize(2);
        assertThat(Index.on("a").including("b").including("c").includedNames()).containsExactly("b", "c");
    }

    @Test
    void whatExcludesEachOtherIsRefused() {
        refused(() -> select(USERS.name).distinctOn(USERS.name).distinct(),
                "distinct(): the select has distinctOn(...) already. Use one of the two.");
        refused(() -> select(USERS.name).correlate(USERS).correlateExcept(USERS),
                "correlate(...) and correlateExcept(...) exclude each other. Use one of them.");
        refused(() -> insertInto(USERS).fromSelect(select(USERS.name), USERS.name).fromSelect(select(USERS.id),
                USERS.id),
                "This INSERT takes rows from a query already. Combine both by union(...).");
        refused(() -> ExclusionConstraint.of("USING gist (a WITH =)").with("b", "="),
                "The exclusion constraint is defined as a whole by \"USING gist (a WITH =)\". Begin with using(...) to add"
                        + " columns and conditions.");
        refused(() -> ExclusionConstraint.of("USING gist (a WITH =)").where(USERS.age.gt(1)),
                "The exclusion constraint is defined as a whole by \"USING gist (a WITH =)\". Begin with using(...) to add"
                        + " columns and conditions.");
    }

    @Test
    void whatIsEmptyOrImpossibleIsRefused() {
        refused(() -> concat(), "concat() needs an argument");
        refused(() -> rollup(), "rollup() needs an argument");
        refused(() -> cube(), "cube() needs an argument");
        refused(() -> groupingSets(List.of()),
                "groupingSets(): the list is empty. An empty set in it is one group of all");
        refused(() -> USERS.name.collate(" "), "collate(): the name of the collation is empty");
        refused(() -> valuesTable("v", List.of(columnName("a", Types.INTEGER), columnName("a", Types.INTEGER)),
                List.of(List.of(1, 2))), "VALUES \"v\" has two columns of one name: [a, a]");
        refused(() -> select(USERS.name).fetch(101, RowLimit.Form.PERCENT),
                "fetch(101, PERCENT): there are at most 100 percent");
    }

    @Test
    void definitionsWithoutContentAreRefused() {
        refused(() -> UniqueConstraint.on(new String[0]), "A unique constraint needs columns");
        refused(() -> CheckConstraint.of(" "), "The condition of a check constraint is empty");
        refused(() -> ForeignKey.on("a", "b").references("x.y"),
                "The foreign key on [a, b] references [x.y]. Name as many columns as there are referencing ones.");
        refused(() -> Sequence.of("s").between(5L, 1L),
                "Sequence \"s\": the minimum 5 must be less than the maximum 1");
        refused(() -> Sequence.of("s").between(1L, 5L).from(9, 1),
                "Sequence \"s\": the start 9 is more than the maximum 5");
        refused(() -> new Identity(true, 1, 1).between(3L, 5L), "identity(): the start 1 is less than the minimum 3");
        refused(() -> Sequence.of("s").caching(-1), "Sequence \"s\": the number of cached values is -1");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
                .hasMessage(message);
    }
}
