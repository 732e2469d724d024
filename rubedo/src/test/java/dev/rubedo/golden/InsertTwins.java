package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Sequence;
import dev.rubedo.sql.TextClause;
import java.math.BigDecimal;
import java.util.List;

/** INSERT. */
final class InsertTwins {

    private InsertTwins() {}

    static void add(Twins twins) {
        addValues(twins);
        addQueries(twins);
        addReturning(twins);
        addConflicts(twins);
        twins.without("a parameter's name is not that of a column", "insert.bindparam_reserved_key");
    }

    private static void addValues(Twins twins) {
        twins.add("insert.bindparam", () -> insertInto(items).values(items.name, bind("the_name", STRING))
                .values(items.price, bind("the_price", NUMERIC)));
        twins.add("insert.all_columns", () -> insertInto(addresses).parameters());
        twins.add("insert.bindparam_shared",
                () -> insertInto(items).values(items.name, bind("x", STRING)).values(items.price, bind("x", NUMERIC)));
        twins.add("insert.composite_pk",
                () -> insertInto(orderItems).values(orderItems.orderId, 1, orderItems.itemId, 2));
        twins.add("insert.computed_omitted", () -> {
            var t = new MetaData().table("t", column("id", INTEGER).primaryKey(), column("a", INTEGER),
                    column("b", INTEGER).computed("a + 1"));
            return insertInto(t).values(t.column("a"), 1);
        });
        twins.add("insert.default_values", () -> insertInto(nodes));
        twins.add("insert.inline", () -> insertInto(users).values(users.name, "a"));
        twins.add("insert.multi_values", () -> insertInto(addresses)
                .rows(List.of(values().set(addresses.userId, 1).set(addresses.city, "a"),
                        values().set(addresses.userId, 2).set(addresses.city, "b"))));
        twins.add("insert.multi_values_expr", () -> insertInto(items).rows(List.of(
                values().set(items.name, lower(value("A"))).set(items.price, BigDecimal.ONE),
                values().set(items.name, "b").set(items.price, new BigDecimal(2)))));
        twins.add("insert.null_value",
                () -> insertInto(addresses).values(addresses.userId, 1).values(addresses.city, (String) null));
        twins.add("insert.prefix", () -> insertInto(items).values(items.name, "a").clauses(
                TextClause.prefix("IGNORE").only("mysql"), TextClause.prefix("OR REPLACE").only("sqlite")));
        twins.add("insert.sequence_default", () -> {
            var t = new MetaData().table("t", column("id", INTEGER).primaryKey().sequence(Sequence.of("t_id_seq")),
                    column("a", INTEGER));
            return insertInto(t).values(t.column("a"), 1);
        });
        twins.differs("insert.sequence_default", "mariadb", "the sequence is asked in the statement and not before");
        twins.add("insert.server_default_omitted", () -> {
            var t = new MetaData().table("t", column("id", INTEGER).primaryKey(), column("a", INTEGER),
                    column("c", TIMESTAMP).serverDefault(now()));
            return insertInto(t).values(t.column("a"), 1);
        });
        twins.add("insert.sql_expression", () -> insertInto(users).values(users.name, lower(value("ANN")))
                .values(users.age, select(max(employees.id)).scalar()));
        twins.add("insert.unknown_column", () -> insertInto(users).values(items.description, "nope"));
        twins.add("insert.values_tuple", () -> insertInto(items).values(items.id, 1, items.name, "pen", items.price,
                new BigDecimal("2.5"), items.description, "a pen"));
        twins.add("insert.values_kw", () -> insertInto(users).values(users.name, "ann", users.age, 3));
    }

    private static void addQueries(Twins twins) {
        twins.add("insert.from_select_no_defaults",
                () -> insertInto(users).fromSelect(select(items.name), users.name).withoutDefaults());
        twins.add("insert.from_select_defaults",
                () -> insertInto(users).fromSelect(select(items.name), users.name));
        twins.add("insert.from_select_union", () -> insertInto(items).fromSelect(
                union(select(users.id, users.name), select(employees.id, employees.name)), items.id, items.name));
    }

    private static void addReturning(Twins twins) {
        twins.add("insert.returning_all", () -> insertInto(items).values(items.name, "a").returning(items));
        twins.add("insert.returning_expr", () -> insertInto(items).values(items.name, "a")
                .returning(items.id.plus(5).as("x"), lower(items.name)));
        twins.add("insert.return_defaults",
                () -> insertInto(users).values(users.name, "a").returning(users.id, users.createdAt));
        twins.add("insert.sort_by_parameter_order",
                () -> insertInto(items).values(items.name, "x").returning(items.id));
        twins.differs("insert.return_defaults", "mysql", "refused by this server");
        twins.differs("insert.sort_by_parameter_order", "mysql", "refused by this server");
        twins.differs("insert.returning_all", "mysql", "refused by this server");
        twins.differs("insert.returning_expr", "mysql", "refused by this server");
    }

    private static void addConflicts(Twins twins) {
        twins.add("insert.my_duplicate", () -> insertInto(users).values(users.id, 1, users.name, "a").onConflict()
                .doUpdate(e -> e.set(users.name, e.excluded(users.name)).set(users.age, users.age.plus(1))));
        twins.add("insert.my_duplicate_ordered",
                () -> insertInto(users).values(users.id, 1, users.name, "a").onConflict()
                        .doUpdate(e -> e.set(users.fullname, concat(e.excluded(users.name), value("x")))
                                .set(users.name, "lit")));
        twins.add("insert.pg_conflict_constraint", () -> insertInto(users).values(users.id, 1)
                .onConflictOfConstraint("users_email_key").doUpdate(e -> e.set(users.name, "q")));
        twins.add("insert.pg_conflict_no_target", () -> insertInto(users).values(users.id, 1).onConflict()
                .doUpdate(e -> e.set(users.name, "q")));
        twins.add("insert.pg_conflict_nothing",
                () -> insertInto(users).values(users.id, 1, users.name, "a").onConflict().doNothing());
        twins.add("insert.pg_conflict_update_multi", InsertTwins::upsertOfItems);
        twins.add("insert.pg_conflict_update_where", InsertTwins::upsertWhere);
        twins.add("insert.sl_conflict_from_select", () -> insertInto(users)
                .fromSelect(select(items.id, items.name), users.id, users.name).onConflict().doNothing());
        twins.differs("insert.sl_conflict_from_select", "sqlite",
                "the recorded text cannot be parsed; a condition stands before ON CONFLICT");
        twins.add("insert.sl_conflict_nothing",
                () -> insertInto(users).values(users.id, 1, users.name, "a").onConflict().doNothing());
        twins.add("insert.sl_conflict_update",
                () -> insertInto(users).values(users.id, 1, users.name, "a").onConflict(users.id)
                        .doUpdate(e -> e.set(users.name, e.excluded(users.name)).set(users.age, users.age.plus(1))));
        twins.add("insert.sl_conflict_update_multi", InsertTwins::upsertOfItems);
        twins.add("insert.sl_conflict_update_where", InsertTwins::upsertWhere);
        twins.differs("insert.pg_conflict_no_target", "sqlite mysql mariadb",
                "these servers take any unique key");
    }

    private static Object upsertOfItems() {
        return insertInto(items)
                .rows(List.of(values().set(items.id, 1).set(items.name, "a"),
                        values().set(items.id, 2).set(items.name, "b")))
                .onConflict(items.id).doUpdateExcluded(items.name).returning(items.id);
    }

    private static Object upsertWhere() {
        return insertInto(users).values(users.id, 1, users.name, "a", users.email, "e").onConflict(users.email)
                .where(users.active.eq(literal(true))).doUpdate(e -> e.set(users.name, "z").where(users.age.gt(5)));
    }

}
