package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.numeric;
import static dev.rubedo.type.Types.string;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The tables and rows that most suites use: four users, their addresses and orders. Immutable once created. */
final class Shop {

    final MetaData metadata = new MetaData();
    final Users users = new Users(metadata);
    final Addresses addresses;
    final Orders orders = new Orders(metadata, users);

    private Shop(boolean cascades) {
        addresses = new Addresses(metadata, users, cascades);
    }

    /** Creates the tables without rows. */
    static Shop empty(Engine engine) {
        var shop = new Shop(engine.dialect().supports(Feature.ON_DELETE_ACTION));
        shop.metadata.createAll(engine);
        return shop;
    }

    /** Creates the tables and fills them. */
    static Shop filled(Engine engine) {
        Shop shop = empty(engine);
        engine.inTransaction(shop::fill);
        return shop;
    }

    private void fill(Connection connection) {
        user(connection, 1L, "Ada", 36, "ada@example.com");
        user(connection, 2L, "Ben", 17, "ben@example.com");
        user(connection, 3L, "Cleo", 25, null);
        user(connection, 4L, "Dan", null, "100%_dan@example.com");
        address(connection, 1L, 1L, "Berlin");
        address(connection, 2L, 1L, "Paris");
        address(connection, 3L, 2L, "Paris");
        order(connection, 1L, 1L, "10.50", 1);
        order(connection, 2L, 1L, "20.25", 2);
        order(connection, 3L, 2L, "5.00", 3);
        order(connection, 4L, 3L, "7.75", 4);
    }

    private void user(Connection connection, long id, String name, @Nullable Integer age, @Nullable String email) {
        connection.execute(insertInto(users).values(users.id, id, users.name, name).values(users.age, age)
                .values(users.email, email));
    }

    private void address(Connection connection, long id, long userId, String city) {
        connection.execute(
                insertInto(addresses).values(addresses.id, id, addresses.userId, userId, addresses.city, city));
    }

    private void order(Connection connection, long id, long userId, String total, int quantity) {
        connection.execute(insertInto(orders).values(orders.id, id, orders.userId, userId, orders.total,
                new BigDecimal(total), orders.quantity, quantity));
    }

    static final class Users extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<String> name = column("name", string(50)).notNull();
        final Column<@Nullable Integer> age = column("age", INTEGER).nullable();
        final Column<@Nullable String> email = column("email", string(100)).nullable();

        Users(MetaData metadata) {
            super("users", metadata);
        }
    }

    static final class Addresses extends Table {
        final Column<Long> id;
        final Column<Long> userId;
        final Column<String> city;

        Addresses(MetaData metadata, Users users, boolean cascades) {
            super("addresses", metadata);
            id = column("id", BIGINT).primaryKey();
            userId = column("user_id", BIGINT).notNull().references(users.id)
                    .onDelete(cascades ? ReferentialAction.CASCADE : ReferentialAction.DEFAULT);
            city = column("city", string(50)).notNull();
        }
    }

    static final class Orders extends Table {
        final Column<Long> id;
        final Column<Long> userId;
        final Column<BigDecimal> total;
        final Column<Integer> quantity;

        Orders(MetaData metadata, Users users) {
            super("orders", metadata);
            id = column("id", BIGINT).primaryKey();
            userId = column("user_id", BIGINT).notNull().references(users.id);
            total = column("total", numeric(10, 2)).notNull();
            quantity = column("quantity", INTEGER).notNull();
        }
    }
}
