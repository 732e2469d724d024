package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.USERS;
import static dev.rubedo.sql.Sql.and;
import static dev.rubedo.sql.Sql.condition;
import static dev.rubedo.sql.Sql.falseCondition;
import static dev.rubedo.sql.Sql.ifPresent;
import static dev.rubedo.sql.Sql.noCondition;
import static dev.rubedo.sql.Sql.not;
import static dev.rubedo.sql.Sql.nullValue;
import static dev.rubedo.sql.Sql.or;
import static dev.rubedo.sql.Sql.trueCondition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private final Condition adult = USERS.age.ge(18);
    private final Condition named = USERS.name.eq("ann");
    private final Condition reachable = USERS.email.isNotNull();

    @Test
    void equalToANullVariableIsATestForNull() {
        Integer nobody = null;

        assertThat(USERS.age.eq(nobody)).isEqualTo(USERS.age.isNull());
        assertThat(USERS.age.ne(nobody)).isEqualTo(USERS.age.isNotNull());
        assertThat(USERS.age.eq(nullValue())).isEqualTo(USERS.age.isNull());
    }

    @Test
    void orderedComparisonWithNullIsRefused() {
        Integer nobody = null;

        assertThatIllegalArgumentException().isThrownBy(() -> USERS.age.lt(nobody))
                .withMessage("Comparing column \"users.age\" with NULL by < never yields true. "
                        + "Use isNull() or isNotNull(), or ifPresent() for an optional criterion");
    }

    @Test
    void distinctFromANullVariableComparesWithNull() {
        Integer nobody = null;

        assertThat(USERS.age.isDistinctFrom(nobody))
                .isEqualTo(new Comparison(USERS.age, Operator.IS_DISTINCT_FROM, new NullValue<>(USERS.age.type())));
    }

    @Test
    void conditionsOfOneKindAreFlattened() {
        var joined = adult.and(named).and(reachable);

        assertThat(joined).isEqualTo(new Junction(Junction.Kind.AND, List.of(adult, named, reachable)));
        assertThat(and(adult, and(named, reachable))).isEqualTo(joined);
    }

    @Test
    void conditionsOfAnotherKindStayTogether() {
        assertThat(adult.and(named.or(reachable))).isEqualTo(new Junction(Junction.Kind.AND,
                List.of(adult, new Junction(Junction.Kind.OR, List.of(named, reachable)))));
    }

    @Test
    void absentConditionsArePassedOver() {
        assertThat(and(noCondition(), adult, noCondition())).isEqualTo(adult);
        assertThat(or(noCondition())).isEqualTo(noCondition());
        assertThat(noCondition().and(adult)).isEqualTo(adult);
        assertThat(noCondition().negate()).isEqualTo(noCondition());
    }

    @Test
    void ifPresentMakesAConditionOfAValueOnly() {
        Integer nobody = null;

        assertThat(ifPresent(nobody, USERS.age::ge)).isEqualTo(noCondition());
        assertThat(ifPresent(18, USERS.age::ge)).isEqualTo(adult);
    }

    @Test
    void constantsDecideJunctions() {
        assertThat(and(trueCondition(), adult)).isEqualTo(adult);
        assertThat(or(trueCondition(), adult)).isEqualTo(trueCondition());
        assertThat(and(adult, falseCondition())).isEqualTo(falseCondition());
        assertThat(or(falseCondition())).isEqualTo(falseCondition());
        assertThat(not(trueCondition())).isEqualTo(falseCondition());
    }

    @Test
    void negationIsSaidAsSimplyAsPossible() {
        assertThat(not(USERS.age.eq(1))).isEqualTo(USERS.age.ne(1));
        assertThat(not(USERS.age.lt(1))).isEqualTo(USERS.age.ge(1));
        assertThat(not(USERS.age.in(1, 2))).isEqualTo(USERS.age.notIn(1, 2));
        assertThat(not(USERS.age.isNull())).isEqualTo(USERS.age.isNotNull());
        assertThat(not(USERS.name.like("a%"))).isEqualTo(USERS.name.notLike("a%"));
        assertThat(not(not(adult.and(named)))).isEqualTo(adult.and(named));
        assertThat(not(USERS.age.isDistinctFrom(1))).isEqualTo(USERS.age.isNotDistinctFrom(1));
    }

    @Test
    void negatedJunctionsAndColumnsAreWrapped() {
        assertThat(not(adult.and(named))).isEqualTo(new Not(adult.and(named)));
        assertThat(not(USERS.active)).isEqualTo(new Not(condition(USERS.active)));
    }

    @Test
    void everyComparisonNegatedTwiceIsItself() {
        for (var operator : Operator.values()) {
            if (operator.name().matches("EQ|NE|LT|LE|GT|GE|IS.*|(NOT_)?(LIKE|ILIKE|REGEXP|IN|BETWEEN)")) {
                assertThat(operator.negated().negated()).isEqualTo(operator);
            }
        }
    }

    @Test
    void emptyListsAreLists() {
        assertThat(USERS.id.in()).isEqualTo(new InValues(USERS.id, "", List.of(), false));
        assertThat(USERS.id.in(List.of())).isEqualTo(USERS.id.in());
    }

    @Test
    void startsWithEscapesWildcards() {
        var like = (Like) USERS.name.startsWith("50%_a/b");

        assertThat(like.escape()).isEqualTo("/");
        assertThat(like.match()).isEqualTo(Like.Match.STARTS_WITH);
        assertThat(like.pattern()).isEqualTo(new BindParameter<>("", "50/%/_a//b", false, USERS.name.type()));
    }

    @Test
    void equalConditionsAreEqualByStructure() {
        assertThat(USERS.age.gt(3).and(named)).isEqualTo(USERS.age.gt(3).and(USERS.name.eq("ann")))
                .hasSameHashCodeAs(USERS.age.gt(3).and(USERS.name.eq("ann")));
        assertThat(USERS.age.gt(3)).isNotEqualTo(USERS.age.gt(4));
    }
}
