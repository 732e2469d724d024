package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.LabelStyle;
import dev.rubedo.sql.TableHint;
import dev.rubedo.sql.TableSample;
import dev.rubedo.sql.TextClause;
import java.util.List;

/** Select lists, aliases, prefixes and labels. */
final class SelectTwins {

    private SelectTwins() {}

    static void add(Twins twins) {
        twins.add("select.alias", () -> {
            var u = users.as("u");
            return select(u.column(users.id), u.column(users.name));
        });
        twins.add("select.alias_anon", () -> {
            var u = users.as();
            return select(u.column(users.id)).where(u.column(users.name).eq("x"));
        });
        twins.add("select.anonymous_expr_label", () -> select(users.age.plus(1), users.age.times(2)));
        twins.add("select.columns", () -> select(users.id, users.name));
        twins.add("select.distinct", () -> select(users.name).distinct());
        twins.add("select.filter_by",
                () -> select(users).filterBy("name", "ann").filterBy("age", 3).columns(users.id));
        twins.add("select.group_by_many",
                () -> select(users.name, users.active).groupBy(users.name).groupBy(users.active)
                        .having(max(users.age).gt(1)).having(min(users.age).lt(9)));
        twins.add("select.label_in_group_by", () -> {
            var next = users.age.plus(1).as("next_age");
            return select(next, count()).groupBy(next);
        });
        twins.differs("select.label_in_group_by", "postgresql",
                "the recorded text is refused by the server: two parameters are two expressions");
        twins.add("select.label_style_none_subquery",
                () -> select(select(users.id, addresses.id).subquery()));
        twins.add("select.literal_column",
                () -> select(literalColumn("1", INTEGER).as("one"), literalColumn("now()", TIMESTAMP_TZ)));
        twins.add("select.literal_value", () -> select(value(5), value("x")));
        twins.add("select.no_from", () -> select(literalColumn("1", INTEGER)));
        twins.add("select.null_true_false", () -> select(nullValue(INTEGER), literal(true), literal(false)));
        twins.add("select.prefix", () -> select(users.id).clauses(TextClause.prefix("/*+ hint */")));
        twins.add("select.repeat_column_subquery", () -> select(select(users.id, users.id).subquery()));
        twins.add("select.scalar_in_columns",
                () -> select(users.id, users.age.plus(1).as("a"), lower(users.name), value("k").as("k")));
        twins.add("select.slice", () -> select(users.id).orderBy(users.id).limit(10).offset(10));
        twins.add("select.statement_hint", () -> select(users.id).clauses(
                TextClause.suffix("OPTION (FAST 1)").only("mssql"), TextClause.suffix("/* all */")));
        twins.add("select.suffix", () -> select(users.id).clauses(TextClause.suffix("/* tail */")));
        twins.add("select.table", () -> select(addresses));
        twins.add("select.text_columns",
                () -> select(literalColumn("a, b", UNKNOWN)).clauses(TextClause.suffix("FROM t")));
        twins.add("select.two_anon_aliases", () -> {
            var a = users.as();
            var b = users.as();
            return select(a.column(users.id), b.column(users.id)).where(a.column(users.age).lt(b.column(users.age)));
        });
        twins.add("select.two_tables", () -> select(users.name, addresses.city));
        twins.add("select.type_coerce",
                () -> select(coerce(users.name, INTEGER).as("n"), coerce(value("5"), INTEGER)));
        twins.add("select.values_construct", () -> {
            var v = valuesTable("v", List.of(columnName("id", INTEGER), columnName("name", STRING)),
                    List.of(List.of(1, "a"), List.of(2, "b")));
            return select(v.column("id"), v.column("name"));
        });
        twins.differs("select.values_construct", "sqlite mysql mariadb",
                "the recorded text is refused by these servers: the columns of VALUES get their names in another way");
        twins.add("select.with_only_columns",
                () -> select(users.id, users.name).where(users.age.gt(1)).columns(count()));
        twins.add("select.with_only_columns_keep_froms", () -> select(count()).from(users));
        twins.add("select.label_style_none",
                () -> select(users.id, addresses.id, users.id).labelStyle(LabelStyle.NONE));
        twins.add("select.lightweight", () -> {
            var t = new MetaData().table("t", column("a", UNKNOWN), column("b", INTEGER));
            return select(t).where(literalColumn("b", INTEGER).gt(3));
        });
        twins.add("select.tablesample", () -> {
            var ts = users.as("ts");
            return select(ts.column(users.id)).clauses(new TableSample(ts, TableSample.Method.BERNOULLI, value(5),
                    func("random", DOUBLE)));
        });
        twins.differs("select.tablesample", "ansi sqlite mysql mariadb", "this server has no samples");
        twins.add("select.with_hint", () -> select(users.id).clauses(
                TextClause.prefix("/*+ INDEX(users ix_a) */").only("oracle"),
                TableHint.of(users, "WITH (NOLOCK)", "mssql"), TableHint.of(users, "USE INDEX (ix_a)", "mysql")));
    }
}
