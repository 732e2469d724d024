package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.ADDRESSES;
import static dev.rubedo.sql.Shop.ORDERS;
import static dev.rubedo.sql.Shop.USERS;
import static dev.rubedo.sql.Sql.extract;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.tuple;
import static dev.rubedo.sql.Sql.value;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.DOUBLE;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.NUMERIC;
import static dev.rubedo.type.Types.TEXT;
import static dev.rubedo.type.Types.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rubedo.type.WholeResultType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperandTypeTest {
    @Test
    void textOperatorsRefuseOtherTypes() {
        assertThatIllegalArgumentException().isThrownBy(() -> USERS.age.like(3)).withMessage(
                "like needs a text, but column \"users.age\" is INTEGER. Use cast(TYPE) if that is meant");
        assertThatIllegalArgumentException().isThrownBy(() -> USERS.active.startsWith(true)).withMessage(
                "startsWith needs a text, but column \"users.active\" is BOOLEAN. Use cast(TYPE) if that is meant");
        assertThatIllegalArgumentException().isThrownBy(() -> USERS.age.concat(3))
                .withMessageStartingWith("concat needs a text, but column \"users.age\" is INTEGER.");
        assertThatIllegalArgumentException().isThrownBy(() -> USERS.age.collate("C"))
                .withMessageStartingWith("collate needs a text");
        assertThatIllegalArgumentException().isThrownBy(() -> USERS.age.regexpMatch(3))
                .withMessageStartingWith("regexpMatch needs a text");
    }

    @Test
    void arithmeticRefusesOtherTypes() {
        assertThatIllegalArgumentException().isThrownBy(() -> USERS.name.plus(3)).withMessage(
                "plus needs a number, but column \"users.name\" is TEXT. Use cast(TYPE) if that is meant");
        assertThatIllegalArgumentException().isThrownBy(() -> USERS.name.plus(Duration.ofDays(1))).withMessage(
                "plus(amount of time) needs a date, a time or a timestamp, but column \"users.name\" is TEXT. "
                        + "Use cast(TYPE) if that is meant");
        assertThatIllegalArgumentException().isThrownBy(() -> extract(Extract.Field.YEAR, USERS.name))
                .withMessageStartingWith("extract needs a date");
    }

    @Test
    void castOpensEveryOperator() {
        assertThat(USERS.age.cast(TEXT).like("1%")).isInstanceOf(Like.class);
    }

    @Test
    void dynamicColumnsCheckTheirValues() {
        var age = USERS.column("age");

        assertThatIllegalArgumentException().isThrownBy(() -> age.eq("old"))
                .withMessage("=: column \"users.age\" is INTEGER and cannot be compared with String \"old\"");
        assertThatIllegalArgumentException().isThrownBy(() -> age.in(1, "two"))
                .withMessage("in: column \"users.age\" is INTEGER and cannot be compared with String \"two\"");
        assertThat(age.eq(5)).isEqualTo(USERS.age.eq(5));
        assertThat(age.eq(5L)).isEqualTo(
                new Comparison(USERS.age, Operator.EQ, new BindParameter<>("", 5L, false, BIGINT)));
    }

    @Test
    void dynamicColumnsTakeQueriesAndExpressions() {
        var id = USERS.column("id");
        var owners = select(ADDRESSES.userId);
        Object boxed = owners;

        assertThat(id.in(owners)).isEqualTo(new InSelect(USERS.id, owners, false));
        assertThat(id.in(boxed)).isEqualTo(new InSelect(USERS.id, owners, false));
        assertThat(id.eq(boxed)).isEqualTo(new Comparison(USERS.id, Operator.EQ, owners.scalar()));
        assertThat(id.eq(ADDRESSES.column("user_id"))).isEqualTo(USERS.id.eq(ADDRESSES.userId));
    }

    @Test
    void partsOfATreeAreNoValues() {
        assertThatIllegalArgumentException().isThrownBy(() -> USERS.column("name").eq(USERS))
                .withMessageContaining("is not a value");
        assertThatIllegalArgumentException().isThrownBy(() -> value(USERS)).withMessageContaining("is not a value");
    }

    @Test
    void comparedExpressionsMustFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> USERS.column("name").eq(USERS.column("age")))
                .withMessage(
                        "=: column \"users.name\" is TEXT and cannot be compared with column \"users.age\", which is "
                                + "INTEGER");
    }

    @Test
    void arithmeticKeepsTheTypeOfTheLeft() {
        assertThat(ORDERS.total.times(2).type()).isEqualTo(ORDERS.total.type());
        assertThat(USERS.age.plus(USERS.id).type()).isEqualTo(INTEGER);
    }

    @Test
    void arithmeticWithFractionsComputesWithTheWiderType() {
        assertThat(USERS.age.plus(ORDERS.total).type()).isEqualTo(new WholeResultType<>(INTEGER, NUMERIC));
        assertThat(USERS.age.times(1.5).type()).isEqualTo(new WholeResultType<>(INTEGER, DOUBLE));
        assertThat(USERS.age.plus(ORDERS.total).times(1.5).type()).isEqualTo(new WholeResultType<>(INTEGER, DOUBLE));
        assertThat(USERS.age.plus(ORDERS.total).times(2).type()).isEqualTo(new WholeResultType<>(INTEGER, NUMERIC));
        assertThat(ORDERS.total.dividedBy(3).type()).isEqualTo(NUMERIC);
    }

    @Test
    void bitsAreThoseOfWholeNumbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> USERS.age.bitwiseAnd(1.5))
                .withMessage(
                        "bitwiseAnd needs an integer, but value \"1.5\" is FLOATING. Use cast(TYPE) if that is "
                                + "meant");
        assertThatIllegalArgumentException().isThrownBy(() -> ORDERS.total.shiftLeft(1))
                .withMessageStartingWith("shiftLeft needs an integer, but column");
    }

    @Test
    void anAssignmentToAWholeNumberIsRounded() {
        assertThat(Operands.assigned(USERS.age, USERS.age.times(1.5)))
                .isEqualTo(new Cast<>(USERS.age.times(1.5), INTEGER));
        assertThatIllegalArgumentException().isThrownBy(() -> Operands.assigned(USERS.age, 1.5)).withMessage(
                "set: column \"users.age\" is INTEGER and cannot store Double \"1.5\". Round it first");
    }

    @Test
    void valuesHaveTheTypeOfTheirColumn() {
        var bound = (BindParameter<?>) ((Comparison) USERS.name.eq("ann")).right();

        assertThat(bound.type()).isEqualTo(USERS.name.type());
    }

    @Test
    void valuesOfUnknownClassesNeedAType() {
        assertThatIllegalArgumentException().isThrownBy(() -> value(new StringBuilder("x")))
                .withMessage("A java.lang.StringBuilder implies no database type: use value(v, TYPE)");
    }

    @Test
    void inNeedsAQueryOfOneColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> tuple(USERS.id, USERS.name).in(select(ADDRESSES.userId, ADDRESSES.city, ADDRESSES.id)))
                .withMessage("in(): the tuple needs a query of 2 columns, this one has 3");
    }

    @Test
    void tuplesAreTestedAgainstRowsOfTheirWidth() {
        var key = tuple(USERS.id, USERS.name);

        assertThat(key.inRows(List.of(List.of(1, "a")))).isInstanceOf(InValues.class);
        assertThatIllegalArgumentException().isThrownBy(() -> key.inRows(List.of(List.of(1))))
                .withMessage("in(): a tuple of 2 is tested against lists of 2 values, not [1]");
    }

    @Test
    void scalarNeedsAQueryOfOneColumn() {
        assertThatIllegalArgumentException().isThrownBy(() -> select(USERS.id, USERS.name).scalar())
                .withMessage("scalar() requires a query of one column; this one has 2");
    }

    @Test
    void unknownTypesAreAccepted() {
        var anything = Sql.text("anything()", UNKNOWN);

        assertThat(anything.like("x")).isInstanceOf(Like.class);
        assertThat(anything.plus(1)).isInstanceOf(Binary.class);
        assertThat(anything.eq(5)).isInstanceOf(Comparison.class);
    }

    @Test
    void numbersOfAnotherClassAreConvertedWhereNothingIsLost() {
        var id = USERS.column("id");

        assertThat(id.in(1L, 2)).isEqualTo(USERS.id.in(1, 2));
        assertThat(id.in(1L, 2.5)).isInstanceOf(InList.class);
        assertThat(Sql.update(USERS).set(id, 7L)).isEqualTo(Sql.update(USERS).set(USERS.id, 7));
        assertThat(tuple(ORDERS.id, USERS.name).inRows(List.of(List.of(1, "a"))))
                .isEqualTo(tuple(ORDERS.id, USERS.name).inRows(List.of(List.of(1L, "a"))));
    }

    @Test
    void pathsIntoJsonHaveNamesAndPositions() {
        var document = Sql.text("d", Sql.json(Object.class));

        assertThat(Sql.jsonValue(document, TEXT, "a", 1).eq("x")).isInstanceOf(Comparison.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.jsonPart(document, 2.5))
                .withMessage("A path into a JSON document consists of names and positions, not Double");
    }
}
