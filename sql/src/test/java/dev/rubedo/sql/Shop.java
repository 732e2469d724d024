package dev.rubedo.sql;

import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.BOOLEAN;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.NUMERIC;
import static dev.rubedo.type.Types.TIMESTAMP;
import static dev.rubedo.type.Types.string;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** The tables that tests speak of. Immutable. */
public final class Shop {
    /** Where the tables belong. */
    public static final MetaData METADATA = new MetaData();
    /** People. */
    public static final Users USERS = new Users(METADATA);
    /** Where they live. */
    public static final Addresses ADDRESSES = new Addresses(METADATA);
    /** What they ordered. */
    public static final Orders ORDERS = new Orders(METADATA);
    /** Who leads whom. */
    public static final Employees EMPLOYEES = new Employees(METADATA);
    /** What refers to nothing. */
    public static final Items ITEMS = new Items(METADATA);

    private Shop() {}

    /** People. */
    public static final class Users extends Table {
        public final Column<Integer> id = column("id", INTEGER).primaryKey();
        public final Column<String> name = column("name", string(50)).notNull();
        public final Column<String> email = column("email", string(100));
        public final Column<Integer> age = column("age", INTEGER);
        public final Column<Boolean> active = column("active", BOOLEAN);
        public final Column<LocalDateTime> created = column("created", TIMESTAMP);

        /** Makes the table, or an alias of it. */
        public Users(MetaData metadata) {
            super("users", metadata);
        }
    }

    /** Where people live. */
    public static final class Addresses extends Table {
        public final Column<Integer> id = column("id", INTEGER).primaryKey();
        public final Column<Integer> userId = column("user_id", INTEGER).references(USERS.id);
        public final Column<String> city = column("city", string(50));

        private Addresses(MetaData metadata) {
            super("addresses", metadata);
        }
    }

    /** What people ordered; two addresses each. */
    public static final class Orders extends Table {
        public final Column<Long> id = column("id", BIGINT).primaryKey();
        public final Column<Integer> userId = column("user_id", INTEGER).references("users.id");
        public final Column<Integer> billing = column("billing_id", INTEGER).references(() -> ADDRESSES.id);
        public final Column<Integer> shipping = column("shipping_id", INTEGER).references(() -> ADDRESSES.id);
        public final Column<BigDecimal> total = column("total", NUMERIC);

        private Orders(MetaData metadata) {
            super("orders", metadata);
        }
    }

    /** Who leads whom. */
    public static final class Employees extends Table {
        public final Column<Integer> id = column("id", INTEGER).primaryKey();
        public final Column<Integer> managerId = column("manager_id", INTEGER).references("employees.id");
        public final Column<String> name = column("name", string(50));

        private Employees(MetaData metadata) {
            super("employees", metadata);
        }
    }

    /** What refers to nothing. */
    public static final class Items extends Table {
        public final Column<Integer> id = column("id", INTEGER).primaryKey();
        public final Column<String> label = column("title", string(50));

        private Items(MetaData metadata) {
            super("items", metadata);
        }
    }
}
