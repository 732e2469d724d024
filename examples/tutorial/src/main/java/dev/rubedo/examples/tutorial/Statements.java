package dev.rubedo.examples.tutorial;

import static dev.rubedo.examples.tutorial.Tables.ACCOUNTS;
import static dev.rubedo.examples.tutorial.Tables.MAILS;
import static dev.rubedo.orm.Orm.NUMERIC;
import static dev.rubedo.orm.Orm.and;
import static dev.rubedo.orm.Orm.avg;
import static dev.rubedo.orm.Orm.caseWhen;
import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.into;
import static dev.rubedo.orm.Orm.max;
import static dev.rubedo.orm.Orm.not;
import static dev.rubedo.orm.Orm.or;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.sum;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.Orm;
import dev.rubedo.sql.Row;
import java.math.BigDecimal;
import java.util.List;

/** Chapter 3: statements about tables. Each of them is an immutable value. Stateless and thread-safe. */
public final class Statements {

    private Statements() {}

    /** One row, several rows, and rows from a query. */
    public static void insert(Connection connection) {
        connection.execute(insertInto(ACCOUNTS).values(ACCOUNTS.name, "Alice", ACCOUNTS.age, 30));
        connection.execute(insertInto(ACCOUNTS).rows(List.of("Bob", "Carol", "Dave"),
                (row, name) -> row.set(ACCOUNTS.name, name).set(ACCOUNTS.age, name.length() * 6)));
        connection.execute(insertInto(MAILS).fromSelect(
                select(ACCOUNTS.id, ACCOUNTS.name.concat("@example.com")).where(ACCOUNTS.name.ne("Dave")),
                MAILS.accountId, MAILS.address));
    }

    /** Conditions are combined with AND unless you state otherwise. */
    public static List<String> names(Connection connection) {
        return connection.all(select(ACCOUNTS.name)
                .where(ACCOUNTS.age.ge(18), or(ACCOUNTS.name.like("A%"), ACCOUNTS.name.in("Bob", "Carol", "Dave")))
                .orderBy(ACCOUNTS.age.desc(), ACCOUNTS.name).limit(10).offset(0));
    }

    /** A record with the selected values; the compiler checks their types. */
    public record NameAndAge(String name, Integer age) {}

    /** Rows become records. */
    public static List<NameAndAge> records(Connection connection) {
        return connection.all(select(into(NameAndAge::new, ACCOUNTS.name, ACCOUNTS.age))
                .where(and(ACCOUNTS.age.between(18, 65), not(ACCOUNTS.name.startsWith("C")))).distinct()
                .orderBy(ACCOUNTS.name));
    }

    /** Updates some rows, with values computed from the old ones. */
    public static long update(Connection connection) {
        connection.execute(Orm.update(ACCOUNTS).set(ACCOUNTS.balance, new BigDecimal("12.50")));
        return connection.execute(Orm.update(ACCOUNTS)
                .set(ACCOUNTS.balance, caseWhen(ACCOUNTS.age.lt(25), ACCOUNTS.balance.times(2))
                        .otherwise(ACCOUNTS.balance))
                .set(ACCOUNTS.age, ACCOUNTS.age.plus(1)).where(ACCOUNTS.age.isNotNull())).rowCount();
    }

    /** Deletes the rows that match a condition, which may use another table. */
    public static long delete(Connection connection) {
        return connection.execute(deleteFrom(ACCOUNTS)
                .where(ACCOUNTS.id.notIn(select(MAILS.accountId)))).rowCount();
    }

    /** The ON condition of a join comes from the foreign key unless it is given. */
    public static List<Row> joins(Connection connection) {
        connection.all(select(ACCOUNTS.name).leftJoin(MAILS, ACCOUNTS.id.eq(MAILS.accountId)));
        return connection.all(select(ACCOUNTS.name, MAILS.address).join(MAILS).orderBy(ACCOUNTS.name));
    }

    /** Groups, and conditions on them. */
    public static List<Row> aggregates(Connection connection) {
        connection.one(select(sum(ACCOUNTS.balance), avg(ACCOUNTS.age), max(ACCOUNTS.age)));
        return connection.all(select(ACCOUNTS.balance, count(ACCOUNTS.id).as("number")).groupBy(ACCOUNTS.balance)
                .having(count(ACCOUNTS.id).ge(1L)).orderBy(ACCOUNTS.balance));
    }

    /** A subquery as a value, as a table and with a name. */
    public static List<String> subqueries(Connection connection) {
        var average = select(avg(ACCOUNTS.age)).scalar();
        connection.all(select(ACCOUNTS.name).where(ACCOUNTS.age.cast(NUMERIC).ge(average)));
        var counted = select(MAILS.accountId, count(MAILS.id).as("number")).groupBy(MAILS.accountId)
                .subquery("counted");
        connection.all(select(ACCOUNTS.name).join(counted, counted.column(MAILS.accountId).eq(ACCOUNTS.id)));
        var young = select(ACCOUNTS.id, ACCOUNTS.name).where(ACCOUNTS.age.lt(28)).cte("young");
        return connection.all(select(young.column(ACCOUNTS.name)).orderBy(young.column(ACCOUNTS.name)));
    }
}
