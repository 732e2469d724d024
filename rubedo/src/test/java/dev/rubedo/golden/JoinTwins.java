package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.Sql;

/** Joins, with conditions given and found by foreign keys. */
final class JoinTwins {

    private JoinTwins() {}

    private static Join join(FromClause left, FromClause right, Condition on) {
        return new Join(left, right, Join.Kind.INNER, on);
    }

    private static Join leftJoin(FromClause left, FromClause right, Condition on) {
        return new Join(left, right, Join.Kind.LEFT, on);
    }

    static void add(Twins twins) {
        Condition ofUser = users.id.eq(orders.userId);
        Condition ofOrder = orders.id.eq(orderItems.orderId);
        Condition ofItem = items.id.eq(orderItems.itemId);
        Condition ofAddress = users.id.eq(addresses.userId);
        twins.add("join.ambiguous", () -> select(orders).join(addresses));
        twins.add("join.chain",
                () -> select(users.name, items.name).joinFrom(users, orders).join(orderItems).join(items));
        twins.add("join.chain_nested_objects", () -> select(items.name)
                .from(join(join(join(users, orders, ofUser), orderItems, ofOrder), items, ofItem)));
        twins.add("join.explicit_resolves",
                () -> select(orders.id).join(addresses, orders.billingAddressId.eq(addresses.id)));
        twins.add("join.inferred", () -> select(users.name, addresses.city).joinFrom(users, addresses));
        twins.add("join.join_method", () -> select(users.name).join(addresses));
        twins.add("join.join_select_alias", () -> select(users, addresses).from(join(users, addresses, ofAddress)));
        twins.add("join.lateral_join", () -> {
            var city = select(addresses.city).where(addresses.userId.eq(users.id)).limit(1).lateral("la");
            return select(users.name, city.column(addresses.city)).join(city, trueCondition());
        });
        twins.differs("join.lateral_join", "sqlite mariadb", "the recorded text is refused by these servers");
        twins.add("join.literal_on", () -> select(users.id).join(items, condition(text("1 = 1", BOOLEAN))));
        twins.add("join.outer", () -> select(users.name).leftJoin(addresses));
        twins.add("join.outer_flag", () -> select(users.name).leftJoin(addresses));
        twins.add("join.outerjoin_from", () -> select(users.name, addresses.id).leftJoinFrom(users, addresses));
        twins.add("join.right_nested",
                () -> select(users.id).from(leftJoin(users, join(orders, orderItems, ofOrder), ofUser)));
        twins.add("join.right_nested_both", () -> select(users.id).from(leftJoin(join(users, addresses, ofAddress),
                join(orders, join(orderItems, items, ofItem), ofOrder), ofUser)));
        twins.add("join.select_from_plus_comma", () -> select(users.id, items.id).joinFrom(users, addresses));
        twins.add("join.self_alias", () -> {
            var m = employees.as("m");
            return select(employees.name, m.column(employees.name)).join(m,
                    employees.managerId.eq(m.column(employees.id)));
        });
        twins.add("join.self_inferred", () -> select(employees.name).joinFrom(employees, employees.as("m")));
        twins.differs("join.self_inferred", "sqlite postgresql mysql mariadb",
                "a table joined with itself without a condition is ambiguous here");
        twins.add("join.subquery_inferred",
                () -> select(users.name).join(select(addresses.userId, addresses.city).subquery("s")));
        twins.add("join.subquery_target", () -> {
            var counted = select(addresses.userId, count().as("n")).groupBy(addresses.userId).subquery("cnt");
            return select(users.name, counted.column("n")).join(counted, users.id.eq(counted.column(addresses.userId)));
        });
        twins.add("join.table_join", () -> select(users.id).from(join(users, addresses, ofAddress)));
        twins.add("join.true_on", () -> select(users.id).join(items, trueCondition()));
        twins.add("join.where_on_joined",
                () -> select(users.id).join(addresses).where(addresses.city.eq("Oslo"), users.age.gt(3)));
        twins.add("join.ambiguous_table_join", () -> select(orders.id).from(Sql.join(orders, addresses)));
        twins.add("join.no_fk_table_join", () -> select(users.id).from(Sql.join(users, items)));
    }
}
