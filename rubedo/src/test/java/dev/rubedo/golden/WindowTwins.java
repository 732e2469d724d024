package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Sql.*;

import java.time.Duration;

/** OVER, FILTER, WITHIN GROUP. */
final class WindowTwins {

    private WindowTwins() {}

    static void add(Twins twins) {
        twins.add("window.aggregate_order_by", () -> select(arrayAgg(users.id).orderBy(users.name.desc())));
        twins.differs("window.aggregate_order_by", "sqlite mysql mariadb", "refused by these servers");
        twins.add("window.both_frames_error",
                () -> partitionBy().rows(preceding(1), following(2)).range(preceding(1), following(2)));
        twins.add("window.empty_over", () -> select(count().over()));
        twins.add("window.expr_partition",
                () -> select(max(users.age).over(partitionBy(users.age.plus(1)).orderBy(lower(users.name)))));
        twins.add("window.filter", () -> select(count(users.id).filter(users.age.gt(18))));
        twins.add("window.filter_over", () -> select(
                sum(orders.total).filter(orders.status.eq("open")).over(partitionBy(orders.userId))));
        twins.differs("window.filter", "mysql mariadb", "refused by these servers; a CASE says it");
        twins.differs("window.filter_over", "mysql mariadb", "refused by these servers; a CASE says it");
        twins.add("window.frame_clause", () -> select(sum(orders.total).over(orderBy(orders.placedAt)
                .range(preceding(value(Duration.ofDays(3))), currentRow()))));
        twins.differs("window.frame_clause", "postgresql", "an interval without its type is read as NULL elsewhere");
        twins.add("window.in_order_by",
                () -> select(users.id).orderBy(rowNumber().over(orderBy(users.age))));
        twins.add("window.in_subquery", () -> {
            var rn = rowNumber().over(partitionBy(orders.userId).orderBy(orders.total.desc())).as("rn");
            var s = select(orders.id, rn).subquery("s");
            return select(s.column(orders.id)).where(s.column(rn).eq(1L));
        });
        twins.add("window.label_order", () -> {
            var rn = rowNumber().over(orderBy(users.age)).as("rn");
            return select(users.id, rn).orderBy(rn);
        });
        twins.add("window.ntile", () -> select(ntile(4).over(orderBy(users.age))));
        twins.add("window.partition_list", () -> select(
                rank().over(partitionBy(orders.userId, orders.status).orderBy(orders.total.desc(), orders.id))));
        twins.add("window.range", () -> select(
                sum(orders.total).over(orderBy(orders.id).range(preceding(10), unboundedFollowing()))));
        twins.add("window.row_number", () -> select(rowNumber().over(orderBy(users.id))));
        twins.add("window.rows_bounds",
                () -> select(sum(orders.total).over(orderBy(orders.id).rows(preceding(2), following(3)))));
        twins.add("window.rows_following",
                () -> select(sum(orders.total).over(orderBy(orders.id).rows(following(1), following(5)))));
        twins.add("window.rows_unbounded_both", () -> select(
                sum(orders.total).over(orderBy(orders.id).rows(unboundedPreceding(), unboundedFollowing()))));
        twins.add("window.within_group_over", () -> select(func("percentile_disc", NUMERIC, 0.25)
                .withinGroup(orders.total.desc(), orders.id).over(partitionBy(orders.userId))));
        twins.differs("window.within_group_over", "sqlite mysql mariadb", "refused by these servers");
    }
}
