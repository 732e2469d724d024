package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.ADDRESSES;
import static dev.rubedo.sql.Shop.EMPLOYEES;
import static dev.rubedo.sql.Shop.ORDERS;
import static dev.rubedo.sql.Shop.USERS;
import static dev.rubedo.sql.Sql.caseWhen;
import static dev.rubedo.sql.Sql.coalesce;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.exists;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.lower;
import static dev.rubedo.sql.Sql.partitionBy;
import static dev.rubedo.sql.Sql.rowNumber;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RewriterTest {
    static final List<Statement<?>> STATEMENTS = List.of(
            select(USERS).where(USERS.age.gt(3), USERS.name.in("a", "b")).orderBy(USERS.name.desc()).limit(3).offset(1),
            select(USERS.id, count(ORDERS.id).as("n")).join(ORDERS).groupBy(USERS.id).having(count(ORDERS.id).gt(2L)),
            select(rowNumber().over(partitionBy(USERS.age).orderBy(USERS.id))).where(USERS.age.between(1, 2)),
            select(caseWhen(USERS.age.lt(18), "minor").otherwise(USERS.name))
                    .where(exists(ADDRESSES.userId.eq(USERS.id))),
            select(USERS.id).where(USERS.id.in(select(ADDRESSES.userId))).union(select(USERS.id)).orderBy(USERS.id),
            select(USERS.name, select(count(ORDERS.id)).where(ORDERS.userId.eq(USERS.id)).scalar()),
            select(USERS.as("u").column(USERS.name)).where(USERS.as("u").column(USERS.age).isNull()),
            insertInto(USERS).values(USERS.name, lower(coalesce(USERS.email, "x"))).onConflict(USERS.email)
                    .doUpdateExcluded(USERS.name).returning(USERS.id),
            insertInto(USERS).fromSelect(select(ADDRESSES.city), USERS.name),
            update(USERS).set(USERS.age, USERS.age.plus(1)).where(USERS.id.eq(ADDRESSES.userId)).from(ADDRESSES),
            deleteFrom(USERS).where(USERS.name.like("a%").or(USERS.active)).returning(USERS),
            select(EMPLOYEES.id).where(EMPLOYEES.managerId.isNull()).recursive("t", t -> select(EMPLOYEES.id).join(t,
                    EMPLOYEES.managerId.eq(t.column(EMPLOYEES.id)))).query());

    @ParameterizedTest
    @FieldSource("STATEMENTS")
    void nothingChangedIsTheSameInstance(Statement<?> statement) {
        assertThat((Object) new Rewriter() {}.statement(statement)).isSameAs(statement);
    }

    @ParameterizedTest
    @FieldSource("STATEMENTS")
    void everyColumnCanBeReplacedAndBack(Statement<?> statement) {
        var there = new Swap(USERS.name, USERS.email).statement(new Swap(USERS.id, USERS.age).statement(statement));
        var back = new Swap(USERS.age, USERS.id).statement(new Swap(USERS.email, USERS.name).statement(there));

        assertThat(columns(there)).doesNotContain(USERS.id, USERS.name);
        assertThat(columns(back)).doesNotContain(USERS.age, USERS.email);
    }

    @Test
    void columnsOfChangedSourcesFollow() {
        var s = select(USERS.id, USERS.name).where(USERS.age.gt(3)).subquery("s");
        var query = select(s.column(USERS.name)).where(s.column(USERS.id).eq(1));

        var changed = (Select<?>) new Swap(USERS.age, USERS.id).statement(query);

        var source = select(USERS.id, USERS.name).where(USERS.id.gt(3)).subquery("s");
        assertThat((Object) changed)
                .isEqualTo(select(source.column(USERS.name)).where(source.column(USERS.id).eq(1)));
        assertThat(changed.froms()).isEqualTo(List.of(source));
    }

    @Test
    void sourcesAreRewrittenOnceHoweverDeep() {
        var current = select(USERS.id, USERS.name).subquery();
        for (int i = 0; i < 60; i++) {
            current = select(current.column("id"), current.column("name")).where(current.column("id").gt(i)).subquery();
        }

        var query = select(current.column("id"), current.column("name"));

        assertThat((Object) new Swap(USERS.id, USERS.age).statement(query)).isNotSameAs(query);
        assertThat((Object) query).isEqualTo(select(current.column("id"), current.column("name")))
                .hasSameHashCodeAs(select(current.column("id"), current.column("name")));
    }

    private static List<Expression<?>> columns(Statement<?> statement) {
        var columns = new ArrayList<Expression<?>>();
        new Walker() {
            @Override
            public void expression(Expression<?> node) {
                if (node instanceof ColumnReference<?>) {
                    columns.add(node);
                }
                super.expression(node);
            }

            @Override
            public void from(FromClause node) {
                if (!(node instanceof TableReference)) {
                    super.from(node);
                }
            }
        }.statement(statement);
        return columns;
    }

    private static final class Swap extends Rewriter {
        private final Expression<?> before;
        private final Expression<?> after;

        private Swap(Expression<?> before, Expression<?> after) {
            this.before = before;
            this.after = after;
        }

        @Override
        @SuppressWarnings("unchecked") // tests swap columns of one type
        public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
            return node.equals(before) ? (Expression<T>) after : super.expression(node);
        }
    }
}
