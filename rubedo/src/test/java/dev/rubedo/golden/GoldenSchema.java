package dev.rubedo.golden;

import static dev.rubedo.sql.Sql.*;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The tables that all golden cases share. */
final class GoldenSchema {

    static final MetaData META = new MetaData();
    static final Users users = new Users();
    static final Addresses addresses = new Addresses();
    static final Orders orders = new Orders();
    static final Items items = new Items();
    static final OrderItems orderItems = new OrderItems();
    static final Employees employees = new Employees();
    static final Engineers engineers = new Engineers();
    static final Managers managers = new Managers();
    static final Products products = new Products();
    static final Keywords keywords = new Keywords();
    static final Nodes nodes = new Nodes();

    private GoldenSchema() {}

    /** A colour, stored by name. */
    enum Color {
        red, green, blue
    }

    /** A size, stored by name. */
    enum Size {
        S, M, L
    }

    static final class Users extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<String> name = column("name", string(50)).notNull();
        final Column<String> fullname = column("fullname", string(100));
        final Column<String> email = column("email", string(120)).unique();
        final Column<Integer> age = column("age", INTEGER);
        final Column<Boolean> active = column("active", BOOLEAN).notNull().defaultValue(true);
        final Column<BigDecimal> score = column("score", numeric(10, 2));
        final Column<LocalDateTime> createdAt = column("created_at", TIMESTAMP);

        Users() {
            this(META);
        }

        Users(MetaData metadata) {
            super("users", metadata);
        }
    }

    static final class Addresses extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<Integer> userId = column("user_id", INTEGER).notNull().references("users.id");
        final Column<String> street = column("street", string(100));
        final Column<String> city = column("city", string(50));
        final Column<String> zip = column("zip", string(10));

        Addresses() {
            super("addresses", META);
        }
    }

    static final class Orders extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<Integer> userId = column("user_id", INTEGER).notNull().references("users.id");
        final Column<Integer> billingAddressId = column("billing_address_id", INTEGER).references("addresses.id");
        final Column<Integer> shippingAddressId = column("shipping_address_id", INTEGER).references("addresses.id");
        final Column<String> status = column("status", string(20)).notNull().defaultValue("new");
        final Column<BigDecimal> total = column("total", numeric(12, 2));
        final Column<LocalDateTime> placedAt = column("placed_at", TIMESTAMP);
        final Column<String> note = column("note", TEXT);

        Orders() {
            super("orders", META);
        }
    }

    static final class Items extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<String> name = column("name", string(80)).notNull();
        final Column<BigDecimal> price = column("price", numeric(10, 2));
        final Column<String> description = column("description", TEXT);

        Items() {
            super("items", META);
        }
    }

    static final class OrderItems extends Table {
        final Column<Integer> orderId = column("order_id", INTEGER).primaryKey().references("orders.id");
        final Column<Integer> itemId = column("item_id", INTEGER).primaryKey().references("items.id");
        final Column<Integer> quantity = column("quantity", INTEGER).notNull().defaultValue(1);
        final Column<BigDecimal> unitPrice = column("unit_price", numeric(10, 2));

        OrderItems() {
            super("order_items", META);
        }
    }

    static final class Employees extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<String> name = column("name", string(50)).notNull();
        final Column<String> type = column("type", string(20)).notNull();
        final Column<Integer> managerId = column("manager_id", INTEGER).references("employees.id");
        final Column<BigDecimal> salary = column("salary", numeric(10, 2));
        final Column<LocalDate> hiredOn = column("hired_on", DATE);

        Employees() {
            super("employees", META);
        }
    }

    static final class Engineers extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey().references("employees.id");
        final Column<String> language = column("language", string(30));

        Engineers() {
            super("engineers", META);
        }
    }

    static final class Managers extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey().references("employees.id");
        final Column<BigDecimal> budget = column("budget", numeric(12, 2));

        Managers() {
            super("managers", META);
        }
    }

    static final class Products extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<String> sku = column("sku", string(30)).notNull().unique();
        final Column<String> name = column("name", string(80));
        final Column<BigDecimal> price = column("price", numeric(10, 2));
        final Column<Double> weight = column("weight", DOUBLE);
        final Column<Object> attrs = column("attrs", json(Object.class));
        final Column<List<String>> tags = column("tags", array(string(30)));
        final Column<Color> color = column("color", enumType(Color.class).withName("color_enum"));
        final Column<Size> size = column("size", enumType(Size.class).withName("size_enum"));
        final Column<LocalDate> releasedOn = column("released_on", DATE);
        final Column<OffsetDateTime> updatedAt = column("updated_at", TIMESTAMP_TZ);
        final Column<LocalTime> opensAt = column("opens_at", TIME);
        final Column<byte[]> photo = column("photo", BINARY);
        final Column<UUID> guid = column("guid", UUID);
        final Column<Duration> warranty = column("warranty", INTERVAL);
        final Column<Boolean> inStock = column("in_stock", BOOLEAN);

        Products() {
            super("products", META);
        }
    }

    static final class Keywords extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<String> word = column("word", string(30)).notNull();

        Keywords() {
            super("keywords", META);
        }
    }

    static final class Nodes extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<Integer> parentId = column("parent_id", INTEGER).references("nodes.id");
        final Column<String> label = column("label", string(30));

        Nodes() {
            super("nodes", META);
        }
    }
}
