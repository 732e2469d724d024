package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.ADDRESSES;
import static dev.rubedo.sql.Shop.USERS;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static dev.rubedo.sql.Sql.upper;
import static dev.rubedo.sql.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.AmbiguousColumnException;
import dev.rubedo.error.InvalidStatementException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DmlTest {
    @Test
    void valuesFillOneRow() {
        var insert = insertInto(USERS).values(USERS.name, "ann").values(USERS.age, 30);

        assertThat(insert).isEqualTo(insertInto(USERS).values(USERS.name, "ann", USERS.age, 30));
        assertThat(insert.rows()).hasSize(1);
        assertThat(insert.rows().get(0).columns()).containsExactly(USERS.name, USERS.age);
    }

    @Test
    void theLastValueOfAnUpdatedColumnCounts() {
        assertThat(update(USERS).set(USERS.age, 1).set(USERS.name, "a").set(USERS.age, 2))
                .isEqualTo(update(USERS).set(USERS.age, 2).set(USERS.name, "a"));
    }

    @Test
    void nullIsAParameterLikeAnyValue() {
        String nothing = null;

        var row = insertInto(USERS).values(USERS.email, nothing).rows().get(0);

        assertThat(row.assignments().get(0).value())
                .isEqualTo(new BindParameter<>("", null, false, USERS.email.type()));
        assertThat(insertInto(USERS).setNull(USERS.email).rows().get(0).assignments().get(0).value())
                .isEqualTo(new NullValue<>(USERS.email.type()));
    }

    @Test
    void rowsComeFromSources() {
        var insert = insertInto(USERS).rows(List.of("ann", "bob"), (row, name) -> row.set(USERS.name, name));

        assertThat(insert).isEqualTo(insertInto(USERS)
                .rows(List.of(values().set(USERS.name, "ann"), values().set(USERS.name, "bob"))));
    }

    @Test
    void rowsHaveTheSameColumns() {
        var one = values().set(USERS.name, "ann").set(USERS.age, 1);
        var other = values().set(USERS.name, "bob");

        assertThatIllegalArgumentException().isThrownBy(() -> insertInto(USERS).rows(List.of(one, other)))
                .withMessage("Row 2 fills [name], but row 1 fills [name, age]. All rows of an INSERT must fill the "
                        + "same columns in the same order");
    }

    @Test
    void columnsOfOtherTablesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> insertInto(USERS).values(ADDRESSES.city, "Oslo"))
                .withMessage("Insert into \"users\" cannot fill column \"addresses.city\"");
    }

    @Test
    void valuesAndQueriesExcludeEachOther() {
        var names = select(ADDRESSES.city);

        assertThatIllegalStateException()
                .isThrownBy(() -> insertInto(USERS).values(USERS.name, "a").fromSelect(names, USERS.name));
        assertThatIllegalStateException()
                .isThrownBy(() -> insertInto(USERS).fromSelect(names, USERS.name).values(USERS.name, "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> insertInto(USERS).fromSelect(names, USERS.name, USERS.email))
                .withMessage("fromSelect(): 2 columns are to be filled from a query with 1");
    }

    @Test
    void valuesOfTheWrongTypeAreRefusedOnDynamicColumns() {
        assertThatIllegalArgumentException().isThrownBy(() -> update(USERS).set(USERS.column("age"), "old"))
                .withMessage("set: column \"users.age\" is INTEGER and cannot store String \"old\"");
    }

    @Test
    void setIfPresentLeavesColumnsAlone() {
        Integer nothing = null;

        assertThat(update(USERS).set(USERS.name, "a").setIfPresent(USERS.age, nothing))
                .isEqualTo(update(USERS).set(USERS.name, "a"));
        assertThat(update(USERS).setIfPresent(USERS.age, 3)).isEqualTo(update(USERS).set(USERS.age, 3));
    }

    @Test
    void conflictsUpdateFromTheRowThatWasToBeInserted() {
        var insert = insertInto(USERS).values(USERS.email, "a@x").onConflict(USERS.email)
                .doUpdate(e -> e.set(USERS.email, e.excluded(USERS.email)).where(USERS.age.gt(3)));

        assertThat(insert.conflicts()).containsExactly(new ConflictClause(List.of(USERS.email), "", NoCondition.NONE,
                new ConflictUpdate(List.of(new Assignment<>(USERS.email, new Excluded<>(USERS.email))),
                        USERS.age.gt(3))));
        assertThat(insertInto(USERS).onConflict(USERS.email).doUpdateExcluded(USERS.name).conflicts().get(0).update())
                .isEqualTo(new ConflictUpdate(List.of(new Assignment<>(USERS.name, new Excluded<>(USERS.name))),
                        NoCondition.NONE));
    }

    @Test
    void conflictsThatUpdateNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> insertInto(USERS).onConflict(USERS.email).doUpdate(e -> e))
                .withMessage("doUpdate() sets no column: set one, or use doNothing()");
    }

    @Test
    void returningDecidesWhatRowsGive() {
        Insert<Integer> one = insertInto(USERS).values(USERS.name, "a").returning(USERS.id);
        Insert<Row> several = insertInto(USERS).values(USERS.name, "a").returning(USERS.id, USERS.name);

        assertThat(one.columns()).isEqualTo(List.of(USERS.id));
        assertThat(several.columns()).isEqualTo(List.of(USERS.id, USERS.name));
        assertThat(deleteFrom(USERS).returning(USERS).columns()).isEqualTo(USERS.columns());
    }

    @Test
    void filterByFindsTheColumn() {
        assertThat(deleteFrom(USERS).filterBy("name", "ann")).isEqualTo(deleteFrom(USERS).where(USERS.name.eq("ann")));
        assertThat(select(USERS.id).join(ADDRESSES).filterBy("city", "Oslo").conditions())
                .isEqualTo(ADDRESSES.city.eq("Oslo"));
        assertThatThrownBy(() -> select(USERS.id).filterBy("nick", "x")).isInstanceOf(InvalidStatementException.class)
                .hasMessage(
                        "filterBy: nothing has \"nick\" in [users]. Check the name, or add its table with from() or "
                                + "join() first");
        assertThatThrownBy(() -> select(USERS.id).join(ADDRESSES).filterBy("id", 1))
                .isInstanceOf(AmbiguousColumnException.class)
                .hasMessage("filterBy: \"id\" is in several of [users, addresses]. Use where(...) with the column");
    }

    @Test
    void statementsAreEqualByStructure() {
        assertThat(update(USERS).set(USERS.name, upper(USERS.name)).where(USERS.id.eq(1)))
                .isEqualTo(update(USERS).set(USERS.name, upper(USERS.name)).where(USERS.id.eq(1)))
                .isNotEqualTo(update(USERS).set(USERS.name, upper(USERS.name)).where(USERS.id.eq(2)));
        assertThat(select(USERS.id).limit(3)).isEqualTo(select(USERS.id).limit(3)).isNotEqualTo(select(USERS.id));
    }

    @Test
    void repeatedValuesFillOneRowAndNoColumnTwice() {
        var insert = insertInto(USERS).values(USERS.id, 1, USERS.name, "ann");

        assertThat(insert.values(USERS.age, 3).rows()).hasSize(1);
        assertThatThrownBy(() -> insert.values(USERS.id, 2, USERS.name, "bob"))
                .isInstanceOf(IllegalStateException.class).hasMessage("values(): column \"id\" has a value already. "
                        + "Repeated calls fill the same row; use rows(...) for several rows");
    }
}
