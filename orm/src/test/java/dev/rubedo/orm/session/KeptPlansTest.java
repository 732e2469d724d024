package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.batch;
import static dev.rubedo.orm.Orm.immediate;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.subquery;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.query.LoaderOption;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.sql.CustomExpression;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.SqlWriter;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The number of plans that a session factory keeps, and that a kept plan takes the values of each statement. */
class KeptPlansTest {

    private static SessionFactory shop(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (int i = 0; i < 4; i++) {
                User user = new User("u" + i).age(i);
                user.addresses().add(new Address("a" + i));
                user.addresses().add(new Address("b" + i));
                session.add(user);
            }
        });
        return sessions;
    }

    @DatabaseTest
    void partialCollectionsHaveOnePlanWhateverTheirValuesAre(Engine engine, StatementLog statements) {
        SessionFactory sessions = shop(engine, statements);
        List<Function<String, LoaderOption<User, ?>>> strategies = List.of(
                email -> selectIn(USER.addresses.and(ADDRESS.email.eq(email))),
                email -> joined(USER.addresses.and(ADDRESS.email.in(email, "none"))),
                email -> batch(USER.addresses.and(ADDRESS.email.eq(email))),
                email -> immediate(USER.addresses.and(ADDRESS.email.eq(email))),
                email -> lazy(USER.addresses.and(ADDRESS.email.eq(email))),
                email -> selectIn(USER.addresses).then(
                        joined(ADDRESS.user).then(selectIn(USER.addresses.and(ADDRESS.email.eq(email))))));
        for (int strategy = 0; strategy < strategies.size(); strategy++) {
            int before = 0;
            for (int i = 0; i < 100; i++) {
                String email = "a" + i % 4;
                try (Session session = sessions.open()) {
                    List<User> users = session.all(select(USER).orderBy(USER.id).options(
                            strategies.get(strategy).apply(i < 4 ? email : i % 2 == 0 ? email : "c" + i)));
                    if (strategy < 5) {
                        for (int user = 0; user < 4; user++) {
                            assertThat(users.get(user).addresses())
                                    .as("strategy %s, value %s, user %s", strategy, i, user)
                                    .hasSize(user == i % 4 && (i < 4 || i % 2 == 0) ? 1 : 0);
                        }
                    }
                }
                before = i == 4 ? sessions.plans().size() : before;
            }
            assertThat(sessions.plans().size()).as("strategy %s", strategy).isEqualTo(before);
        }
    }

    @DatabaseTest(only = "sqlite")
    void partialCollectionsWithOtherConditionsHaveOtherPlans(Engine engine, StatementLog statements) {
        SessionFactory sessions = shop(engine, statements);
        for (LoaderOption<User, ?> option : List.<LoaderOption<User, ?>>of(
                selectIn(USER.addresses.and(ADDRESS.email.eq("a1"))),
                selectIn(USER.addresses.and(ADDRESS.email.ne("b1"))), selectIn(USER.addresses))) {
            try (Session session = sessions.open()) {
                User user = session.one(select(USER).where(USER.name.eq("u1")).options(option));
                assertThat(user.addresses()).hasSize(option.equals(selectIn(USER.addresses)) ? 2 : 1);
            }
        }
    }

    @DatabaseTest
    void criteriaAndPartialCollectionsCompareObjects(Engine engine, StatementLog statements) {
        SessionFactory sessions = shop(engine, statements);
        for (int i = 0; i < 8; i++) {
            try (Session session = sessions.open()) {
                User some = session.one(select(USER).where(USER.name.eq("u" + i % 4)));
                assertThat(session.all(select(ADDRESS.email).orderBy(ADDRESS.id)
                        .options(withCriteria(ADDRESS, address -> address.user.eq(some)))))
                        .containsExactly("a" + i % 4, "b" + i % 4);
                session.detachAll();
                List<User> users = session.all(select(USER).orderBy(USER.id)
                        .options(selectIn(USER.addresses.and(ADDRESS.user.eq(some)))));
                assertThat(users).extracting(user -> user.addresses().size() == 2).containsExactly(i % 4 == 0,
                        i % 4 == 1, i % 4 == 2, i % 4 == 3);
                session.detachAll();
                users = session.all(select(USER).orderBy(USER.id).options(selectIn(USER.addresses),
                        withCriteria(ADDRESS, address -> address.user.eq(some))));
                assertThat(users).extracting(user -> user.addresses().size() == 2).containsExactly(i % 4 == 0,
                        i % 4 == 1, i % 4 == 2, i % 4 == 3);
            }
        }
    }

    @DatabaseTest(only = "sqlite")
    void aParameterThatTwoCriteriaShareIsNotMistakenForTwo(Engine engine, StatementLog statements) {
        SessionFactory sessions = shop(engine, statements);
        try (Session session = sessions.open()) {
            var shared = Sql.value(1, USER.age.type());
            assertThat(session.all(select(USER.name).options(withCriteria(USER, user -> user.age.ge(shared)),
                    withCriteria(USER, user -> user.age.le(shared))))).containsExactly("u1");
            assertThat(session.all(select(USER.name).options(withCriteria(USER, user -> user.age.ge(1)),
                    withCriteria(USER, user -> user.age.le(2))))).containsExactly("u1", "u2");
        }
    }

    /** Passes a value on, and counts how often it was rewritten. Immutable but for the counter. */
    private record Counted(Expression<?> operand, AtomicInteger rewrites) implements CustomExpression<String> {

        @Override
        public SqlType<String> type() {
            return USER.name.type();
        }

        @Override
        public List<Expression<?>> children() {
            return List.of(operand);
        }

        @Override
        public CustomExpression<String> withChildren(List<Expression<?>> children) {
            rewrites.incrementAndGet();
            return new Counted(children.get(0), rewrites);
        }

        @Override
        public void write(SqlWriter out) {
            out.expression(operand);
        }
    }

    @DatabaseTest(only = "sqlite")
    void whatCannotBeKeptIsPlannedOncePerExecution(Engine engine, StatementLog statements) {
        SessionFactory sessions = shop(engine, statements);
        AtomicInteger rewrites = new AtomicInteger();
        List<Integer> perExecution = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rewrites.set(0);
            try (Session session = sessions.open()) {
                assertThat(session.all(select(USER).where(new Counted(USER.name, rewrites).eq("u" + i))
                        .options(subquery(USER.addresses)))).singleElement()
                        .satisfies(user -> assertThat(user.addresses()).hasSize(2));
            }
            perExecution.add(rewrites.get());
        }

        assertThat(perExecution.get(1)).isPositive().isLessThan(perExecution.get(0));
        assertThat(perExecution.subList(2, 4)).containsOnly(perExecution.get(1));
    }

    @DatabaseTest(only = "sqlite")
    void countsArePlannedOnceAndReadNoColumns(Engine engine, StatementLog statements) {
        SessionFactory sessions = shop(engine, statements);
        try (Session session = sessions.open()) {
            session.count(select(USER).where(USER.age.ge(0)));
            int before = sessions.plans().size();
            for (int i = 1; i < 5; i++) {
                int least = i;
                assertThat(session.count(select(USER).where(USER.age.ge(least)).orderBy(USER.name)
                        .options(selectIn(USER.addresses)))).isEqualTo(4 - i);
                assertThat(session.count(select(USER).where(USER.age.ge(0)).options(
                        withCriteria(USER, user -> user.age.ge(least))))).isEqualTo(4 - i);
                assertThat(session.exists(select(USER, ADDRESS).join(USER.addresses).where(USER.age.ge(least))))
                        .isEqualTo(i < 4);
            }

            assertThat(sessions.plans().size() - before).isEqualTo(2);
            statements.clear();
            session.count(select(USER, ADDRESS).join(USER.addresses).where(USER.age.ge(1)));
            assertThat(statements).last().hasSql("""
                    SELECT count(*) AS count_1 FROM users
                    JOIN addresses ON users.id = addresses.user_id WHERE users.age >= ?
                    """);
        }
    }
}
