package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.schema.Sequence;
import dev.rubedo.sql.Extract.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Functions, CASE, CAST and typed values. */
final class FunctionTwins {

    private FunctionTwins() {}

    static void add(Twins twins) {
        addFunctions(twins);
        addCases(twins);
        addCasts(twins);
        addTables(twins);
        addValues(twins);
        twins.add("func.try_cast", () -> tryCast(users.name, INTEGER));
        twins.add("func.func_as_comparison", () -> func("ST_Equals", BOOLEAN, users.id, users.age));
        twins.without("the operands of an operator are typed", "func.type_string_plus_int");
        twins.add("func.type_date_minus_date",
                () -> daysBetween(value(LocalDate.of(2020, 1, 1)), products.releasedOn));
        twins.differs("func.type_date_minus_date", "ansi sqlite postgresql mysql mariadb mssql oracle",
                "a function, which is a number of days on every database");
        twins.add("func.type_int_div", () -> quotient(users.age, users.id));
    }

    private static void addFunctions(Twins twins) {
        twins.add("func.aggregate_strings", () -> select(stringAgg(users.name, ", ")));
        twins.add("func.array_agg", () -> select(arrayAgg(users.id)));
        twins.differs("func.array_agg", "sqlite mysql mariadb", "refused by these servers");
        twins.add("func.concat_func", () -> concat(users.name, value("-"), users.fullname));
        twins.add("func.count_distinct", () -> select(count(users.name).distinct()));
        twins.add("func.count_method_distinct", () -> select(count(users.name).distinct()));
        twins.add("func.cube", () -> select(count()).groupBy(func("cube", UNKNOWN, users.name, users.age)));
        twins.differs("func.cube", "sqlite mysql mariadb", "refused by these servers");
        twins.add("func.current_ansi",
                () -> select(currentTimestamp(), currentDate(), currentTime(), func("current_user", STRING),
                        func("session_user", STRING), func("localtime", TIME), localTimestamp(),
                        func("sysdate", TIMESTAMP)));
        twins.differs("func.current_ansi", "mysql mariadb", "SESSION_USER is a call here");
        twins.differs("func.current_ansi", "postgresql", "the recorded time has a zone, which a TIME has not");
        twins.add("func.extract_more", () -> select(extract(Field.DAY, users.createdAt),
                extract(Field.DAY_OF_WEEK, users.createdAt), extract(Field.DAY_OF_YEAR, users.createdAt),
                extract(Field.HOUR, users.createdAt), extract(Field.MINUTE, users.createdAt),
                extract(Field.SECOND, users.createdAt), extract(Field.EPOCH, users.createdAt),
                extract(Field.WEEK, users.createdAt), extract(Field.QUARTER, users.createdAt)));
        twins.differs("func.extract_more", "sqlite mysql mariadb",
                "some parts are unknown to these servers and are computed");
        twins.add("func.func_operator", () -> lower(users.name).concat("x").eq("annx"));
        twins.add("func.generic", () -> func("my_func", INTEGER, users.id, 5, "x"));
        twins.add("func.grouping_sets",
                () -> select(users.name, count()).groupBy(func("rollup", UNKNOWN, users.name, users.age))
                        .unionAll(select(users.name, count()).groupBy(func("grouping_sets", UNKNOWN,
                                tuple(users.name, users.age), tuple(users.age, users.name))))
                        .orderBy(literalColumn("1", INTEGER)));
        twins.differs("func.grouping_sets", "default ansi sqlite postgresql mysql mariadb",
                "a tuple has two elements at least, and most of these servers refuse the rest");
        twins.add("func.length_lower_upper",
                () -> select(func("length", INTEGER, users.name), lower(users.name), upper(users.name)));
        twins.add("func.next_value", () -> select(Sequence.of("my_seq").nextValue()));
        twins.differs("func.next_value", "mysql", "refused by this server");
        twins.add("func.next_value_func",
                () -> select(users.id, Sequence.of("s2").inSchema("app").nextValue()));
        twins.differs("func.next_value_func", "mysql", "refused by this server");
        twins.add("func.now", () -> select(now()));
        twins.add("func.packaged", () -> func("pkg.sub.doit", INTEGER, 1));
        twins.add("func.percentile",
                () -> select(func("percentile_cont", NUMERIC, 0.5).withinGroup(users.age.desc())));
        twins.differs("func.percentile", "sqlite mysql mariadb", "refused by these servers");
        twins.add("func.pow_char", () -> func("POW", INTEGER, users.age, 2));
        twins.add("func.typed", () -> func("myfn", STRING, 1).concat("x"));
    }

    private static void addCases(Twins twins) {
        twins.add("func.case_compare", () -> caseWhen(users.id.eq(1), 5).otherwise(6).gt(4));
        twins.add("func.case_no_else", () -> caseWhen(users.id.eq(1), users.name));
        twins.add("func.case_null_else", () -> caseWhen(users.id.eq(1), users.name).otherwise(nullValue(STRING)));
        twins.add("func.case_value", () -> {
            var results = new LinkedHashMap<String, Integer>();
            results.put("new", 1);
            results.put("open", 2);
            return select(caseOf(orders.status, results).otherwise(0));
        });
        twins.add("func.case_when", () -> select(
                caseWhen(users.age.lt(18), "minor").when(users.age.lt(65), "adult").otherwise("senior").as("band")));
    }

    private static void addCasts(Twins twins) {
        twins.add("func.cast_dates",
                () -> select(cast(users.name, DATE), cast(users.name, TIMESTAMP), cast(users.name, TIME)));
        twins.differs("func.cast_dates", "sqlite", "a cast to DATE there makes a number of the text: 2024");
        twins.add("func.cast_double",
                () -> select(cast(users.name, DOUBLE), cast(users.name, BIGINT), cast(users.name, SMALLINT)));
        twins.add("func.cast_literal", () -> cast(value("5"), INTEGER).plus(1));
        twins.add("func.cast_null", () -> cast(nullValue(), INTEGER));
        twins.add("func.cast_string", () -> select(cast(users.age, STRING), cast(users.age, string(20))));
        twins.differs("func.cast_numeric", "mysql mariadb", "a double is cast to DOUBLE, which keeps its digits");
        twins.add("func.cast_numeric", () -> select(cast(users.name, numeric(8, 3)),
                cast(users.name, exact("FLOAT", DOUBLE)), cast(users.name, BOOLEAN)));
    }

    private static void addTables(Twins twins) {
        twins.add("func.column_valued", () -> {
            var n = func("generate_series", INTEGER, 1, 5).table("n", "n");
            return select(n.column("n"));
        });
        twins.add("func.func_alias", () -> {
            var g = func("generate_series", INTEGER, 1, 3).table("g", "g");
            return select(g.column("g"));
        });
        twins.add("func.table_func", () -> {
            var je = func("json_each", UNKNOWN, users.name).table("je", columnName("value", UNKNOWN));
            return select(je.column("value"));
        });
        twins.add("func.table_func_with_ordinality", () -> {
            var t = func("unnest", STRING, products.tags).table("t", columnName("v", STRING)).withOrdinality("o");
            return select(t.column("v"), t.column("o"));
        });
        for (var id : List.of("func.column_valued", "func.func_alias", "func.table_func",
                "func.table_func_with_ordinality")) {
            twins.differs(id, "mysql mariadb", "refused by these servers");
        }
        twins.differs("func.table_func", "postgresql", "the server is told the names of the columns");
        twins.differs("func.table_func_with_ordinality", "sqlite", "refused by this server");
    }

    private static void addValues(Twins twins) {
        twins.add("func.literal_dates",
                () -> select(value(LocalDate.of(2024, 1, 2)), value(LocalDateTime.of(2024, 1, 2, 3, 4, 5)),
                        value(LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_900_000)), value(LocalTime.of(3, 4, 5))));
        twins.add("func.literal_in", () -> select(users.id).where(users.id.in(1, 2), users.name.in("a'b"),
                users.age.notIn(), tuple(users.id, users.name).inRows(List.of(List.of(1, "x")))));
        twins.add("func.literal_numbers",
                () -> select(value(0), value(-5), value(1_000_000_000_000L), value(1.5), value(1e20),
                        value(new BigDecimal("12.340")), value(new BigDecimal("-0.5"), numeric(5, 2))));
        twins.add("func.literal_strings", () -> select(value("it's"), value("a\\b"), value("100%"), value("größe"),
                value(""), value(":name ?")));
        twins.add("func.literal_uuid_enum",
                () -> select(value(new UUID(0, 7)), products.color.eq(Color.blue), products.size.eq(Size.M)));
        twins.differs("func.literal_uuid_enum", "sqlite postgresql mysql mariadb",
                "an enumeration is bound as a constant here and as its name there");
        twins.add("func.type_compare_result", () -> users.age.gt(3));
        twins.add("func.type_int_plus_numeric", () -> users.age.plus(users.score));
        twins.add("func.type_numeric_float_literal", () -> users.age.times(2.5));
    }
}
