package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.sql.Between;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Operator;
import java.math.BigDecimal;
import java.util.List;

/** Conditions and operators. */
final class WhereTwins {

    private WhereTwins() {}

    static void add(Twins twins) {
        addComparisons(twins);
        addLists(twins);
        addJunctions(twins);
        addNegations(twins);
        addArithmetic(twins);
        addSubqueries(twins);
    }

    private static void addComparisons(Twins twins) {
        twins.add("where.eq", () -> users.id.eq(5));
        twins.add("where.ne", () -> users.id.ne(5));
        twins.add("where.eq_none", () -> users.fullname.isNull());
        twins.add("where.ne_none", () -> users.fullname.isNotNull());
        twins.add("where.is_none", () -> users.age.isNull());
        twins.add("where.lt_le_gt_ge",
                () -> and(users.age.lt(1), users.age.le(2), users.age.gt(3), users.age.ge(4)));
        twins.add("where.lt_none", () -> users.age.lt(nullValue(INTEGER)));
        twins.add("where.col_col", () -> users.id.eq(addresses.userId));
        twins.add("where.between", () -> users.age.between(18, 65));
        twins.add("where.not_between", () -> not(users.age.between(18, 65)));
        twins.add("where.between_symmetric", () -> ((Between) users.age.between(65, 18)).symmetric());
        twins.differs("where.between_symmetric", "sqlite mysql mariadb",
                "the recorded text is refused by these servers");
        twins.add("where.comparison_of_comparison", () -> users.id.eq(1).eq(users.age.gt(2)));
        twins.add("where.distinct_from_none", () -> users.age.isDistinctFrom(nullValue(INTEGER)));
        twins.add("where.not_distinct_from", () -> users.age.isNotDistinctFrom(users.id));
        twins.add("where.enum_param", () -> products.color.eq(Color.green));
        twins.add("where.numeric_param", () -> products.price.ge(new BigDecimal("9.99")));
        twins.add("where.reflected", () -> users.age.gt(5));
        twins.add("where.is_true", () -> new Comparison(users.active, Operator.IS, literal(true)));
        twins.add("where.is_with_expr", () -> new Comparison(users.age, Operator.IS, users.id));
        twins.add("where.custom_op", () -> users.name.op("@>", "x"));
        twins.add("where.not_custom_op", () -> not(users.name.op("@@", "x")));
        twins.add("where.custom_op_precedence", () -> users.age.op("&", 7, INTEGER, 4).plus(1).eq(3));
        twins.add("where.tuple_eq", () -> tuple(users.id, users.name).eq(tuple(value(1), value("a"))));
        twins.add("where.any_array", () -> value("x").eq(anyOf(products.tags)));
        twins.add("where.all_array", () -> value("x").ne(allOf(products.tags)));
        twins.differs("where.any_array", "sqlite mysql mariadb", "the recorded text is refused by this server");
        twins.differs("where.all_array", "sqlite mysql mariadb", "the recorded text is refused by this server");
        twins.add("where.bindparam_twice", () -> {
            var who = bind("who", STRING, "ann");
            return or(users.name.eq(who), users.fullname.eq(who));
        });
        twins.add("where.bindparam_literal_execute", () -> users.id.eq(literal(7)));
        twins.add("where.text_escaped_colon", () -> text("a \\:b = :c", BOOLEAN).bind("c", 1));
        twins.without("two parameters of one name are one parameter", "where.bindparam_conflict");
    }

    private static void addLists(Twins twins) {
        twins.add("where.in", () -> users.id.in(1, 2, 3));
        twins.add("where.in_single", () -> users.name.in("a"));
        twins.add("where.in_empty", () -> users.id.in());
        twins.add("where.in_empty_string", () -> users.name.in());
        twins.add("where.in_bindparam_expanding", () -> users.id.in(List.of(4, 5)));
        twins.add("where.not_in", () -> users.id.notIn(1, 2));
        twins.add("where.not_in_empty", () -> users.id.notIn());
        twins.add("where.not_in_tilde", () -> not(users.id.in(1, 2)));
        twins.add("where.in_tuple",
                () -> tuple(users.id, users.name).inRows(List.of(List.of(1, "a"), List.of(2, "b"))));
        twins.add("where.in_tuple_empty", () -> tuple(users.id, users.name).inRows(List.of()));
        twins.add("where.not_in_tuple_empty", () -> tuple(users.id, users.name).notInRows(List.of()));
        twins.add("where.in_subquery", () -> users.id.in(select(addresses.userId)));
    }

    private static void addJunctions(Twins twins) {
        twins.add("where.and", () -> users.id.eq(1).and(users.name.eq("a")));
        twins.add("where.or", () -> users.id.eq(1).or(users.name.eq("a")));
        twins.add("where.and_empty_true", () -> and(trueCondition(), users.id.eq(1)));
        twins.add("where.and_or_mix", () -> and(users.id.eq(1), or(users.name.eq("a"), users.name.eq("b"))));
        twins.add("where.or_and_mix", () -> or(users.id.eq(1), and(users.name.eq("a"), users.age.gt(3))));
        twins.add("where.or_true_short", () -> select(users.id).where(or(trueCondition(), users.id.eq(1))));
        twins.add("where.bool_and",
                () -> select(users.id).where(and(users.active, not(condition(products.inStock)))));
        twins.add("where.bool_not", () -> select(users.id).where(not(users.active)));
    }

    private static void addNegations(Twins twins) {
        twins.add("where.not_and", () -> not(and(users.id.eq(1), users.name.eq("a"))));
        twins.add("where.not_or", () -> not(or(users.id.eq(1), users.name.eq("a"))));
        twins.add("where.not_not", () -> not(not(users.id.eq(1))));
        twins.add("where.not_eq", () -> not(users.id.eq(1)));
        twins.add("where.not_lt", () -> not(users.id.lt(1)));
        twins.add("where.group_in_not",
                () -> not(or(and(users.id.eq(1), users.age.eq(2)), users.name.eq("q"))));
    }

    private static void addArithmetic(Twins twins) {
        twins.add("where.neg", () -> negate(users.age).lt(3));
        twins.add("where.neg_expr", () -> negate(users.age.plus(1)).lt(3));
        twins.add("where.mod", () -> users.age.modulo(2).eq(0));
        twins.add("where.arith_left_assoc", () -> users.age.minus(users.id.minus(1)).eq(4));
        twins.add("where.arith_precedence",
                () -> users.age.plus(1).times(2).gt(users.id.minus(value(3).times(users.age))));
        twins.add("where.floordiv", () -> users.age.dividedBy(2).gt(1));
        twins.differs("where.floordiv", "mysql mariadb", "the recorded text rounds down, other databases towards zero");
        twins.add("where.div_numeric", () -> users.score.dividedBy(users.age).gt(BigDecimal.ONE));
        twins.add("where.bitwise_xor_not_shift", () -> select(users.age.bitwiseXor(3), bitwiseNot(users.age),
                users.age.shiftLeft(1), users.age.shiftRight(2)));
        twins.differs("where.bitwise_xor_not_shift", "mysql mariadb",
                "the recorded text gives a number without a sign");
        twins.differs("where.bitwise_xor_not_shift", "sqlite", "the recorded text is another number");
        twins.add("where.self_group_like_and", () -> users.name.concat(users.fullname).like("a%"));
    }

    private static void addSubqueries(Twins twins) {
        twins.add("where.compare_subquery",
                () -> new Comparison(users.age, Operator.GT, select(avg(users.age)).scalar()));
        twins.add("where.exists",
                () -> select(users.id).where(exists(addresses.userId.eq(users.id))));
        twins.add("where.not_exists", () -> select(users.id)
                .where(not(select(addresses.id).where(addresses.userId.eq(users.id)).exists())));
    }
}
