package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Sql.*;

import java.util.List;

/** WITH. */
final class CommonTableTwins {

    private CommonTableTwins() {}

    static void add(Twins twins) {
        twins.add("cte.add_cte", () -> select(users.id).with(select(addresses.id).cte("unused")));
        twins.add("cte.add_cte_nest_here", () -> {
            var s = select(users.id).with(select(addresses.id).cte("n").nested()).subquery("s");
            return select(s);
        });
        twins.add("cte.alias", () -> {
            var t = select(users.id).cte("t");
            var x = t.as("x");
            return select(t.column(users.id), x.column(users.id)).where(t.column(users.id).lt(x.column(users.id)));
        });
        twins.add("cte.anonymous", () -> {
            var t = select(users.id).cte();
            return select(t.column(users.id));
        });
        twins.add("cte.in_subquery_hoisted", () -> {
            var t = select(addresses.id).cte("t");
            return select(users.id, select(count(t.column(addresses.id))).scalar());
        });
        twins.add("cte.insert_cte", () -> {
            var t = insertInto(users).values(users.name, "n").returning(users.id).cte("ins");
            return select(t.column(users.id));
        });
        twins.differs("cte.insert_cte", "sqlite mysql mariadb", "refused by these servers");
        twins.add("cte.param_order", () -> {
            var t = select(users.id).where(users.name.eq("cte")).cte("t");
            return select(t.column(users.id), value("body")).where(t.column(users.id).ne(9));
        });
        twins.add("cte.prefix_materialized", () -> {
            var t = select(users.id).cte("t").materialized();
            return select(t.column(users.id));
        });
        twins.differs("cte.prefix_materialized", "sqlite mysql mariadb",
                "the hint is given to all: SQLite takes it, the others refuse it");
        twins.add("cte.recursive", () -> {
            var tree = select(employees.id, employees.managerId).where(employees.managerId.isNull()).recursive("tree",
                    t -> select(employees.id, employees.managerId).join(t,
                            employees.managerId.eq(t.column(employees.id))));
            return select(tree.column(employees.id));
        });
        twins.add("cte.recursive_depth", () -> {
            var depth = value(0).as("depth");
            var e = employees.as("e");
            var t = select(employees.id, depth).where(employees.id.eq(1)).recursive("t",
                    r -> select(e.column(employees.id), r.column(depth).plus(1)).where(
                            e.column(employees.managerId).eq(r.column(employees.id)), r.column(depth).lt(5)));
            return select(t.column(employees.id), t.column(depth)).orderBy(t.column(depth));
        });
        twins.add("cte.recursive_numbers", () -> {
            var n = value(1).as("n");
            var nums = select(n).recursive("nums", r -> select(r.column(n).plus(1)).where(r.column(n).lt(10)));
            return select(sum(nums.column(n)));
        });
        twins.add("cte.recursive_two", () -> {
            var p = select(users.id).cte("p");
            var r = select(nodes.id).where(nodes.id.in(select(p.column(users.id)))).recursive("r",
                    t -> select(nodes.id).join(t, nodes.parentId.eq(t.column(nodes.id))));
            return select(r.column(nodes.id), p.column(users.id));
        });
        twins.add("cte.recursive_union_distinct", () -> {
            var t = select(nodes.id).where(nodes.id.eq(1)).recursiveDistinct("t",
                    r -> select(nodes.id).join(r, nodes.parentId.eq(r.column(nodes.id))));
            return select(t);
        });
        twins.add("cte.simple", () -> {
            var n = count().as("n");
            var t = select(users.id, n).groupBy(users.id).cte("t");
            return select(t.column(users.id)).where(t.column(n).gt(1L));
        });
        twins.add("cte.two", () -> {
            var a = select(users.id).where(users.id.gt(1)).cte("a");
            var b = select(a.column(users.id)).where(a.column(users.id).gt(2)).cte("b");
            return select(b.column(users.id));
        });
        twins.add("cte.union_of_ctes", () -> {
            var a = select(users.id).cte("a");
            var b = select(addresses.id).cte("b");
            return unionAll(select(a.column(users.id)), select(b.column(addresses.id)));
        });
        twins.add("cte.update_with_cte", () -> {
            var t = select(addresses.userId).cte("t");
            return update(users).set(users.active, false).where(users.id.in(select(t.column(addresses.userId))));
        });
        twins.differs("cte.update_with_cte", "mariadb", "refused by this server");
        twins.add("cte.values_cte", () -> {
            var v = valuesTable("v", List.of(columnName("a", INTEGER)), List.of(List.of(1), List.of(2)));
            var t = select(v.column("a")).cte("t");
            return select(t.column("a"));
        });
        twins.differs("cte.values_cte", "sqlite mysql mariadb", "the columns of VALUES get their names in another way");
    }
}
