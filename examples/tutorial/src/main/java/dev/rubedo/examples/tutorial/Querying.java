package dev.rubedo.examples.tutorial;

import static dev.rubedo.examples.tutorial.Address_.ADDRESS;
import static dev.rubedo.examples.tutorial.Employee_.EMPLOYEE;
import static dev.rubedo.examples.tutorial.Purchase_.PURCHASE;
import static dev.rubedo.examples.tutorial.User_.USER;
import static dev.rubedo.orm.Orm.avg;
import static dev.rubedo.orm.Orm.coalesce;
import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.into;
import static dev.rubedo.orm.Orm.lag;
import static dev.rubedo.orm.Orm.not;
import static dev.rubedo.orm.Orm.or;
import static dev.rubedo.orm.Orm.orderBy;
import static dev.rubedo.orm.Orm.partitionBy;
import static dev.rubedo.orm.Orm.rank;
import static dev.rubedo.orm.Orm.rowNumber;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.sum;
import static dev.rubedo.orm.classic.Query.query;

import dev.rubedo.orm.Orm;
import dev.rubedo.orm.session.Page;
import dev.rubedo.orm.session.Session;
import dev.rubedo.sql.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Chapter 5: queries of objects, columns and records. Stateless and thread-safe. */
public final class Querying {

    private Querying() {}

    /** All, the first, exactly one, at most one, and by key. */
    public static List<User> basics(Session session) {
        List<User> all = session.all(select(USER).orderBy(USER.name));
        Optional<User> first = session.first(select(USER).orderBy(USER.age.desc().nullsLast()));
        User bob = session.one(select(USER).where(USER.name.eq("Bob")));
        Optional<User> nobody = session.optional(select(USER).where(USER.name.eq("Nobody")));
        User same = session.require(USER, bob.id());
        return List.of(all.get(0), first.orElseThrow(), bob, nobody.orElse(same));
    }

    /** Conditions: each of these lists has different users. */
    public static List<List<String>> conditions(Session session) {
        return List.of(
                session.all(select(USER.name).where(USER.age.gt(25), USER.name.like("A%"))),
                session.all(select(USER.name).where(USER.name.in("Alice", "Bob")).orderBy(USER.name)),
                session.all(select(USER.name).where(USER.age.between(18, 65))),
                session.all(select(USER.name).where(USER.email.isNull())),
                session.all(select(USER.name).where(or(USER.age.lt(18), USER.age.gt(65))).orderBy(USER.name)),
                session.all(select(USER.name).where(not(USER.name.like("A%")), USER.email.isNotNull())
                        .orderBy(USER.name)),
                session.all(select(USER.name).where(USER.name.endsWith("e").and(USER.name.contains("lic")))),
                session.all(select(USER.name).where(USER.name.ilike("%AVE"))));
    }

    /** Sorting, and a page of the result with the total count. */
    public static Page<User> page(Session session, int number) {
        session.all(select(USER).orderBy(USER.age.desc().nullsFirst(), USER.name.asc()));
        session.all(select(USER).orderBy(USER.name).limit(10).offset(20));
        return session.page(select(USER).orderBy(USER.name), number, 3);
    }

    /** Groups and their sums; the condition on groups comes after the grouping. */
    public static List<Row> totals(Session session) {
        return session.all(select(USER.name, count(PURCHASE.id).as("number"), sum(PURCHASE.amount).as("total"))
                .join(USER.purchases).groupBy(USER.name).having(count(PURCHASE.id).gt(1L)));
    }

    /**
     * Joins follow relationships, foreign keys or a condition. Two entities in a row are read with their query models.
     */
    public static List<String> joins(Session session) {
        session.all(select(USER).join(ADDRESS, USER.id.eq(ADDRESS.userId)).where(ADDRESS.email.like("%.example")));
        session.all(select(USER).leftJoin(USER.purchases).where(PURCHASE.id.isNull()));
        session.all(select(ADDRESS).where(ADDRESS.user().name.eq("Alice")));
        return session.execute(select(USER, ADDRESS).join(USER.addresses).orderBy(ADDRESS.email)).stream()
                .map(row -> row.require(USER).name() + " " + row.require(ADDRESS).email()).toList();
    }

    /** An alias is a second role of an entity. */
    public static List<String> aliases(Session session) {
        Employee_ boss = EMPLOYEE.as("boss");
        return session.all(select(EMPLOYEE.name).join(EMPLOYEE.manager.to(boss)).where(boss.name.eq("Zoe"))
                .orderBy(EMPLOYEE.name));
    }

    /** Subqueries: as a value, with EXISTS, with IN, and joined to what they count. */
    public static List<List<String>> subqueries(Session session) {
        var averageAge = select(avg(USER.age)).scalar();
        var counted = select(ADDRESS.userId, count(ADDRESS.id).as("number")).groupBy(ADDRESS.userId)
                .subquery("counted");
        return List.of(
                session.all(select(USER.name).where(USER.salary.gt(averageAge)).orderBy(USER.name).limit(1)),
                session.all(select(USER.name).where(USER.addresses.any(ADDRESS.email.endsWith("@example.com")))),
                session.all(select(USER.name).where(not(select(ADDRESS.id).where(ADDRESS.userId.eq(USER.id)).exists()))
                        .orderBy(USER.name)),
                session.all(select(USER.name)
                        .where(USER.id.in(select(ADDRESS.userId).where(ADDRESS.email.like("alice@%"))))),
                session.execute(select(USER.name, coalesce(counted.column("number", Long.class), 0L)
                        .as("addresses")).leftJoin(counted, USER.id.eq(counted.column(ADDRESS.userId)))
                        .orderBy(USER.name)).stream().map(row -> row.get(1) + " " + row.get(2)).toList());
    }

    /** A common table expression, and a recursive one: everyone below Zoe with their level. */
    public static List<String> hierarchy(Session session) {
        var grown = select(USER.id, USER.name).where(USER.age.gt(25)).cte("grown");
        session.all(select(grown.column(USER.name)).where(grown.column(USER.name).like("A%")));
        Employee_ below = EMPLOYEE.as("below");
        var everybody = select(EMPLOYEE.id, EMPLOYEE.name).where(EMPLOYEE.manager.isNull())
                .recursive("everybody", all -> select(below.id, below.name)
                        .join(all, below.managerId.eq(all.column(EMPLOYEE.id))));
        return session.all(select(everybody.column(EMPLOYEE.name)).orderBy(everybody.column(EMPLOYEE.name)));
    }

    /** Window functions number, rank and compare rows without grouping them. */
    public static List<Row> windows(Session session) {
        return session.all(select(USER.name, rowNumber().over(orderBy(USER.name)).as("number"),
                rank().over(orderBy(USER.age.desc())).as("rank"),
                avg(USER.salary).over(partitionBy(USER.department)).as("average"),
                lag(USER.name).over(orderBy(USER.name)).as("previous")).where(USER.age.isNotNull())
                .orderBy(USER.name));
    }

    /** A record for each row; the compiler checks the types. */
    public record Spent(String name, BigDecimal total) {}

    /** Records instead of objects, for values that are only displayed. */
    public static List<Spent> records(Session session) {
        return session.all(select(into(Spent::new, USER.name, sum(PURCHASE.amount))).join(USER.purchases)
                .groupBy(USER.name).orderBy(USER.name));
    }

    /** SQL as text whose rows become objects of the session. */
    public static List<User> text(Session session, int age) {
        return session.all(Orm.text("SELECT * FROM users WHERE age > :age ORDER BY name").bind("age", age)
                .columnsByName(USER));
    }

    /** The query of SQLAlchemy before 2.0, for those who are used to it. */
    public static List<User> classic(Session session) {
        return query(session, USER).filter(USER.age.gt(16)).filterBy("department", "sales").orderBy(USER.name)
                .slice(0, 2).all();
    }
}
