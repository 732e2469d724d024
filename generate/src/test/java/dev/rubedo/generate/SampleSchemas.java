package dev.rubedo.generate;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.BIGINT;
import static dev.rubedo.sql.Sql.BOOLEAN;
import static dev.rubedo.sql.Sql.DATE;
import static dev.rubedo.sql.Sql.INTEGER;
import static dev.rubedo.sql.Sql.SMALLINT;
import static dev.rubedo.sql.Sql.TEXT;
import static dev.rubedo.sql.Sql.binary;
import static dev.rubedo.sql.Sql.numeric;
import static dev.rubedo.sql.Sql.string;
import static dev.rubedo.sql.Sql.timestamp;

import dev.rubedo.engine.Engine;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.List;

/** Schemas of the kinds that people have: a rental shop, a trading company, a service with tenants. Stateless. */
final class SampleSchemas {
    private SampleSchemas() {}

    /** Films: several keys to one table, a self-reference, two kinds of join tables, a cycle, enums, actions. */
    static MetaData rental() {
        var m = new MetaData();
        m.table("language", column("language_id", SMALLINT).primaryKey(), column("name", string(20)).notNull());
        m.table("film", column("film_id", INTEGER).primaryKey(), column("title", string(255)).notNull(),
                column("description", TEXT), column("language_id", SMALLINT).notNull(),
                column("original_language_id", SMALLINT), column("sequel_of", INTEGER),
                column("rental_rate", numeric(4, 2)).notNull().serverDefault("4.99"),
                column("length", SMALLINT), column("rating", Types.labels("mpaa_rating", "G", "PG", "PG-13", "NC-17")),
                column("last_update", timestamp(0)).notNull().serverDefault("CURRENT_TIMESTAMP"),
                ForeignKey.on("language_id").references("language.language_id").named("fk_film_language")
                        .onUpdate(ReferentialAction.CASCADE).onDelete(ReferentialAction.RESTRICT),
                ForeignKey.on("original_language_id").references("language.language_id").named("fk_film_original")
                        .onDelete(ReferentialAction.SET_NULL),
                ForeignKey.on("sequel_of").references("film.film_id").named("fk_film_sequel"),
                Index.on("title").named("idx_title"));
        m.table("actor", column("actor_id", INTEGER).primaryKey(), column("first_name", string(45)).notNull(),
                column("last_name", string(45)).notNull(), Index.on("last_name", "first_name").named("idx_actor_name"));
        m.table("film_actor", column("actor_id", INTEGER), column("film_id", INTEGER),
                column("credited_as", string(80)), PrimaryKey.on("actor_id", "film_id"),
                ForeignKey.on("actor_id").references("actor.actor_id").named("fk_fa_actor")
                        .onDelete(ReferentialAction.CASCADE),
                ForeignKey.on("film_id").references("film.film_id").named("fk_fa_film"));
        m.table("category", column("category_id", INTEGER).primaryKey(),
                column("name", string(25)).notNull().unique());
        m.table("film_category", column("film_id", INTEGER), column("category_id", INTEGER),
                PrimaryKey.on("film_id", "category_id"),
                ForeignKey.on("film_id").references("film.film_id").named("fk_fc_film"),
                ForeignKey.on("category_id").references("category.category_id").named("fk_fc_category"));
        m.table("store", column("store_id", INTEGER).primaryKey(), column("manager_staff_id", INTEGER),
                UniqueConstraint.on("manager_staff_id").named("uq_store_manager"),
                ForeignKey.on("manager_staff_id").references("staff.staff_id").named("fk_store_staff").useAlter());
        m.table("staff", column("staff_id", INTEGER).primaryKey(), column("store_id", INTEGER).notNull(),
                column("picture", Types.BINARY), column("active", BOOLEAN).notNull(),
                ForeignKey.on("store_id").references("store.store_id").named("fk_staff_store"));
        m.table("film_text", column("film_id", INTEGER).primaryKey(), column("body", TEXT).notNull(),
                ForeignKey.on("film_id").references("film.film_id").named("fk_text_film")
                        .onDelete(ReferentialAction.CASCADE));
        return m;
    }

    /** Orders: names with spaces, capitals and reserved words, keys of letters, composite keys that others refer to. */
    static MetaData trading() {
        var m = new MetaData();
        m.table("Customers", column("CustomerID", Types.character(5)).primaryKey(),
                column("CompanyName", string(40)).notNull());
        m.table("Employees", column("EmployeeID", INTEGER).primaryKey(), column("LastName", string(20)).notNull(),
                column("BirthDate", DATE), column("Photo", binary(1000)), column("ReportsTo", INTEGER),
                ForeignKey.on("ReportsTo").references("Employees.EmployeeID").named("FK_Reports"));
        m.table("Regions", column("RegionID", INTEGER).primaryKey().autoincrement(false),
                column("class", string(50)).notNull());
        m.table("Territories", column("TerritoryID", string(20)).primaryKey(),
                column("RegionID", INTEGER).notNull().references("Regions.RegionID").foreignKeyName("FK_Region"));
        m.table("EmployeeTerritories", column("EmployeeID", INTEGER), column("TerritoryID", string(20)),
                PrimaryKey.on("EmployeeID", "TerritoryID"),
                ForeignKey.on("EmployeeID").references("Employees.EmployeeID").named("FK_ET_Employee"),
                ForeignKey.on("TerritoryID").references("Territories.TerritoryID").named("FK_ET_Territory"));
        m.table("Orders", column("OrderID", INTEGER).primaryKey(), column("CustomerID", Types.character(5)),
                column("EmployeeID", INTEGER), column("Freight", numeric(19, 4)).serverDefault("0"),
                ForeignKey.on("CustomerID").references("Customers.CustomerID").named("FK_Customer"),
                ForeignKey.on("EmployeeID").references("Employees.EmployeeID").named("FK_Employee"));
        m.table("Order Details", column("OrderID", INTEGER), column("Line No", INTEGER),
                column("Unit Price", numeric(19, 4)).notNull(), column("Quantity", SMALLINT).notNull(),
                PrimaryKey.on("OrderID", "Line No"),
                CheckConstraint.of("\"Quantity\" > 0").named("CK_Quantity").onlyOn("postgresql", "h2", "sqlite"),
                ForeignKey.on("OrderID").references("Orders.OrderID").named("FK_Details_Order"));
        m.table("Returns", column("ReturnID", BIGINT).primaryKey(), column("OrderID", INTEGER).notNull(),
                column("Line No", INTEGER).notNull(), column("2nd try", BOOLEAN),
                ForeignKey.on("OrderID", "Line No").references("Order Details.OrderID", "Order Details.Line No")
                        .named("FK_Return_Line"));
        return m;
    }

    /** A service: one-to-one by unique and by shared key, unique references, partial indexes, tables without a key. */
    static MetaData service() {
        var m = new MetaData();
        m.table("accounts", column("id", BIGINT).primaryKey(), column("email", string(190)).notNull().unique(),
                column("created_at", timestamp(0)).notNull().serverDefault("CURRENT_TIMESTAMP"),
                column("hash_code", string(64)));
        m.table("profiles", column("account_id", BIGINT).primaryKey().references("accounts.id")
                .foreignKeyName("fk_profile_account").onDelete(ReferentialAction.CASCADE),
                column("display_name", string(100)).comment("As others see it"));
        m.table("preferences", column("id", BIGINT).primaryKey(),
                column("account_id", BIGINT).notNull().references("accounts.id").foreignKeyName("fk_pref_account"),
                column("theme", string(20)).notNull().serverDefault("'light'"),
                UniqueConstraint.on("account_id").named("uq_pref_account"));
        m.table("followers", column("follower_id", BIGINT), column("followed_id", BIGINT),
                PrimaryKey.on("follower_id", "followed_id"),
                ForeignKey.on("follower_id").references("accounts.id").named("fk_follower"),
                ForeignKey.on("followed_id").references("accounts.id").named("fk_followed"));
        m.table("invites", column("id", BIGINT).primaryKey(),
                column("invited_email", string(190)).references("accounts.email").foreignKeyName("fk_invite_email"),
                column("price", numeric(10, 2)).notNull(), column("amount", INTEGER).notNull(),
                column("total", numeric(12, 2)).computed("price * amount", true),
                Index.on("price", "amount").named("ix_invite_price"));
        m.table("audit_log", column("at", timestamp(0)).notNull(), column("what", TEXT).notNull());
        return m;
    }

    /** Adds what only one database has. */
    static void addOwn(Engine engine, String database) {
        List<String> statements = switch (database) {
            case "postgresql" -> List.of("CREATE TYPE mood AS ENUM ('sad', 'happy')",
                    "CREATE TABLE extras (id integer GENERATED ALWAYS AS IDENTITY (START WITH 10) PRIMARY KEY, tags text[], "
                            + "at timestamptz DEFAULT now(), plain timestamp, doc jsonb, raw json, host inet, span tstzrange, "
                            + "code char(3), feeling mood NOT NULL DEFAULT 'happy', amount numeric, "
                            + "name varchar COLLATE \"C\", u uuid DEFAULT gen_random_uuid(), "
                            + "CONSTRAINT extras_span EXCLUDE USING gist (span WITH &&))",
                    "CREATE INDEX extras_name ON extras (lower(name)) WHERE amount > 0",
                    "CREATE INDEX extras_at ON extras (at DESC NULLS LAST)",
                    "COMMENT ON TABLE extras IS 'It''s \"special\": 100$'",
                    "CREATE SEQUENCE tickets START WITH 5 INCREMENT BY 5");
            case "mariadb", "mysql" -> List.of(
                    "CREATE TABLE extras (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, "
                            + "state enum('new','in-use') NOT NULL DEFAULT 'new', flags set('a','b'), at datetime, "
                            + "changed timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, "
                            + "big bigint unsigned, tiny tinyint, body longtext, code char(3), year_made year, amount decimal(30,0), "
                            + "doc json, KEY extras_body (body(20))) COMMENT='It''s \"special\": 100$'");
            case "sqlite" -> List.of("CREATE TABLE extras (id INTEGER PRIMARY KEY AUTOINCREMENT, name NVARCHAR(30) "
                    + "COLLATE NOCASE, at DATETIME, amount DECIMAL(10,2) DEFAULT 1.5, "
                    + "CHECK (amount > 0 AND name <> ':x')) STRICT".replace(" STRICT", ""),
                    "CREATE UNIQUE INDEX extras_name ON extras (name COLLATE NOCASE, lower(at)) WHERE amount > 1");
            case "h2" ->
                List.of("CREATE TABLE extras (id INT GENERATED BY DEFAULT AS IDENTITY(START WITH 7) PRIMARY KEY, "
                        + "at TIMESTAMP WITH TIME ZONE, t TIME(0), doc JSON, ids INTEGER ARRAY, code CHAR(3), u UUID, "
                        + "amount DECFLOAT, kind ENUM('A', 'B'))",
                        "COMMENT ON TABLE extras IS 'It''s \"special\": 100$'", "CREATE SEQUENCE tickets START WITH 5");
            default -> throw new AssertionError(database);
        };
        engine.inTransaction(connection -> statements
                .forEach(statement -> connection.execute(Sql.text(statement.replace(":", "\\:")))));
    }
}
