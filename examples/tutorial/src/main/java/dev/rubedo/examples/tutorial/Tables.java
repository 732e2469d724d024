package dev.rubedo.examples.tutorial;

import static dev.rubedo.orm.Orm.INTEGER;
import static dev.rubedo.orm.Orm.numeric;
import static dev.rubedo.orm.Orm.string;

import dev.rubedo.engine.Engine;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import java.math.BigDecimal;
import java.util.List;

/** Chapter 2: tables without entities, created and read from a database. Stateless and thread-safe. */
public final class Tables {

    /** The tables of this chapter and the next. */
    public static final MetaData METADATA = new MetaData();

    /** A table whose columns are fields, so the compiler knows their types. */
    public static final Accounts ACCOUNTS = new Accounts();

    /** A table that refers to the first table. */
    public static final Mails MAILS = new Mails();

    private Tables() {}

    /** Accounts. Immutable. */
    public static final class Accounts extends Table {
        /** The key, which the database generates. */
        public final Column<Integer> id = column("id", INTEGER).primaryKey();
        /** The name. */
        public final Column<String> name = column("name", string(50)).notNull();
        /** The age in years. */
        public final Column<Integer> age = column("age", INTEGER);
        /** The balance. */
        public final Column<BigDecimal> balance = column("balance", numeric(10, 2)).serverDefault("0");

        Accounts() {
            super("accounts", METADATA, Index.on("name").named("ix_accounts_by_name"),
                    CheckConstraint.of("age >= 0").named("ck_accounts_age"));
        }
    }

    /** Addresses of accounts. Immutable. */
    public static final class Mails extends Table {
        /** The key, which the database generates. */
        public final Column<Integer> id = column("id", INTEGER).primaryKey();
        /** The account. */
        public final Column<Integer> accountId = column("account_id", INTEGER).notNull().references(ACCOUNTS.id);
        /** The address. */
        public final Column<String> address = column("address", string(100)).notNull();

        Mails() {
            super("mails", METADATA);
        }
    }

    /** Creates the missing tables, those that others refer to first. */
    public static void create(Engine engine) {
        METADATA.createAll(engine);
    }

    /** Drops one table and creates it again. */
    public static List<Boolean> createOne(Engine engine) {
        MAILS.drop(engine);
        boolean before = MAILS.exists(engine);
        MAILS.create(engine);
        return List.of(before, MAILS.exists(engine));
    }

    /** Reads all tables of a database, as objects to build statements with. */
    public static List<String> reflected(Engine engine) {
        MetaData found = engine.reflect();
        return found.require("accounts").columns().stream().map(Column::name).toList();
    }

    /** Inspects what a database contains. */
    public static List<String> inspected(Engine engine) {
        return engine.inspect().foreignKeys("mails").stream().map(key -> key.referredTable()).toList();
    }
}
