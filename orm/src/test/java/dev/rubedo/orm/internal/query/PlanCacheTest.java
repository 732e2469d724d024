package dev.rubedo.orm.internal.query;

import static dev.rubedo.orm.Orm.STRING;
import static dev.rubedo.orm.Orm.batch;
import static dev.rubedo.orm.Orm.bind;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.into;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.text;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.type.Types.BOOLEAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.internal.query.PlanCache.Use;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is planned once and kept. */
class PlanCacheTest {

    private static PlanCache cache(Engine engine, Model model) {
        return new PlanCache(new OrmPlanner(model, engine.dialect(), Criteria.NONE, null), 100, Long.MAX_VALUE / 2);
    }

    @DatabaseTest(only = "sqlite")
    void anyNumberOfRareStatementsIsKeptWithinBounds(Engine engine) {
        Model model = Shop.model();
        Mapper<User> mapper = model.mapper(User.class);
        PlanCache plans = cache(engine, model);
        int[] made = {0};
        try (Connection connection = engine.connect()) {
            CachedStatement statement = connection.prepared().prepare(select(mapper.table()));
            for (int variant = 0; variant < 10_000; variant++) {
                plans.statement(Use.UPDATE, mapper, variant, () -> statement);
                plans.statement(Use.INSERT, mapper, "daily", () -> {
                    made[0]++;
                    return statement;
                });
            }
        }

        assertThat(plans.size()).isBetween(100, 150);
        assertThat(made[0]).isEqualTo(1);
    }

    @DatabaseTest(only = "sqlite")
    void aCacheKeepsAtLeastOneStatement(Engine engine) {
        OrmPlanner planner = new OrmPlanner(Shop.model(), engine.dialect(), Criteria.NONE, null);

        assertThatThrownBy(() -> new PlanCache(planner, 0, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity is 0. It must be at least 1.");
    }

    @DatabaseTest(only = "sqlite")
    void queriesOfOneShapeHaveOnePlanWhateverTheirValuesAre(Engine engine) {
        PlanCache plans = cache(engine, Shop.model());
        try (Connection connection = engine.connect()) {
            for (long id = 0; id < 50; id++) {
                plan(plans, connection,
                        select(USER).where(USER.id.eq(id), USER.name.in("a" + id, "b")).limit((int) id));
            }
            assertThat(plans.size()).isEqualTo(1);
            plan(plans, connection, select(USER).where(USER.id.eq(1L)));
            plan(plans, connection, select(USER).where(USER.id.eq(1L)).options(selectIn(USER.addresses)));
            plan(plans, connection, select(USER).where(USER.id.eq(2L)).options(selectIn(USER.addresses)));
            plan(plans, connection, select(USER).where(USER.id.eq(2L)).options(joined(USER.addresses)));
        }
        assertThat(plans.size()).isEqualTo(4);
    }

    private static PreparedQuery plan(PlanCache plans, Connection connection, Statement<?> query) {
        return plans.query(query, StatementShape.of(query), connection.prepared()::prepare);
    }

    @DatabaseTest
    void objectsConditionsAndCriteriaAreValuesToo(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        PlanCache plans = cache(engine, sessions.model());
        sessions.inTransaction(session -> session.addAll(List.of(new User("ed"), new User("jo"))));
        List<Function<User, Statement<?>>> queries = List.of(
                user -> select(ADDRESS).where(ADDRESS.user.eq(user)),
                user -> select(ADDRESS).where(ADDRESS.user.ne(user)),
                user -> select(USER).where(USER.addresses.any(ADDRESS.email.eq(user.name()))),
                user -> select(USER).where(USER.addresses.any(ADDRESS.user.eq(user), ADDRESS.email.eq(user.name()))),
                user -> select(USER).join(USER.addresses.and(ADDRESS.email.eq(user.name()))),
                user -> select(USER).orderBy(USER.age.plus(Math.toIntExact(user.id()))),
                user -> select(USER).options(withCriteria(ADDRESS, address -> address.email.eq(user.name()))),
                user -> select(USER).where(USER.addresses.any()).options(selectIn(USER.addresses),
                        withCriteria(ADDRESS, address -> address.email.in(user.name(), "x"))),
                user -> deleteFrom(ADDRESS).where(ADDRESS.email.eq(user.name())).returning(ADDRESS),
                user -> update(USER).set(USER.name, user.name()).where(USER.id.eq(user.id())).returning(USER));
        try (Session session = sessions.open(); Connection connection = engine.connect()) {
            List<User> users = session.all(select(USER).orderBy(USER.id));
            for (int i = 0; i < queries.size(); i++) {
                if (i >= 8
                        && !engine.dialect().supports(i == 8 ? Feature.DELETE_RETURNING : Feature.UPDATE_RETURNING)) {
                    continue;
                }
                int before = plans.size();
                CachedStatement first = plan(plans, connection, queries.get(i).apply(users.get(0))).statement();
                PreparedQuery second = plan(plans, connection, queries.get(i).apply(users.get(1)));

                assertThat(second.statement()).as("query %s", i).isSameAs(first);
                assertThat(plans.size() - before).as("query %s", i).isEqualTo(1);
            }
        }
    }

    /** Each query is executed with the values of several objects: the first time is planned, the others are found. */
    @DatabaseTest
    void keptPlansTakeTheValuesOfTheirStatement(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (int i = 0; i < 4; i++) {
                User user = new User("u" + i).age(i);
                user.addresses().add(new Address("a" + i));
                user.addresses().add(new Address("b" + i));
                session.add(user);
            }
        });
        for (int i = 0; i < 4; i++) {
            String name = "u" + i;
            String email = "a" + i;
            int turn = i;
            try (Session session = sessions.open()) {
                User user = session.one(select(USER).where(USER.name.eq(name)));
                assertThat(session.all(select(ADDRESS.email).where(ADDRESS.user.eq(user)).orderBy(ADDRESS.id)))
                        .containsExactly(email, "b" + i);
                assertThat(session.all(select(ADDRESS.email).where(ADDRESS.user.ne(user)))).hasSize(6)
                        .doesNotContain(email);
                assertThat(session.all(select(USER.name).where(USER.addresses.any(ADDRESS.email.eq(email)))))
                        .containsExactly(name);
                assertThat(session.all(select(USER.name).where(USER.addresses.contains(user.addresses().get(0)))))
                        .containsExactly(name);
                assertThat(session.all(select(USER.name).join(USER.addresses.and(ADDRESS.email.eq(email)))))
                        .containsExactly(name);
                assertThat(session.all(select(USER.age).orderBy(USER.age.times(i - 2), USER.age)).get(0))
                        .isEqualTo(turn < 2 ? 3 : 0);
            }
            try (Session session = sessions.open()) {
                // criteria apply to the query, to what is loaded with it and to what is loaded later
                for (var option : List.of(joined(USER.addresses), selectIn(USER.addresses), batch(USER.addresses))) {
                    session.detachAll();
                    List<User> users = session.all(select(USER).orderBy(USER.id).options(option,
                            withCriteria(ADDRESS, address -> address.email.eq(email))));
                    assertThat(users).extracting(user -> user.addresses().size()).hasSize(4)
                            .satisfies(sizes -> assertThat(sizes.get(turn)).isEqualTo(1))
                            .satisfies(sizes -> assertThat(sizes.stream().mapToInt(one -> one).sum()).isEqualTo(1));
                }
            }
        }
    }

    @DatabaseTest(only = "sqlite")
    void aParameterThatStatementAndCriteriaShareIsNotMistakenForTwo(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            session.add(new User("ed"));
            session.add(new User("jo"));
        });
        try (Session session = sessions.open()) {
            Expression<String> shared = Sql.value("ed", STRING);
            assertThat(session.all(select(USER.name).where(USER.name.eq(shared))
                    .options(withCriteria(USER, user -> user.name.eq(shared))))).containsExactly("ed");
            assertThat(session.all(select(USER.name).where(USER.name.eq("jo"))
                    .options(withCriteria(USER, user -> user.name.eq("ed"))))).isEmpty();
        }
    }

    /** One parameter in both places is one column, two parameters are two. */
    @DatabaseTest
    void aComputedOrderIsInTheSelectListOnlyIfItIsTheSame(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (int i = 0; i < 3; i++) {
                User user = new User("u" + i).age(i);
                user.addresses().add(new Address("a" + i));
                session.add(user);
            }
        });
        try (Session session = sessions.open()) {
            var same = USER.age.times(-1);
            assertThat(session.all(select(USER, same).options(joined(USER.addresses)).orderBy(same).limit(1)))
                    .extracting(row -> row.get(USER).name()).containsExactly("u2");
            assertThat(session.all(select(USER, USER.age.times(1)).options(joined(USER.addresses))
                    .orderBy(USER.age.times(-1)).limit(1))).extracting(row -> row.get(USER).name())
                    .containsExactly("u2");
        }
    }

    /** Twice each: the first time is planned, the second is found. */
    @DatabaseTest
    void aPlanThatIsFoundGivesWhatOneThatIsMadeGives(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (int i = 0; i < 5; i++) {
                User user = new User("u" + i).age(i);
                user.addresses().add(new Address("a" + i));
                user.addresses().add(new Address("b" + i));
                session.add(user);
            }
        });
        for (int i = 0; i < 5; i++) {
            String name = "u" + i;
            int age = i;
            try (Session session = sessions.open()) {
                assertThat(session.one(select(USER).where(USER.name.eq(name), USER.age.eq(age)))).extracting(User::name)
                        .isEqualTo(name);
                assertThat(session.all(select(USER).where(USER.name.in(name, "u0", "none")).orderBy(USER.id)))
                        .hasSize(i == 0 ? 1 : 2);
                assertThat(session.all(select(USER).where(USER.age.ge(age)).orderBy(USER.id).limit(2).offset(1)
                        .options(joined(USER.addresses)))).extracting(User::age).containsExactlyElementsOf(
                                List.of(age + 1, age + 2).stream().filter(one -> one < 5).toList());
                var sum = USER.age.plus(age);
                Row row = session.one(select(USER, sum, USER.name.as("called")).where(USER.name.eq(name)));
                assertThat(row.get(USER).name()).isEqualTo(name);
                assertThat(row.get(sum)).isEqualTo(2 * age);
                assertThat(row.get("called")).isEqualTo(name);
                assertThat(session.all(select(ADDRESS.email).where(ADDRESS.user().name.eq(name)).orderBy(ADDRESS.id)))
                        .containsExactly("a" + i, "b" + i);
                assertThat(session.all(
                        select(ADDRESS.email).join(ADDRESS.user).where(USER.age.eq(age), ADDRESS.email.ne("b" + i))))
                        .containsExactly("a" + i);
                assertThat(session
                        .execute(select(USER).where(USER.name.eq(Sql.bind("name", USER.name.type()))),
                                Map.of("name", name))
                        .one().age()).isEqualTo(age);
                assertThat(session.all(
                        select(USER.name).where(USER.id.in(select(ADDRESS.userId).where(ADDRESS.email.eq("a" + i))))))
                        .containsExactly(name);
                assertThat(session.all(select(USER.name)
                        .where(text("age = :age", BOOLEAN).bind("age", age)))).containsExactly(name);
                assertThat(session.one(text("select id, name, age from users where name = :name").bind("name", name)
                        .columns(USER.id, USER.name)).get(USER.name)).isEqualTo(name);
            }
        }
    }

    @DatabaseTest
    void aTransformedRowIsMadeByItsOwnQuery(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ed").age(7)));
        try (Session session = sessions.open()) {
            for (int i = 0; i < 3; i++) {
                int turn = i;
                assertThat(
                        session.all(select(into((User user, Integer age) -> user.name() + age + turn, USER, USER.age))))
                        .containsExactly("ed7" + i);
            }
        }
    }

    @DatabaseTest(only = "sqlite")
    void aParameterWithADefaultIsNotOneThatMustBeGiven(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ed")));
        var given = select(USER.name).where(USER.name.eq(bind("n", STRING)));
        var defaulted = select(USER.name).where(USER.name.eq(bind("n", STRING, "ed")));
        try (Session session = sessions.open()) {
            for (int i = 0; i < 2; i++) {
                assertThat(session.execute(given, Map.of("n", "ed")).all()).containsExactly("ed");
                assertThat(session.execute(defaulted).all()).containsExactly("ed");
                assertThat(session.execute(defaulted, Map.of("n", "jo")).all()).isEmpty();
            }
            assertThatThrownBy(() -> session.execute(given)).hasMessageContaining("Parameter \"n\" has no value");
        }
    }

    @DatabaseTest(only = "sqlite")
    void factoriesWithCriteriaFindTheirValuesInTheirPlaces(Engine engine, StatementLog statements) {
        Model model = Shop.model();
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.builder(engine, model).criteria(USER, user -> user.age.lt(3)).build();
        SessionFactory.of(engine, model).inTransaction(session -> {
            for (int i = 0; i < 5; i++) {
                session.add(new User("u" + i).age(i));
            }
        });
        try (Session session = sessions.open()) {
            for (int i = 0; i < 5; i++) {
                assertThat(session.all(select(USER).where(USER.name.eq("u" + i)))).hasSize(i < 3 ? 1 : 0);
            }
        }
    }
}
