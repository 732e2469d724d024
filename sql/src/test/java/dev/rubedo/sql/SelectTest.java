package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.ADDRESSES;
import static dev.rubedo.sql.Shop.EMPLOYEES;
import static dev.rubedo.sql.Shop.USERS;
import static dev.rubedo.sql.Sql.and;
import static dev.rubedo.sql.Sql.columnName;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.currentRow;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.into;
import static dev.rubedo.sql.Sql.or;
import static dev.rubedo.sql.Sql.partitionBy;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.sum;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.unboundedPreceding;
import static dev.rubedo.sql.Sql.valuesTable;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.NullValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectTest {
    record Person(int id, String name) {}

    @Test
    void selectsDoNotChange() {
        var all = select(USERS.id);

        var some = all.where(USERS.age.gt(3)).limit(2);

        assertThat(all.conditions()).isEqualTo(NoCondition.NONE);
        assertThat(all.rowLimit()).isNull();
        assertThat(some.conditions()).isEqualTo(USERS.age.gt(3));
    }

    @Test
    void repeatedConditionsMustAllHold() {
        assertThat(select(USERS.id).where(USERS.age.gt(3), USERS.active).where(USERS.name.eq("a")).conditions())
                .isEqualTo(and(USERS.age.gt(3), USERS.active, USERS.name.eq("a")));
    }

    @Test
    void tablesStandForTheirColumns() {
        assertThat(select(ADDRESSES).columns()).isEqualTo(List.of(ADDRESSES.id, ADDRESSES.userId, ADDRESSES.city));
        assertThat(select(into(Person::new, USERS.id, USERS.name)).columns())
                .isEqualTo(List.of(USERS.id, USERS.name));
    }

    @Test
    void objectsAreBuiltOfTheirParts() {
        var person = into(Person::new, USERS.id, USERS.name);

        assertThat(person.builder().build(new Object[]{1, "ann"})).isEqualTo(new Person(1, "ann"));
        assertThatThrownBy(() -> person.builder().build(new Object[]{null, "ann"}))
                .isInstanceOf(NullValueException.class)
                .hasMessageStartingWith("into(): value 1 is NULL, which the object does not accept");
    }

    @Test
    void derivedTablesKeepTypesOfTheirColumns() {
        Expression<Long> n = count(ADDRESSES.id).as("n");
        var perUser = select(ADDRESSES.userId, n).groupBy(ADDRESSES.userId).subquery("s");

        ColumnReference<Integer> owner = perUser.column(ADDRESSES.userId);
        ColumnReference<Long> number = perUser.column(n);

        assertThat(owner.name()).isEqualTo("user_id");
        assertThat(owner.source()).isEqualTo(perUser);
        assertThat(number.name()).isEqualTo("n");
        assertThat(perUser.column("n", Long.class)).isEqualTo(number);
        assertThatIllegalArgumentException().isThrownBy(() -> perUser.column(USERS.name))
                .withMessage("\"s\" has no column for column \"users.name\"; it has [user_id, n]");
        assertThatIllegalArgumentException().isThrownBy(() -> perUser.column("n", String.class))
                .withMessage("Column \"s.n\" is Long, not String");
        assertThatIllegalArgumentException().isThrownBy(() -> perUser.column("x"))
                .withMessage("\"s\" has no column \"x\"; it has [user_id, n]");
    }

    @Test
    void computedColumnsAreFoundThroughSeveralLayers() {
        var number = count(ADDRESSES.id).as("n");
        var inner = select(ADDRESSES.userId, number).groupBy(ADDRESSES.userId).subquery("a");

        var outer = select(inner.column(ADDRESSES.userId), inner.column(number)).subquery("b");

        assertThat(outer.column(number)).isEqualTo(outer.column("n"));
    }

    @Test
    void columnsAreFoundThroughSeveralLayers() {
        var inner = select(USERS.id, USERS.name).subquery("a");
        var outer = select(inner.column(USERS.id)).subquery("b");

        assertThat(outer.column(USERS.id)).isEqualTo(outer.column(inner.column(USERS.id)));
    }

    @Test
    void severalColumnsOfOneNameMustBeNamedApart() {
        var both = select(USERS.id, ADDRESSES.id).subquery("s");

        assertThatIllegalArgumentException().isThrownBy(() -> both.column("id"))
                .withMessage("\"s\" has several columns \"id\": give them different names with as(...)");
        assertThat(both.column(ADDRESSES.id)).isNotEqualTo(both.column(USERS.id));
    }

    @Test
    void recursiveExpressionsReferToThemselves() {
        var tree = select(EMPLOYEES.id, EMPLOYEES.managerId).where(EMPLOYEES.managerId.isNull()).recursive("tree",
                itself -> select(EMPLOYEES.id, EMPLOYEES.managerId).join(itself,
                        EMPLOYEES.managerId.eq(itself.column(EMPLOYEES.id))));

        assertThat(tree.isRecursive()).isTrue();
        assertThat(tree.isSelfReference()).isFalse();
        assertThat(tree.column(EMPLOYEES.id).name()).isEqualTo("id");
        assertThat(((CompoundSelect<?>) tree.query()).kind()).isEqualTo(CompoundSelect.Kind.UNION_ALL);
    }

    @Test
    void commonTableExpressionsOfChangesHaveTheColumnsThatTheyReturn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> insertInto(USERS).values(USERS.name, "a").cte("i").column(USERS.id))
                .withMessage("\"i\" has no column for column \"users.id\"; it has none: "
                        + "add returning(...) to its statement");
        assertThat(insertInto(USERS).values(USERS.name, "a").returning(USERS.id).cte("i").column(USERS.id).name())
                .isEqualTo("id");
    }

    @Test
    void aCompoundHasClausesOnlyAtItsEnd() {
        var union = select(USERS.id).union(select(ADDRESSES.id));

        assertThat(union.limit(1).clauses(TextClause.suffix("FOR JSON AUTO"))).hasToString("""
                SELECT users.id FROM users UNION SELECT addresses.id FROM addresses LIMIT ? FOR JSON AUTO""");
        assertThatIllegalArgumentException().isThrownBy(() -> union.clauses(TextClause.prefix("SQL_CACHE")))
                .withMessageStartingWith("A UNION can only have clauses at its end, not AFTER_VERB.");
    }

    @Test
    void compoundPartsHaveAsManyColumns() {
        assertThatIllegalArgumentException().isThrownBy(() -> select(USERS.id, USERS.name).union(select(ADDRESSES)))
                .withMessage("UNION needs queries with the same number of columns; these have [2, 3]");
    }

    @Test
    void countCountsTheRows() {
        var query = select(USERS.id, USERS.name).where(USERS.age.gt(3));

        Select<Long> number = query.count();

        assertThat(number).hasToString("SELECT count(*) AS count_1 FROM users WHERE users.age > ?");
    }

    @Test
    void countNeedsNoOrder() {
        var query = select(USERS.id).orderBy(USERS.name);

        assertThat(counted(query.count())).isEqualTo(select(USERS.id));
        assertThat(counted(query.limit(3).count())).isEqualTo(query.limit(3));
    }

    @Test
    void aCountReadsNoColumns() {
        assertThat(select(USERS).where(USERS.age.gt(3)).count())
                .hasToString("SELECT count(*) AS count_1 FROM users WHERE users.age > ?");
        assertThat(select(USERS).forUpdate().count()).hasToString(
                "SELECT count(*) AS count_1 FROM (SELECT 1 AS one FROM users FOR UPDATE) AS anon_1");
        assertThat(
                select(USERS, ADDRESSES).leftJoin(ADDRESSES, USERS.id.eq(ADDRESSES.userId)).orderBy(USERS.id).limit(3)
                        .count())
                .hasToString("SELECT count(*) AS count_1 FROM (SELECT 1 AS one FROM users LEFT OUTER JOIN addresses "
                        + "ON users.id = addresses.user_id ORDER BY users.id LIMIT ?) AS anon_1");
        assertThat(select(USERS.id, count()).count())
                .hasToString("SELECT count(*) AS count_1 FROM (SELECT users.id AS id, "
                        + "count(*) AS count_2 FROM users) AS anon_1");
        assertThat(counted(select(USERS.id, USERS.age).distinct().count()))
                .isEqualTo(select(USERS.id, USERS.age).distinct());
    }

    private static Selectable<?> counted(Select<Long> count) {
        return ((Subquery) count.explicitFroms().get(0)).query();
    }

    @Test
    void keysetsPageInTheOrder() {
        var query = select(USERS).orderBy(USERS.name, USERS.id.desc());

        assertThat(query.after("smith", 42).conditions()).isEqualTo(
                or(USERS.name.gt("smith"), and(USERS.name.eq("smith"), USERS.id.lt(42))));
        assertThat(query.before("smith", 42)).isEqualTo(select(USERS).orderBy(USERS.name.desc(), USERS.id.asc())
                .where(or(USERS.name.lt("smith"), and(USERS.name.eq("smith"), USERS.id.gt(42)))));
    }

    @Test
    void keysetsKnowWhereNullsStand() {
        var last = select(USERS).orderBy(USERS.age.nullsLast(), USERS.id);
        var first = select(USERS).orderBy(USERS.age.nullsFirst(), USERS.id);
        Integer nothing = null;

        assertThat(last.after(30, 1).conditions()).isEqualTo(or(USERS.age.gt(30), USERS.age.isNull(),
                and(USERS.age.eq(30), USERS.id.gt(1))));
        assertThat(last.after(nothing, 1).conditions()).isEqualTo(and(USERS.age.isNull(), USERS.id.gt(1)));
        assertThat(first.after(nothing, 1).conditions())
                .isEqualTo(or(USERS.age.isNotNull(), and(USERS.age.isNull(), USERS.id.gt(1))));
    }

    @Test
    void keysetsNeedAnOrderOfTheirWidth() {
        assertThatIllegalStateException().isThrownBy(() -> select(USERS).after(1))
                .withMessage("after() and before() require an order: call orderBy() first");
        assertThatIllegalArgumentException().isThrownBy(() -> select(USERS).orderBy(USERS.id).after(1, 2))
                .withMessage("The order has 1 terms, but the key has 2 values");
    }

    @Test
    void windowsHaveOneFrame() {
        var window = partitionBy(USERS.age).orderBy(USERS.id).rows(unboundedPreceding(), currentRow());

        assertThat(sum(USERS.age).over(window).type()).isEqualTo(BIGINT);
        assertThatIllegalStateException().isThrownBy(() -> window.range(unboundedPreceding(), currentRow()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.ALL.rows(Sql.unboundedFollowing(), currentRow()));
    }

    @Test
    void textTakesValuesByName() {
        var query = text("select id, name from users where age > :age and x = '::y'").bind("age", 25)
                .columns(USERS.id, USERS.name);

        assertThat(query.columns()).isEqualTo(List.of(USERS.id, USERS.name));
        assertThat(query.subquery("t").column(USERS.name).name()).isEqualTo("name");
        assertThatIllegalArgumentException().isThrownBy(() -> text("select :a").bind("b", 1))
                .withMessage("The text has no parameter \":b\"; it has [a]: select :a");
        assertThatIllegalArgumentException().isThrownBy(() -> text("select ?").bind("b", 1))
                .withMessage("The text has no parameter \":b\"; it has none. Write :b instead of ?: select ?");
        assertThatIllegalArgumentException().isThrownBy(() -> text("select :a").bind("a", List.of()))
                .withMessage("The list for parameter \":a\" is empty, so that its type is unknown. "
                        + "Use bindAll(\"a\", list, TYPE), which accepts empty lists");
        assertThatIllegalArgumentException().isThrownBy(() -> text("select :a").bind("a", Thread.currentThread()))
                .withMessage("The class java.lang.Thread of the value of parameter \":a\" implies no database type. "
                        + "Use bind(\"a\", value, TYPE)");
    }

    @Test
    void valuesAreATable() {
        var pairs = valuesTable("v", List.of(columnName("a", INTEGER), columnName("b", STRING)),
                List.of(List.of(1, "x"), List.of(2, "y")));

        assertThat(pairs.column("a", Integer.class).eq(1)).isInstanceOf(Comparison.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> valuesTable("v", List.of(columnName("a", INTEGER)), List.of(List.of(1, 2))))
                .withMessage("VALUES \"v\" has 1 columns, but a row has 2 values");
    }

    @Test
    void negativeLimitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> select(USERS).limit(-1))
                .withMessage("limit(-1): the number cannot be negative");
        assertThatIllegalArgumentException().isThrownBy(() -> select(USERS).offset(-1));
    }
}
