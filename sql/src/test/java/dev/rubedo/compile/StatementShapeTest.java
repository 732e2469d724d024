package dev.rubedo.compile;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.Case;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.Unary;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class StatementShapeTest {

    private final Shop shop = new Shop();

    @Test
    void statementsThatDifferOnlyInValuesHaveOneShape() {
        List<IntFunction<Statement<?>>> statements = List.of(
                i -> select(shop.users).where(shop.users.id.eq(i)).limit(i + 1L),
                i -> select(shop.users.name).where(shop.users.id.in(List.of(i, 2, 3))),
                i -> insertInto(shop.users).values(shop.users.name, "n" + i, shop.users.age, i),
                i -> update(shop.users).set(shop.users.age, i).where(shop.users.name.startsWith("a" + i)),
                i -> deleteFrom(shop.users).where(shop.users.age.between(i, i + 1)),
                this::overASubquery);

        assertThat(statements).allSatisfy(make -> {
            assertThat(StatementShape.of(make.apply(1))).isEqualTo(StatementShape.of(make.apply(2)))
                    .hasSameHashCodeAs(StatementShape.of(make.apply(2)));
            assertThat(StatementShape.of(make.apply(1)).values())
                    .isNotEqualTo(StatementShape.of(make.apply(2)).values());
        });
    }

    private Selectable<?> overASubquery(int value) {
        var some = select(shop.users.id).where(shop.users.age.gt(value)).subquery("some");
        return select(some.column(shop.users.id)).where(some.column(shop.users.id).lt(value + 100));
    }

    @Test
    void aQueryIsWalkedOnce() {
        var query = select(shop.users.id).where(shop.users.age.gt(7));
        var both = query.unionAll(select(shop.users.id));

        assertThat(StatementShape.of(query)).isSameAs(StatementShape.of(query));
        assertThat(StatementShape.of(both)).isSameAs(StatementShape.of(both));
        assertThat(StatementShape.of(query.limit(3)).values()).containsExactly(7, 3L, 0L);
        assertThat(StatementShape.of(query).values()).containsExactly(7);
    }

    @Test
    void aQueryWhoseValuesAreMadeForEachExecutionIsWalkedEachTime() {
        var next = new AtomicInteger();
        var logged = new MetaData().table("logged", column("id", Types.INTEGER).primaryKey(),
                column("number", Types.INTEGER).defaultValue(next::incrementAndGet));
        var id = logged.column("id", Integer.class);
        var added = insertInto(logged).values(id, 1).returning(id).cte("added");
        var query = select(added.column(id));

        assertThat(StatementShape.of(query).values()).containsExactly(1, 1);
        assertThat(StatementShape.of(query).values()).containsExactly(1, 2);
    }

    @Test
    void listsOfAnyLengthHaveOneShape() {
        var one = select(shop.users.id).where(shop.users.id.in(1));
        var three = select(shop.users.id).where(shop.users.id.in(1, 2, 3));

        assertThat(StatementShape.of(one)).isEqualTo(StatementShape.of(three));
    }

    @Test
    void everythingThatChangesTheTextChangesTheShape() {
        var users = shop.users;
        List<Statement<?>> different = List.of(select(users.id), select(users.name), select(users.id, users.name),
                select(users.id).distinct(), select(users.id).where(users.id.eq(1)),
                select(users.id).where(users.id.ne(1)), select(users.id).where(users.age.eq(1)),
                select(users.id).where(users.id.isNull()), select(users.id).orderBy(users.id),
                select(users.id).orderBy(users.id.desc()), select(users.id).limit(1), select(users.id).offset(1),
                select(users.id).forUpdate(), select(users.id).forUpdate(lock -> lock.skipLocked()),
                select(users.id.as("x")), select(users.as("a").column(users.id)),
                select(users.as("b").column(users.id)),
                select(users.id).where(users.id.in(1)), select(users.id).where(users.id.notIn(1)),
                select(users.id).where(users.name.like("a")), select(users.id).where(users.name.ilike("a")),
                select(users.id).where(users.name.startsWith("a")), select(count(users.id)), select(max(users.id)),
                select(cast(users.id, TEXT)), select(cast(users.id, BIGINT)), select(literal(1)), select(literal(2)),
                insertInto(users).values(users.name, "a"), insertInto(users).values(users.age, 1),
                insertInto(users).values(users.name, "a").returning(users.id), update(users).set(users.age, 1),
                update(users).set(users.name, "a"), deleteFrom(users), text("select 1"), text("select 2"));

        var shapes = different.stream().map(StatementShape::of).toList();

        assertThat(shapes).doesNotHaveDuplicates();
    }

    @Test
    void oneParameterUsedTwiceIsNoTwoParameters() {
        var one = value(7);
        var twice = select(shop.users.id).where(or(shop.users.id.eq(one), shop.users.age.eq(one)));
        var two = select(shop.users.id).where(or(shop.users.id.eq(value(7)), shop.users.age.eq(value(7))));

        assertThat(StatementShape.of(twice)).isNotEqualTo(StatementShape.of(two));
        assertThat(StatementShape.of(twice).values()).containsExactly(7);
        assertThat(AnsiDialect.instance().compile(twice).binds()).extracting(BindSlot::valueIndex).containsExactly(0,
                0);
    }

    @Test
    void valuesAreFoundByTheirSlots() {
        var cte = select(shop.users.id).where(shop.users.age.gt(1)).cte("t");
        var query = select(cte.column(shop.users.id), value("x")).where(cte.column(shop.users.id).ne(2)).limit(3)
                .offset(4);

        var compiled = AnsiDialect.instance().compile(query);

        var values = StatementShape.of(query).values();
        assertThat(compiled.sql()).isEqualTo("WITH t AS (SELECT users.id AS id FROM users WHERE users.age > ?) "
                + "SELECT t.id, ? AS anon_1 FROM t WHERE t.id != ? LIMIT ? OFFSET ?");
        assertThat(compiled.binds()).extracting(slot -> values[slot.valueIndex()]).containsExactly(1, "x", 2, 3L, 4L);
    }

    @Test
    void defaultsOfEachRowAreValues() {
        var users = shop.users;
        var insert = insertInto(users).rows(List.of(values().set(users.name, "a"), values().set(users.name, "b")));

        assertThat(StatementShape.of(insert).values()).containsExactly("a", "b", true, true);
    }

    @Test
    void theTypeOfAResultIsAPartOfTheShape() {
        var age = shop.users.age;
        List<Statement<?>> different = List.of(select(age.op("&", 7, INTEGER, 4)), select(age.op("&", 7, BIGINT, 4)),
                select(negate(age)), select(new Unary<>(Operator.NEGATE, age, BIGINT)),
                select(choice(INTEGER)), select(choice(NUMERIC)));

        assertThat(different.stream().map(StatementShape::of)).doesNotHaveDuplicates();
    }

    private <T> Case<T> choice(SqlType<T> type) {
        return new Case<>(null, List.of(new Case.When<>(shop.users.active, coerce(shop.users.age, type))), null, type);
    }

    @Test
    void whatIsEqualByItsValuesInOneStatementOnlyGivesTwoShapes() {
        List<IntFunction<Statement<?>>> statements = List.of(
                i -> select(shop.users.age.plus(1).as("n")).orderBy(shop.users.age.plus(i).as("n")),
                i -> select(shop.users.id.in(List.of(1)).as("n")).orderBy(shop.users.id.in(List.of(i)).as("n")),
                i -> union(select(shop.users.age.plus(1)), select(shop.users.id)).orderBy(shop.users.age.plus(i)),
                i -> select(below(1).column(shop.users.id), below(i).column(shop.users.id)),
                i -> select(below(1).column(shop.users.id)).where(
                        exists(below(i).column(shop.users.id).eq(shop.users.id))),
                i -> select(young(1).column(shop.users.id)).where(young(i).column(shop.users.id).gt(0)),
                i -> select(young(1).as("y").column(shop.users.id), young(i).as("y").column(shop.users.id)),
                i -> select(shop.users.id).from(joined(1), joined(i)));

        assertThat(statements).allSatisfy(make -> assertThat(StatementShape.of(make.apply(1)))
                .isNotEqualTo(StatementShape.of(make.apply(2))));
    }

    private Subquery below(int age) {
        return select(shop.users.id).where(shop.users.age.lt(age)).subquery("some");
    }

    private CommonTableExpression young(int age) {
        return select(shop.users.id).where(shop.users.age.lt(age)).cte("young");
    }

    private Join joined(int age) {
        return new Join(shop.users, shop.users.as("u"), Join.Kind.INNER, shop.users.age.eq(age));
    }

    @Test
    void oneExpressionSelectedTwiceIsNoTwoExpressions() {
        var lower = lower(shop.users.name);

        assertThat(StatementShape.of(select(lower, lower)))
                .isNotEqualTo(StatementShape.of(select(lower(shop.users.name), lower(shop.users.name))));
    }

    @Test
    void valuesInComputedDefaultsAreValues() {
        var table = new MetaData().table("t", column("id", INTEGER).primaryKey(),
                column("name", TEXT).defaultValue("n"),
                column("code", TEXT).defaultValue(lower(value("X"))).onUpdate(upper(value("y"))));
        var id = table.column("id", Integer.class);
        var insert = insertInto(table).rows(List.of(values().set(id, 1), values().set(id, 2)));
        var update = update(table).set(id, 3);

        assertThat(bound(insert)).containsExactly(1, "n", "X", 2, "n", "X");
        assertThat(bound(update)).containsExactly(3, "y");
        assertThat(bound(insertInto(table).fromSelect(select(id).where(id.gt(4)), id))).containsExactly("n", "X", 4);
    }

    private static List<Object> bound(Statement<?> statement) {
        var values = StatementShape.of(statement).values();
        return AnsiDialect.instance().compile(statement).binds().stream().map(slot -> values[slot.valueIndex()])
                .toList();
    }

    @Test
    void whatIsNestedTooDeeplyIsRefusedWithAReason() {
        Expression<Integer> sum = shop.users.age;
        for (int i = 0; i < 20_000; i++) {
            sum = sum.plus(1).times(2);
        }
        var query = select(sum);

        assertThatThrownBy(() -> StatementShape.of(query)).isInstanceOf(InvalidStatementException.class)
                .hasMessageStartingWith("The statement is nested too deeply for the stack of this thread.");
        assertThatThrownBy(() -> AnsiDialect.instance().compile(query)).isInstanceOf(InvalidStatementException.class);
        assertThat(query.toString()).contains("nested too deeply");
        assertThat(sum.toString()).contains("nested too deeply");
    }
}
