package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.sql.RowLimit;

/** ORDER BY, LIMIT and FETCH. */
final class OrderTwins {

    private OrderTwins() {}

    static void add(Twins twins) {
        twins.add("order.asc_desc", () -> select(users.id).orderBy(users.name.asc(), users.age.desc()));
        twins.add("order.distinct_on",
                () -> select(users.id, users.name).distinctOn(users.name).orderBy(users.name, users.id));
        twins.differs("order.distinct_on", "sqlite mysql mariadb",
                "the recorded text leaves DISTINCT ON out; here it is refused");
        twins.add("order.expr", () -> select(users.id).orderBy(users.age.plus(1)));
        twins.add("order.fetch", () -> select(users.id).orderBy(users.id).fetch(5, RowLimit.Form.FETCH));
        twins.add("order.fetch_offset",
                () -> select(users.id).orderBy(users.id).offset(3).fetch(5, RowLimit.Form.FETCH));
        twins.add("order.fetch_percent", () -> select(users.id).orderBy(users.id).fetch(5, RowLimit.Form.PERCENT));
        twins.add("order.fetch_ties", () -> select(users.id).orderBy(users.id).fetch(5, RowLimit.Form.WITH_TIES));
        for (var id : new String[]{"order.fetch", "order.fetch_offset"}) {
            twins.differs(id, "sqlite mysql mariadb", "FETCH is written as LIMIT, which means the same");
        }
        twins.differs("order.fetch_percent", "sqlite postgresql mysql mariadb", "refused by these servers");
        twins.differs("order.fetch_ties", "sqlite mysql", "refused by these servers");
        twins.add("order.join_limit", () -> select(users.id, addresses.id, addresses.city).join(addresses)
                .orderBy(users.name).limit(2).offset(4));
        twins.add("order.label_expr_desc", () -> {
            var twice = users.age.times(2).as("twice");
            return select(users.id, twice).orderBy(twice.desc());
        });
        twins.add("order.limit", () -> select(users.id).orderBy(users.id).limit(10));
        twins.add("order.limit_expr",
                () -> select(users.id).orderBy(users.id).limit(bind("lim", INTEGER, 5)).offset(value(2).plus(1)));
        twins.differs("order.limit_expr", "mysql mariadb", "refused by these servers");
        twins.add("order.limit_group", () -> {
            var n = count().as("n");
            return select(users.name, n).groupBy(users.name).orderBy(n.desc()).limit(3);
        });
        twins.add("order.limit_no_order", () -> select(users.id).limit(10));
        twins.add("order.limit_offset", () -> select(users.id).orderBy(users.id).limit(10).offset(20));
        twins.add("order.limit_offset_no_order", () -> select(users.id).limit(10).offset(5));
        twins.add("order.limit_zero", () -> select(users.id).limit(0));
        twins.add("order.nulls_first", () -> select(users.id).orderBy(users.age.nullsFirst()));
        twins.add("order.nulls_last_desc", () -> select(users.id).orderBy(users.age.desc().nullsLast()));
        twins.differs("order.nulls_first", "mysql mariadb", "refused by these servers; a CASE says it");
        twins.differs("order.nulls_last_desc", "mysql mariadb", "refused by these servers; a CASE says it");
        twins.add("order.order_by_case",
                () -> select(users.id).orderBy(caseWhen(users.name.eq("x"), 0).otherwise(1)));
        twins.add("order.ordinal", () -> select(users.id).orderBy(literalColumn("1", INTEGER)));
        twins.add("order.string_desc", () -> {
            var n = users.name.as("n");
            return select(users.id, n).orderBy(n.desc());
        });
        twins.add("order.string_name", () -> {
            var n = users.name.as("n");
            return select(users.id, n).orderBy(n);
        });
        twins.add("order.where_limit_params", () -> select(users.id).where(users.name.eq("w"))
                .orderBy(users.age.plus(7)).limit(2).offset(4));
        twins.add("order.offset_only", () -> select(users.id).orderBy(users.id).offset(5));
        twins.without("a label is an object and not a string", "order.string_unknown");
    }
}
