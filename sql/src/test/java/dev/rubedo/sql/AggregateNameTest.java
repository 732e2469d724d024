package dev.rubedo.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which function calls aggregate the rows of a group. */
class AggregateNameTest {

    private static final Shop.Users USERS = Shop.USERS;

    @Test
    void everyAggregateOfTheFunctionsIsOne() {
        for (FunctionCall<?> call : List.of(Sql.count(), Sql.count(USERS.id), Sql.sum(USERS.age), Sql.avg(USERS.age),
                Sql.min(USERS.age), Sql.max(USERS.age), Sql.mode(USERS.age), Sql.percentileCont(0.5, USERS.age),
                Sql.percentileDisc(0.5, USERS.age), Sql.grouping(USERS.age), Sql.arrayAgg(USERS.name),
                Sql.stringAgg(USERS.name, ", "), Sql.jsonArrayAgg(USERS.name),
                Sql.jsonObjectAgg(USERS.name, USERS.age))) {
            assertThat(call.isAggregate()).as(call.name()).isTrue();
        }
    }

    @Test
    void theAggregatesOfDatabasesAreKnownByName() {
        for (String name : List.of("regr_slope", "REGR_COUNT", "approx_count_distinct", "json_group_array",
                "json_arrayagg", "stdevp", "std", "bit_xor")) {
            assertThat(Sql.func(name, Sql.DOUBLE, USERS.age).isAggregate()).as(name).isTrue();
        }
    }

    @Test
    void functionsOfARowAreNoAggregates() {
        for (FunctionCall<?> call : List.of(Sql.jsonArray(1), Sql.jsonObject("a", 1), Sql.abs(USERS.age), Sql.now(),
                Sql.coalesce(USERS.age, 0), Sql.func("regr", Sql.DOUBLE))) {
            assertThat(call.isAggregate()).as(call.name()).isFalse();
        }
    }
}
