package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Operator;

/** Scalar subqueries, EXISTS, tables made of queries, and what they take from around them. */
final class SubqueryTwins {

    private SubqueryTwins() {}

    static void add(Twins twins) {
        addCorrelated(twins);
        addTables(twins);
        addScalars(twins);
    }

    private static void addCorrelated(Twins twins) {
        twins.add("subquery.alias_correlate", () -> {
            var u = users.as("u");
            return select(users.id).where(users.age
                    .eq(select(max(u.column(users.age))).where(u.column(users.name).eq(users.name)).scalar()));
        });
        twins.add("subquery.case_subquery", () -> select(users.id,
                caseWhen(exists(addresses.userId.eq(users.id)), "yes").otherwise("no")));
        twins.add("subquery.correlate_all_removed",
                () -> select(users.id).where(users.id.eq(select(users.id).correlate(users).scalar())));
        twins.add("subquery.correlate_explicit", () -> select(users.id).where(users.id.eq(
                select(addresses.userId).where(addresses.userId.eq(users.id)).correlate(users).scalar())));
        twins.add("subquery.correlate_no_from_error", () -> select(users.id)
                .where(users.id.eq(select(users.id).where(users.name.eq("x")).scalar())));
        twins.add("subquery.correlate_none", () -> select(users.id).where(select(count(addresses.id))
                .where(addresses.userId.eq(users.id)).correlate().scalar().gt(1L)));
        twins.add("subquery.deep_correlation", () -> select(users.id).where(
                exists(and(orders.userId.eq(users.id), exists(orderItems.orderId.eq(orders.id))))));
        twins.add("subquery.exists_correlate", () -> select(users.id).where(select(addresses.id)
                .where(addresses.userId.eq(users.id)).correlateExcept(addresses).exists()));
        twins.add("subquery.exists_select", () -> select(users.id)
                .where(select(addresses.id).where(addresses.userId.eq(users.id)).exists()));
        twins.add("subquery.exists_select_from",
                () -> select(literalColumn("1", INTEGER)).from(users).where(users.id.eq(3)).exists());
    }

    private static void addTables(Twins twins) {
        twins.add("subquery.from_subquery", () -> {
            var n = count().as("n");
            var s = select(users.name, n).groupBy(users.name).subquery("s");
            return select(s.column(users.name)).where(s.column(n).gt(1L));
        });
        twins.add("subquery.func_column_anon", () -> select(select(max(users.id)).subquery("s")));
        twins.add("subquery.in_limited",
                () -> select(users.id).where(users.id.in(select(addresses.userId).orderBy(addresses.id).limit(3))));
        twins.differs("subquery.in_limited", "mysql mariadb", "refused by these servers; a table inside has the limit");
        twins.add("subquery.lateral", () -> {
            var l = select(orders.id).where(orders.userId.eq(users.id)).lateral();
            return select(users.name, l.column(orders.id));
        });
        twins.differs("subquery.lateral", "sqlite mariadb", "refused by these servers");
        twins.add("subquery.lateral_func", () -> {
            var x = func("unnest", STRING, products.tags).table("x", columnName("v", STRING)).lateral();
            return select(products.id, x.column("v"));
        });
        twins.differs("subquery.lateral_func", "sqlite postgresql mysql mariadb",
                "refused by these servers; PostgreSQL is told the names of the columns");
        twins.add("subquery.nested_from", () -> {
            var a = select(users.id).where(users.id.gt(1)).subquery();
            var b = select(a.column(users.id)).where(a.column(users.id).gt(2)).subquery();
            return select(b);
        });
        twins.add("subquery.params_order", () -> {
            var s = select(users.id).where(users.age.gt(1)).subquery("s");
            return select(s.column(users.id), value(7)).where(s.column(users.id).gt(2));
        });
        twins.add("subquery.sub_limit_offset", () -> {
            var s = select(users.id).orderBy(users.id).limit(5).offset(2).subquery("s");
            return select(s.column(users.id));
        });
        twins.add("subquery.unlabelled_func_column",
                () -> select(select(max(users.id)).subquery("s").column("max_1")));
    }

    private static void addScalars(Twins twins) {
        twins.add("subquery.scalar_arith", () -> select(select(max(users.age)).scalar().plus(5)));
        twins.add("subquery.scalar_column", () -> select(users.name,
                select(count(addresses.id)).where(addresses.userId.eq(users.id)).scalar().as("n")));
        twins.add("subquery.scalar_order", () -> select(users.id).orderBy(
                select(count(addresses.id)).where(addresses.userId.eq(users.id)).scalar().desc()));
        twins.add("subquery.scalar_subquery_in_func",
                () -> coalesce(select(max(users.age)).scalar(), 0));
        twins.add("subquery.scalar_unlabelled", () -> select(users.name, select(max(addresses.id)).scalar()));
        twins.add("subquery.scalar_where",
                () -> select(users.name).where(users.age.eq(select(max(users.age)).scalar())));
        twins.add("subquery.select_as_column_deprecated",
                () -> new Comparison(users.id, Operator.EQ, select(addresses.userId).scalar()));
    }
}
