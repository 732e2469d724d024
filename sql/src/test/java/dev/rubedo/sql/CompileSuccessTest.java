package dev.rubedo.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The samples of the manual compile in both compilers, with every warning on and none given. */
class CompileSuccessTest {
    private static final List<String> SAMPLES = List.of("Select<Row> q = select(USERS);",
            "Select<String> q = select(USERS.name);", "Select<Row> q = select(USERS.name, USERS.email);",
            "Select<Person> q = select(into(Person::new, USERS.id, USERS.name));",
            "var q = select(into((a, b) -> a + b, USERS.id, USERS.name));",
            "select(into(Map::entry, USERS.id, USERS.name));",
            "select(USERS).where(USERS.age.gt(25).and(USERS.name.like(\"A%\")));",
            "select(USERS).where(USERS.age.lt(20).or(USERS.age.gt(60)), USERS.email.isNotNull(), USERS.active);",
            "select(USERS).where(ifPresent(maybe, USERS.age::ge), ifPresent(\"a\", USERS.name::startsWith));",
            "select(USERS).where(USERS.name.in(\"a\", \"b\"), USERS.id.in(select(ADDRESSES.userId)), USERS.id.in(List.of(1)), USERS.id.in());",
            "select(USERS).where(USERS.age.between(18, 65), not(USERS.active), USERS.name.op(\"~\", \"A.*\"));",
            "Expression<String> e = USERS.name.op(\"->>\", TEXT, \"key\");",
            "select(USERS).where(USERS.name.between(value(\"a\"), upper(USERS.email)));",
            "select(USERS).where(USERS.age.between(1, USERS.id), USERS.age.between(USERS.id, 9), USERS.name.in(USERS.email, upper(USERS.email)));",
            "select(USERS).where(USERS.name.startsWith(USERS.email), USERS.name.ilike(USERS.email), USERS.name.notLike(upper(USERS.email)));",
            "select(USERS).orderBy(USERS.name.desc().nullsLast(), USERS.id).limit(10).offset(20);",
            "select(USERS).orderBy(USERS.name, USERS.id).after(\"Smith\", 42).limit(20);",
            "Insert<Integer> i = insertInto(USERS).values(USERS.name, \"Alice\", USERS.age, 30).returning(USERS.id);",
            "insertInto(USERS).rows(people, (row, p) -> row.set(USERS.name, p.name()).set(USERS.id, p.id()));",
            "insertInto(USERS).fromSelect(select(ADDRESSES.city), USERS.name);",
            "insertInto(USERS).values(USERS.age, maybe).values(USERS.name, upper(value(\"a\"))).setNull(USERS.email);",
            "insertInto(USERS).values(USERS.name, \"a\").onConflict(USERS.email).doUpdate(e -> e.set(USERS.name, e.excluded(USERS.name))).returning(USERS);",
            "insertInto(USERS).onConflict(USERS.email).doUpdateExcluded(USERS.name, USERS.age);",
            "update(USERS).set(USERS.age, USERS.age.plus(1)).where(USERS.id.eq(1)).setIfPresent(USERS.age, maybe);",
            "deleteFrom(USERS).where(USERS.id.eq(1)).returning(USERS.id, USERS.name);",
            "select(USERS, ADDRESSES).join(ADDRESSES, USERS.id.eq(ADDRESSES.userId)).leftJoin(ORDERS, ORDERS.userId.eq(USERS.id));",
            "Users other = USERS.as(\"other\", Users::new); Select<String> q = select(other.name).where(other.age.gt(USERS.age));",
            "var boss = EMPLOYEES.as(\"boss\"); ColumnReference<String> c = boss.column(EMPLOYEES.name);",
            "select(USERS.age, count(USERS.id).as(\"count\")).groupBy(USERS.age).having(count(USERS.id).gt(5L));",
            "FunctionCall<LocalDateTime> f = func(\"date_trunc\", TIMESTAMP, \"day\", USERS.created);",
            "avg(USERS.age).filter(USERS.age.gt(3)).over(partitionBy(USERS.age).orderBy(USERS.name).rows(unboundedPreceding(), currentRow()));",
            "Case<String> c = caseWhen(USERS.age.lt(18), \"minor\").when(USERS.age.lt(65), USERS.name).otherwise(\"senior\");",
            "Expression<Integer> l = lag(USERS.age); lead(USERS.age, 1, 0).over();",
            "select(coalesce(USERS.email, \"none\"), coalesce(USERS.email, USERS.name), coalesce(USERS.email, USERS.name, value(\"x\")));",
            "select(select(avg(USERS.age)).scalar()).where(select(USERS.id).exists(), exists(ADDRESSES.userId.eq(USERS.id)));",
            "var s = select(ADDRESSES.userId, count().as(\"n\")).subquery(\"s\"); select(s.column(ADDRESSES.userId), s.column(\"n\"));",
            "Expression<Long> n = count(ORDERS.id).as(\"n\"); var s = select(n).subquery(\"s\"); s.column(n).gt(5L);",
            "var h = select(EMPLOYEES.id, EMPLOYEES.name, EMPLOYEES.managerId).where(EMPLOYEES.managerId.isNull()).recursive(\"h\", t -> select(EMPLOYEES.id, EMPLOYEES.name, EMPLOYEES.managerId).join(t, EMPLOYEES.managerId.eq(t.column(EMPLOYEES.id))));",
            "CompoundSelect<Integer> u = union(select(USERS.id), select(ADDRESSES.userId)).orderBy(USERS.id);",
            "Column<Object> c = USERS.column(\"age\"); update(USERS).set(c, c.plus(1)).set(c, USERS.age).set(c, 1); insertInto(USERS).values(c, USERS.age.plus(1)).values(c, 1); values().set(c, c).set(c, 2);",
            "Column<Object> c = USERS.column(\"age\"); select(coalesce(c, c), coalesce(c, 1), nullif(c, c));",
            "for (var q : List.of(select(USERS.id), union(select(USERS.id), select(ADDRESSES.userId)))) { Selectable<Integer> each = q; each.count(); }",
            "DmlStatement<Integer> d = update(USERS).set(USERS.age, 1).where(USERS.active).returning(USERS.id); d.cte(\"changed\");",
            "select(USERS).forUpdate(lock -> lock.skipLocked().of(USERS)); select(USERS).forUpdate(); select(USERS).forShare();",
            "TextSelect<Row> t = text(\"select 1 where 1 = :age\").bind(\"age\", 25).columns(USERS.id, USERS.name);",
            "select(USERS).where(USERS.age.gt(bind(\"minAge\", INTEGER)));",
            "Column<Object> c = USERS.column(\"name\"); select(USERS).where(c.eq(\"x\"), c.like(\"A%\"), c.in(1, 2), c.in(select(USERS.name)), c.eq(USERS.name));",
            "Column<String> c = USERS.column(\"name\", String.class); insertInto(USERS).values(c, \"x\");",
            "Expression<String> n = nullValue(); Expression<Integer> c = cast(USERS.name, INTEGER); Expression<Integer> d = coerce(USERS.name, INTEGER);",
            "column(\"created\", TIMESTAMP).defaultValue(LocalDateTime::now).onUpdate(localTimestamp()); column(\"a\", BOOLEAN).defaultValue(true).notNull();",
            "column(\"user_id\", INTEGER).references(USERS.id).onDelete(ReferentialAction.CASCADE).index(); column(\"x\", INTEGER).references(() -> USERS.id); column(\"y\", INTEGER).references(\"users.id\");",
            "Expression<LocalDateTime> later = USERS.created.plus(Duration.ofDays(1)); select(USERS).where(USERS.created.lt(localTimestamp()));",
            "select(USERS).where(tuple(USERS.id, USERS.name).in(select(ADDRESSES.id, ADDRESSES.city)), tuple(USERS.id, USERS.name).eq(tuple(value(1), value(\"a\"))));",
            "select(USERS).where(USERS.age.gt(all(select(EMPLOYEES.id))));",
            "select(List.of(USERS.id, USERS.name)).addColumns(count()).distinct();");

    @TestFactory
    Stream<DynamicTest> samplesCompileWithoutWarnings() {
        var tests = new ArrayList<DynamicTest>();
        for (var compiler : Compilation.values()) {
            var messages = compiler.messages(SAMPLES);
            for (int i = 0; i < SAMPLES.size(); i++) {
                var said = messages.get(i);
                var sample = SAMPLES.get(i);
                tests.add(DynamicTest.dynamicTest(compiler + ": " + sample, () -> assertThat(said).isEmpty()));
            }
        }
        return tests.stream();
    }
}
