package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Sql.*;

/** UNION, INTERSECT and EXCEPT. */
final class SetOperationTwins {

    private SetOperationTwins() {}

    static void add(Twins twins) {
        twins.add("setop.inner_limit", () -> unionAll(select(users.id).orderBy(users.id).limit(2),
                select(items.id).orderBy(items.id).limit(3)));
        twins.add("setop.intersect_all_except_all", () -> exceptAll(
                intersectAll(select(users.id), select(orders.id)), select(addresses.userId)));
        twins.add("setop.labels", () -> {
            var k = users.id.as("k");
            return union(select(k), select(items.id)).orderBy(k);
        });
        twins.add("setop.method_chain",
                () -> unionAll(select(users.id).union(select(addresses.id)), select(orders.id)));
        twins.add("setop.method_many", () -> union(select(users.id), select(addresses.id), select(orders.id)));
        twins.add("setop.nested_union_parens",
                () -> intersect(union(select(users.id), select(items.id)), select(orders.id)));
        for (var id : new String[]{"setop.inner_limit", "setop.method_chain", "setop.nested_union_parens",
                "setop.intersect_all_except_all"}) {
            twins.differs(id, "sqlite", "no parentheses may stand around a part here, so it becomes a table");
        }
        twins.add("setop.order_by_col", () -> unionAll(select(users.id), select(items.id)).orderBy(users.id.desc())
                .offset(2).limit(3));
        twins.add("setop.order_limit", () -> union(select(users.id, users.name), select(items.id, items.name))
                .orderBy(users.name).limit(5));
        twins.add("setop.params", () -> union(select(users.id).where(users.name.eq("a")),
                select(users.id).where(users.name.eq("b"))).orderBy(users.id));
        twins.add("setop.subquery", () -> {
            var u = union(select(users.id), select(items.id)).subquery("u");
            return select(u.column(users.id)).where(u.column(users.id).gt(4));
        });
        twins.add("setop.union_all", () -> unionAll(select(users.id), select(addresses.id), select(orders.id)));
        twins.without("a compound select has no GROUP BY of its own", "setop.group_by");
        twins.without("a union has two queries at least", "setop.single");
    }
}
