package dev.rubedo.cli.corpus;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.schema.ReferentialAction.CASCADE;
import static dev.rubedo.schema.ReferentialAction.RESTRICT;
import static dev.rubedo.schema.ReferentialAction.SET_NULL;
import static dev.rubedo.type.Types.*;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Sql;
import java.time.LocalDateTime;

/** A film rental: keys that cascade, a cycle of shops and staff, an enumeration, checks, a view. Stateless. */
final class FilmRental {
    private final MetaData metaData = new MetaData();
    private final Dialect dialect;

    private FilmRental(Dialect dialect) {
        this.dialect = dialect;
    }

    static MetaData on(Dialect dialect) {
        return new FilmRental(dialect).build();
    }

    private MetaData build() {
        places();
        films();
        shops();
        rentals();
        return metaData;
    }

    private static Column<LocalDateTime> changed() {
        return column("last_update", timestamp(0)).notNull().serverDefault("CURRENT_TIMESTAMP");
    }

    /** Where keys have no actions, they are declared without. */
    private TableItem key(String table, String column, String target, boolean isCascading) {
        var key = ForeignKey.on(column).references(target).named("fk_" + table + "_" + column.replace("_id", ""));
        if (!dialect.supports(Feature.ON_DELETE_ACTION)) {
            return key;
        }
        return key.onUpdate(CASCADE).onDelete(isCascading ? CASCADE : RESTRICT);
    }

    private void places() {
        metaData.table("country", column("country_id", SMALLINT).primaryKey(),
                column("country", string(50)).notNull(), changed());
        metaData.table("city", column("city_id", SMALLINT).primaryKey(), column("city", string(50)).notNull(),
                column("country_id", SMALLINT).notNull(), changed(),
                key("city", "country_id", "country.country_id", false),
                Index.on("country_id").named("idx_city_country"));
        metaData.table("address", column("address_id", INTEGER).primaryKey(),
                column("address", string(50)).notNull(), column("address2", string(50)),
                column("district", string(20)).notNull(), column("city_id", SMALLINT).notNull(),
                column("postal_code", string(10)), column("phone", string(20)).notNull(), changed(),
                key("address", "city_id", "city.city_id", false), Index.on("city_id").named("idx_address_city"));
    }

    private void films() {
        metaData.table("language", column("language_id", SMALLINT).primaryKey(),
                column("name", character(20)).notNull(), changed());
        metaData.table("category", column("category_id", SMALLINT).primaryKey(), column("name", string(25)).notNull(),
                changed());
        metaData.table("actor", column("actor_id", INTEGER).primaryKey(), column("first_name", string(45)).notNull(),
                column("last_name", string(45)).notNull(), changed(),
                Index.on("last_name").named("idx_actor_last_name"));
        var film = metaData.table("film", column("film_id", INTEGER).primaryKey(),
                column("title", string(128)).notNull(), column("description", TEXT), column("release_year", SMALLINT),
                column("language_id", SMALLINT).notNull(), column("original_language_id", SMALLINT),
                column("rental_duration", SMALLINT).notNull().serverDefault("3"),
                column("rental_rate", numeric(4, 2)).notNull().serverDefault("4.99"), column("length", SMALLINT),
                column("replacement_cost", numeric(5, 2)).notNull().serverDefault("19.99"),
                column("rating", labels("mpaa_rating", "G", "PG", "PG-13", "R", "NC-17")).serverDefault("'G'"),
                column("special_features", string(200)), changed(),
                key("film", "language_id", "language.language_id", false),
                Index.on("title").named("idx_title"), Index.on("language_id").named("idx_film_language"),
                CheckConstraint.of("release_year BETWEEN 1901 AND 2155").named("ck_film_year"));
        film.add(dialect.supports(Feature.ON_DELETE_ACTION)
                ? ForeignKey.on("original_language_id").references("language.language_id")
                        .named("fk_film_original_language").onUpdate(CASCADE).onDelete(SET_NULL)
                : ForeignKey.on("original_language_id").references("language.language_id")
                        .named("fk_film_original_language"));
        metaData.table("film_actor", column("actor_id", INTEGER), column("film_id", INTEGER), changed(),
                PrimaryKey.on("actor_id", "film_id"), key("film_actor", "actor_id", "actor.actor_id", true),
                key("film_actor", "film_id", "film.film_id", true), Index.on("film_id").named("idx_fk_film_id"));
        metaData.table("film_category", column("film_id", INTEGER), column("category_id", SMALLINT), changed(),
                PrimaryKey.on("film_id", "category_id"), key("film_category", "film_id", "film.film_id", true),
                key("film_category", "category_id", "category.category_id", false));
        metaData.table("film_text", column("film_id", INTEGER).primaryKey().autoincrement(false),
                column("title", string(255)).notNull(), column("description", TEXT));
        cheap(film);
    }

    private void cheap(Table film) {
        metaData.table("cheap_films", ViewDefinition.of(
                Sql.select(film.column("film_id"), film.column("title"))
                        .where(film.column("rental_duration", Short.class).lt((short) 4))));
    }

    private void shops() {
        metaData.table("staff", column("staff_id", SMALLINT).primaryKey(),
                column("first_name", string(45)).notNull(), column("last_name", string(45)).notNull(),
                column("address_id", INTEGER).notNull(), column("picture", BINARY), column("email", string(50)),
                column("store_id", SMALLINT).notNull(),
                column("active", BOOLEAN).notNull().serverDefault(Sql.literal(true)),
                column("username", string(16)).notNull(), column("password", string(40)), changed(),
                key("staff", "address_id", "address.address_id", false));
        metaData.table("store", column("store_id", SMALLINT).primaryKey(),
                column("manager_staff_id", SMALLINT).notNull(), column("address_id", INTEGER).notNull(), changed(),
                UniqueConstraint.on("manager_staff_id").named("idx_unique_manager"),
                key("store", "manager_staff_id", "staff.staff_id", false),
                key("store", "address_id", "address.address_id", false));
        if (dialect.supports(Feature.ALTER_TABLE_CONSTRAINTS)) {
            metaData.require("staff").add(ForeignKey.on("store_id").references("store.store_id")
                    .named("fk_staff_store").onUpdate(CASCADE).onDelete(RESTRICT));
        }
    }

    private void rentals() {
        metaData.table("customer", column("customer_id", INTEGER).primaryKey(),
                column("store_id", SMALLINT).notNull(), column("first_name", string(45)).notNull(),
                column("last_name", string(45)).notNull(), column("email", string(50)),
                column("address_id", INTEGER).notNull(),
                column("activebool", BOOLEAN).notNull().serverDefault(Sql.literal(true)),
                column("create_date", DATE).notNull().serverDefault("'2006-02-14'"), changed(),
                key("customer", "store_id", "store.store_id", false),
                key("customer", "address_id", "address.address_id", false),
                Index.on("last_name").named("idx_customer_last_name"),
                Index.on("store_id").named("idx_customer_store"));
        metaData.table("inventory", column("inventory_id", INTEGER).primaryKey(),
                column("film_id", INTEGER).notNull(), column("store_id", SMALLINT).notNull(), changed(),
                key("inventory", "film_id", "film.film_id", false),
                key("inventory", "store_id", "store.store_id", false),
                Index.on("store_id", "film_id").named("idx_store_id_film_id"));
        metaData.table("rental", column("rental_id", INTEGER).primaryKey(),
                column("rental_date", timestamp(0)).notNull(), column("inventory_id", INTEGER).notNull(),
                column("customer_id", INTEGER).notNull(), column("return_date", timestamp(0)),
                column("staff_id", SMALLINT).notNull(), changed(),
                key("rental", "inventory_id", "inventory.inventory_id", false),
                key("rental", "customer_id", "customer.customer_id", false),
                key("rental", "staff_id", "staff.staff_id", false),
                Index.on("rental_date", "inventory_id", "customer_id").named("idx_rental_date").unique());
        metaData.table("payment", column("payment_id", INTEGER).primaryKey(),
                column("customer_id", INTEGER).notNull(), column("staff_id", SMALLINT).notNull(),
                column("rental_id", INTEGER), column("amount", numeric(5, 2)).notNull(),
                column("payment_date", timestamp(0)).notNull(),
                key("payment", "customer_id", "customer.customer_id", false),
                key("payment", "staff_id", "staff.staff_id", false),
                key("payment", "rental_id", "rental.rental_id", false),
                CheckConstraint.of("amount >= 0").named("ck_payment_amount"));
    }
}
