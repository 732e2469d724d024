package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.TextClause;

/** UPDATE and DELETE. */
final class UpdateDeleteTwins {

    private UpdateDeleteTwins() {}

    static void add(Twins twins) {
        addDeletes(twins);
        addUpdates(twins);
        addUpdatesOverTables(twins);
    }

    private static void addDeletes(Twins twins) {
        var renamed = users.as("u", Users::new);
        twins.add("updatedelete.delete_alias_target", () -> deleteFrom(renamed).where(renamed.id.eq(1)));
        twins.differs("updatedelete.delete_alias_target", "mysql mariadb",
                "MariaDB before 11.6 takes an alias next to other tables only");
        twins.add("updatedelete.update_alias_target",
                () -> update(renamed).set(renamed.name, "x").where(renamed.id.eq(1)));
        twins.add("updatedelete.update_all", () -> update(keywords).parameters());
        twins.add("updatedelete.delete_exists",
                () -> deleteFrom(users).where(not(exists(addresses.userId.eq(users.id)))));
        twins.add("updatedelete.delete_in", () -> deleteFrom(users).where(users.id.in(1, 2)));
        twins.add("updatedelete.delete_returning",
                () -> deleteFrom(users).where(users.id.eq(1)).returning(users.id, users.name));
        twins.differs("updatedelete.delete_returning", "mysql", "refused by this server");
        twins.add("updatedelete.delete_using", () -> deleteFrom(addresses).where(addresses.userId.eq(users.id),
                users.active.eq(literal(false))));
        twins.add("updatedelete.delete_using_alias", () -> {
            var u = users.as("u");
            return deleteFrom(users).where(users.name.eq(u.column(users.name)), users.id.gt(u.column(users.id)));
        });
        twins.add("updatedelete.delete_using_explicit",
                () -> deleteFrom(addresses).using(users).where(users.name.eq("x")));
        twins.add("updatedelete.delete_using_returning", () -> deleteFrom(addresses)
                .where(addresses.userId.eq(users.id)).returning(addresses.id, users.name));
        twins.differs("updatedelete.delete_using_returning", "mysql mariadb", "refused by this server");
        twins.add("updatedelete.delete_using_two", () -> deleteFrom(orderItems)
                .where(orderItems.orderId.eq(orders.id), orders.userId.eq(users.id), users.name.eq("x")));
        twins.add("updatedelete.delete_where", () -> deleteFrom(users).where(users.id.eq(5), users.name.ne("a")));
    }

    private static void addUpdates(Twins twins) {
        twins.add("updatedelete.ordered_values", () -> update(users).set(users.age, 5).set(users.name, "b")
                .set(users.fullname, users.name));
        twins.differs("updatedelete.ordered_values", "mysql mariadb",
                "in the recorded order the server would assign the new name; here all databases assign the old one");
        twins.add("updatedelete.update_bind_names",
                () -> update(users).set(users.name, "new").where(users.name.eq("old")));
        twins.add("updatedelete.update_bindparam", () -> update(users).set(users.name, bind("new_name", STRING))
                .where(users.id.eq(bind("b_id", INTEGER))));
        twins.add("updatedelete.update_expr", () -> update(users).set(users.age, users.age.plus(1)));
        twins.add("updatedelete.update_false", () -> update(users).set(users.name, "x").where(falseCondition()));
        twins.add("updatedelete.update_hint", () -> update(users).set(users.name, "x").clauses(
                TextClause.suffix("WITH (ROWLOCK)").only("mssql"), TextClause.prefix("LOW_PRIORITY").only("mysql")));
        twins.add("updatedelete.update_null",
                () -> update(users).set(users.fullname, (String) null).where(users.fullname.eq("")));
        twins.add("updatedelete.update_null_expr", () -> update(users).setNull(users.fullname));
        twins.add("updatedelete.update_onupdate", () -> {
            var t = new MetaData().table("t", column("id", INTEGER).primaryKey(), column("a", INTEGER),
                    column("m", TIMESTAMP_TZ).onUpdate(now()), column("k", INTEGER).onUpdate(9));
            return update(t).set(t.column("a", Integer.class), 1).where(t.column("id", Integer.class).eq(2));
        });
        twins.add("updatedelete.update_returning",
                () -> update(users).set(users.name, "x").where(users.id.eq(5)).returning(users.id, users.name));
        twins.differs("updatedelete.update_returning", "mysql mariadb", "refused by these servers");
        twins.add("updatedelete.update_values",
                () -> update(users).set(users.name, "x").set(users.age, 3).where(users.id.eq(5)));
        twins.add("updatedelete.update_where_exists",
                () -> update(users).set(users.active, false).where(exists(addresses.userId.eq(users.id))));
        twins.add("updatedelete.update_where_in",
                () -> update(users).set(users.active, false).where(users.id.in(select(orders.userId))));
    }

    private static void addUpdatesOverTables(Twins twins) {
        twins.add("updatedelete.update_cte_from", () -> {
            var t = select(items.id, items.name).cte("t");
            return update(users).set(users.name, t.column(items.name)).where(users.id.eq(t.column(items.id)));
        });
        twins.differs("updatedelete.update_cte_from", "mariadb", "refused by this server");
        twins.add("updatedelete.update_from_returning", () -> update(users).set(users.age, 5)
                .where(users.id.eq(addresses.userId)).returning(users.id, addresses.city));
        twins.differs("updatedelete.update_from_returning", "sqlite mysql mariadb", "refused by these servers");
        twins.add("updatedelete.update_from_three",
                () -> update(users).set(users.age, 5).where(users.id.eq(orders.userId),
                        orders.billingAddressId.eq(addresses.id), addresses.city.eq("x")));
    }
}
