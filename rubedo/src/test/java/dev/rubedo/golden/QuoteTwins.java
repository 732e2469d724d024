package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import java.util.List;
import java.util.Map;

/** Names that have to be quoted, and names with a schema. */
final class QuoteTwins {

    private QuoteTwins() {}

    private static Table mixedCase() {
        return new MetaData().table("MixedCase", column("Id", INTEGER).primaryKey(), column("userName", string(10)),
                column("lower_only", INTEGER), column("UPPER", INTEGER));
    }

    private static Table reserved() {
        return new MetaData().table("order", column("select", INTEGER).primaryKey(), column("from", string(10)),
                column("plain", INTEGER));
    }

    private static Table special() {
        return new MetaData().table("my table", column("col 1", INTEGER), column("a\"b", INTEGER),
                column("a`c", INTEGER), column("a]d", INTEGER), column("1st", INTEGER), column("_under", INTEGER),
                column("x$y", INTEGER), column("per%cent", INTEGER), column("co:lon", INTEGER),
                column("par(en)", INTEGER));
    }

    static void add(Twins twins) {
        twins.add("quote.mixed_case", () -> {
            var t = mixedCase();
            return select(t).where(t.column("userName").eq("x"));
        });
        twins.add("quote.mixed_case_alias", () -> {
            var id = users.as("MyUsers").column(users.id).as("TheId");
            return select(id).orderBy(id);
        });
        twins.add("quote.reserved", () -> {
            var t = reserved();
            return select(t).where(t.column("from").eq("x"));
        });
        twins.add("quote.reserved_update", () -> {
            var t = reserved();
            return update(t).set(t.column("from"), "x").where(t.column("select").eq(2));
        });
        twins.add("quote.schema_join_alias", () -> {
            var t = new MetaData().table("t", column("id", INTEGER).primaryKey(),
                    column("pid", INTEGER).references("app.t.id"), TableOption.schema("app"));
            var a = t.as();
            return select(t.column("id")).join(a, t.column("pid").eq(a.column("id")));
        });
        twins.add("quote.schema_update_delete", () -> {
            var t = new MetaData().table("t", column("id", INTEGER), column("x", INTEGER), TableOption.schema("app"));
            return update(t).set(t.column("x"), 1).where(t.column("id").eq(3));
        });
        twins.add("quote.schema_dotted_quoted", () -> {
            var t = new MetaData().table("t", column("id", INTEGER), TableOption.schema("db.owner"));
            return select(t.column("id"));
        });
        twins.add("quote.special_binds", () -> {
            var t = special();
            return insertInto(t).values(t.column("col 1"), 0).values(t.column("per%cent"), 1)
                    .values(t.column("co:lon"), 2)
                    .values(t.column("par(en)"), 3).values(t.column("_under"), 4).values(t.column("x$y"), 5);
        });
        twins.add("quote.special_chars", () -> select(special()));
        twins.add("quote.quote_true", () -> Changed.names(
                select(new MetaData().table("plain", column("id", INTEGER), column("Mixed", INTEGER))),
                List.of("plain", "id"), List.of("Mixed")));
        twins.add("quote.quoted_name", () -> Changed.names(
                select(users.id.as("x"), func("foo", UNKNOWN, users.id).as("Select")), List.of("x"),
                List.of("Select")));
        twins.add("quote.column_key", () -> {
            var attr = column("col_name", INTEGER);
            new MetaData().table("t", attr, column("x", INTEGER));
            return select(attr).where(attr.eq(5));
        });
        addTranslated(twins);
    }

    private static void addTranslated(Twins twins) {
        twins.add("quote.translate_none",
                () -> Changed.schemas(select(users.id).where(users.name.eq("x")), Map.of("", "tenant")));
        twins.add("quote.translate_quoted", () -> Changed.schemas(select(users.id), Map.of("", "Ten Ant")));
        twins.add("quote.translate_update", () -> Changed.schemas(
                update(users).set(users.name, "q").where(users.id.in(select(addresses.userId))), Map.of("", "tenant")));
        twins.add("quote.translate_named", () -> {
            var t = new MetaData().table("t", column("id", INTEGER), TableOption.schema("app"));
            return Changed.schemas(select(t.column("id"), users.id), Map.of("", "tenant", "app", "app_2"));
        });
        twins.add("quote.translate_to_none", () -> {
            var t = new MetaData().table("t", column("id", INTEGER), TableOption.schema("app"));
            return Changed.schemas(select(t.column("id")), Map.of("app", ""));
        });
        twins.differs("quote.translate_to_none", "ansi sqlite postgresql mysql mariadb mssql oracle",
                "the default schema is not written");
        twins.add("quote.translate_ddl",
                () -> Changed.schemas(Definitions.of(new CreateTable(addresses)), Map.of("", "tenant")));
    }
}
