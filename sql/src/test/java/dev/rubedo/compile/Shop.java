package dev.rubedo.compile;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.type.Types;

/** The tables of the compiler's tests. */
public final class Shop {

    private final MetaData metadata = new MetaData();
    /** Users. */
    public final Users users = new Users();
    /** Addresses, which belong to users. */
    public final Addresses addresses = new Addresses();

    /** Users. */
    public final class Users extends Table {
        public final Column<Integer> id = column("id", Types.INTEGER).primaryKey();
        public final Column<String> name = column("name", Types.string(50)).notNull();
        public final Column<Integer> age = column("age", Types.INTEGER);
        public final Column<Boolean> active = column("active", Types.BOOLEAN).notNull().defaultValue(true);

        private Users() {
            super("users", metadata);
        }
    }

    /** Addresses. */
    public final class Addresses extends Table {
        public final Column<Integer> id = column("id", Types.INTEGER).primaryKey();
        public final Column<Integer> userId = column("user_id", Types.INTEGER).notNull().references("users.id");
        public final Column<String> city = column("city", Types.string(50));

        private Addresses() {
            super("addresses", metadata);
        }
    }
}
