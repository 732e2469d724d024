package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.USERS;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees of any depth are equal or not, and hashed, without an overflow of the stack. */
class DeepTreeTest {
    private static final int DEPTH = 3_000;

    static Stream<Supplier<Node>> deepTrees() {
        return Stream.of(
                () -> DeepTreeTest.<Expression<Integer>>repeated(USERS.age, sum -> sum.plus(USERS.id)),
                () -> DeepTreeTest.<Expression<Integer>>repeated(USERS.age,
                        sum -> new Unary<>(Operator.NEGATE, sum, Types.INTEGER)),
                () -> DeepTreeTest.<Expression<Integer>>repeated(USERS.age, DeepTreeTest::choice),
                () -> DeepTreeTest.<Expression<Integer>>repeated(USERS.age,
                        inner -> Sql.func("f", Types.INTEGER, inner)),
                () -> DeepTreeTest.<Expression<Integer>>repeated(USERS.age, inner -> Sql.cast(inner, Types.INTEGER)),
                () -> DeepTreeTest.<Selectable<Integer>>repeated(select(USERS.id),
                        query -> select(query.subquery("s").column("id", Integer.class))),
                () -> DeepTreeTest.<Selectable<Integer>>repeated(select(USERS.id),
                        query -> select(USERS.id).where(USERS.id.in(query))),
                () -> DeepTreeTest.<Selectable<Integer>>repeated(select(USERS.id), query -> select(query.scalar())),
                () -> DeepTreeTest.<Selectable<Integer>>repeated(select(USERS.id),
                        query -> query.union(select(USERS.age)).except(select(USERS.age))));
    }

    private static <T> T repeated(T start, Function<T, ? extends T> step) {
        T result = start;
        for (int i = 0; i < DEPTH; i++) {
            result = step.apply(result);
        }
        return result;
    }

    private static Expression<Integer> choice(Expression<Integer> inner) {
        return new Case<>(null, List.of(new Case.When<>(USERS.active, inner)), null, Types.INTEGER);
    }

    @ParameterizedTest
    @MethodSource("deepTrees")
    void deepTreesAreEqualAndHashed(Supplier<Node> make) {
        var one = make.get();
        var other = make.get();

        assertThat(one.equals(other)).isTrue();
        assertThat(one.hashCode()).isEqualTo(other.hashCode());
    }

    @Test
    void deepTreesThatDifferAtTheirLastLeafAreNotEqual() {
        Expression<Integer> one = DeepTreeTest.<Expression<Integer>>repeated(USERS.age, sum -> sum.plus(USERS.id));
        Expression<Integer> other = DeepTreeTest.<Expression<Integer>>repeated(USERS.id, sum -> sum.plus(USERS.id));

        assertThat(one.equals(other)).isFalse();
    }

    @Test
    void whatIsTooDeepToBeWrittenIsRefusedClearly() {
        Expression<Integer> deep = USERS.age;
        for (int i = 0; i < 300_000; i++) {
            deep = deep.plus(USERS.id);
        }
        var query = select(deep);

        assertThatThrownBy(() -> StatementShape.of(query)).isInstanceOf(InvalidStatementException.class)
                .hasMessageStartingWith("The statement is nested too deeply");
        assertThat(query.toString()).isNotEmpty();
    }

    @Test
    void chainsOfOneSetOperatorAreFlat() {
        Selectable<Integer> chain = select(USERS.id);
        for (int i = 0; i < 400; i++) {
            chain = chain.union(select(USERS.age));
        }

        assertThat(chain).isInstanceOfSatisfying(CompoundSelect.class,
                flat -> assertThat(flat.queries()).hasSize(401));
        var abc = select(USERS.id).union(select(USERS.age).union(select(USERS.id)));
        assertThat(abc).hasToString(
                "SELECT users.id FROM users UNION SELECT users.age FROM users UNION SELECT users.id FROM users");
    }

    @Test
    void whatAChainWouldChangeStaysNested() {
        var a = select(USERS.id);
        var b = select(USERS.age);

        assertThat(a.except(b).except(a).queries()).hasSize(3);
        assertThat(a.except(b.except(a)).queries()).hasSize(2);
        assertThat(a.union(b.unionAll(a)).queries()).hasSize(2);
        assertThat(a.union(b.union(a).limit(1)).queries()).hasSize(2);
        assertThat(a.union(b.union(a).orderBy(USERS.age)).queries()).hasSize(2);
    }
}
