package dev.rubedo.orm.classic;

import static dev.rubedo.orm.Orm.STRING;
import static dev.rubedo.orm.Orm.bind;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.classic.Query.query;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.sql.Functions.count;
import static dev.rubedo.sql.Functions.max;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.MultipleResultsException;
import dev.rubedo.error.NoResultException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

class QueryTest {

    /** Users "ann" (30, two addresses), "bob" (20, one address) and "cyd" (10, none). */
    private static void with(Engine engine, StatementLog statements, Consumer<Session> work) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User ann = new User("ann").age(30);
            ann.addresses().add(new Address("a1"));
            ann.addresses().add(new Address("a2"));
            User bob = new User("bob").age(20);
            bob.addresses().add(new Address("b1"));
            session.addAll(List.of(ann, bob, new User("cyd").age(10)));
        });
        statements.clear();
        try (Session session = sessions.open()) {
            work.accept(session);
        }
    }

    @DatabaseTest
    void conditionsOrdersAndLimits(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            Query<User> users = query(session, USER).orderBy(USER.id);
            assertThat(users.all()).extracting(User::name).containsExactly("ann", "bob", "cyd");
            assertThat(users.filter(USER.age.gt(15)).where(USER.name.ne("ann")).all()).extracting(User::name)
                    .containsExactly("bob");
            assertThat(users.filterBy("name", "cyd").one().age()).isEqualTo(10);
            assertThat(users.limit(1).offset(1).one().name()).isEqualTo("bob");
            assertThat(users.slice(1, 3).all()).extracting(User::name).containsExactly("bob", "cyd");
            assertThat(users.unordered().orderBy(USER.age).first().orElseThrow().name()).isEqualTo("cyd");
            List<String> names = new ArrayList<>();
            for (User user : users) {
                names.add(user.name());
            }
            assertThat(names).containsExactly("ann", "bob", "cyd");
            try (var stream = users.yieldPer(2).stream()) {
                assertThat(stream).hasSize(3);
            }
        });
    }

    @DatabaseTest
    void whatIsSelected(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            assertThat(query(session, USER.name).orderBy(USER.name.desc()).all()).containsExactly("cyd", "bob", "ann");
            List<Row> rows = query(session, USER, ADDRESS.email).join(USER.addresses).orderBy(ADDRESS.id).all();
            assertThat(rows).extracting(row -> row.get(USER).name() + row.get(ADDRESS.email)).containsExactly("anna1",
                    "anna2", "bobb1");
            assertThat(query(session, USER).withEntities(USER.age).orderBy(USER.age).all()).containsExactly(10, 20, 30);
            assertThat(
                    query(session, USER).withEntities(USER.name, USER.age).filter(USER.age.eq(10)).one().get(USER.name))
                    .isEqualTo("cyd");
            assertThat(query(session, USER.name).addColumns(USER.age).filter(USER.age.eq(20)).one().get(USER.age))
                    .isEqualTo(20);
            assertThat(query(session, USER.name, count(ADDRESS.id)).outerJoin(USER.addresses).groupBy(USER.name)
                    .having(count(ADDRESS.id).lt(2L)).orderBy(USER.name).all()).extracting(row -> row.get(USER.name))
                    .containsExactly("bob", "cyd");
            assertThat(query(session, USER.name).join(ADDRESS, ADDRESS.userId.eq(USER.id)).distinct().all()).hasSize(2);
            assertThat(query(session, USER.name).selectFrom(USER).join(USER.addresses, ADDRESS.email.eq("b1")).all())
                    .containsExactly("bob");
        });
    }

    @DatabaseTest
    void howManyResultsThereAre(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            Query<User> users = query(session, USER);
            assertThat(users.count()).isEqualTo(3);
            assertThat(users.limit(2).count()).isEqualTo(2);
            assertThat(users.populateExisting().options(selectIn(USER.addresses)).count()).isEqualTo(3);
            assertThat(users.options(withCriteria(USER, user -> user.name.ne("bob"))).count()).isEqualTo(2);
            assertThat(users.options(withCriteria(USER, user -> user.name.ne("bob")))
                    .filter(USER.name.ne(bind("name", STRING))).params("name", "ann").count()).isEqualTo(1);
            assertThat(users.filter(USER.name.eq("zed")).first()).isEmpty();
            assertThat(users.filter(USER.name.eq("zed")).oneOrNone()).isEmpty();
            assertThatThrownBy(() -> users.filter(USER.name.eq("zed")).one()).isInstanceOf(NoResultException.class);
            assertThatThrownBy(users::one).isInstanceOf(MultipleResultsException.class);
            assertThatThrownBy(users::oneOrNone).isInstanceOf(MultipleResultsException.class);
            assertThat(query(session, max(USER.age)).scalar()).contains(30);
            assertThat(query(session, USER.name, USER.age).filter(USER.age.eq(10)).scalar()).contains("cyd");
            assertThat(query(session, max(USER.age)).filter(USER.name.eq("zed")).scalar()).isEmpty();
            assertThatThrownBy(() -> query(session, USER.name).scalar()).isInstanceOf(MultipleResultsException.class);
            statements.clear();
            users.orderBy(USER.id).first();
            assertThat(statements.all().get(0).sql()).matches(".*(LIMIT|FETCH FIRST) .*");
        });
    }

    @DatabaseTest
    void asPartsOfOtherQueries(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            Query<User> withAddress = query(session, USER).filter(USER.addresses.any());
            assertThat(query(session, USER.name).filter(
                    query(session, ADDRESS).filter(ADDRESS.userId.eq(USER.id)).exists()).orderBy(USER.id).all())
                    .containsExactly("ann", "bob");
            var ages = query(session, USER.id, USER.age).filter(USER.age.gt(15)).subquery("ages");
            assertThat(query(session, USER.name).join(ages, ages.column(USER.id).eq(USER.id)).orderBy(USER.id).all())
                    .containsExactly("ann", "bob");
            var cte = query(session, USER.id).filter(USER.age.lt(15)).cte("young");
            assertThat(query(session, USER.name).join(cte, cte.column(USER.id).eq(USER.id)).all())
                    .containsExactly("cyd");
            assertThat(query(session, USER.name)
                    .filter(USER.age.eq(query(session, max(USER.as("other").age)).scalarSubquery())).all())
                    .containsExactly("ann");
            var other = USER.as("other");
            assertThat(query(session, USER.name, query(session, count(other.id)).filter(other.age.lt(USER.age))
                    .label("younger")).orderBy(USER.id).all()).extracting(row -> row.get("younger"))
                    .containsExactly(2L, 1L, 0L);
            assertThat(withAddress.union(query(session, USER).filter(USER.name.eq("cyd"))).count()).isEqualTo(3);
            assertThat(query(session, USER.name).unionAll(query(session, USER.name)).all()).hasSize(6);
            assertThat(query(session, USER.name).intersect(query(session, USER.name).filter(USER.age.eq(20))).one())
                    .isEqualTo("bob");
            assertThat(query(session, USER.name).except(query(session, USER.name).filter(USER.age.gt(15))).first())
                    .contains("cyd");
            assertThat(query(session, USER.name).except(query(session, USER.name).filter(USER.age.eq(20)),
                    query(session, USER.name).filter(USER.name.eq("cyd"))).all()).containsExactly("ann");
            assertThat(query(session, USER.name).intersect(query(session, USER.name).filter(USER.age.gt(15)),
                    query(session, USER.name).filter(USER.name.ne("ann"))).all()).containsExactly("bob");
        });
    }

    @DatabaseTest
    void optionsAndParameters(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            Query<User> byName = query(session, USER).filter(USER.name.eq(bind("name", STRING)));
            assertThat(byName.params("name", "bob").executionOptions(ExecuteOption.tag("by name")).one().age())
                    .isEqualTo(20);
            assertThat(byName.params("name", "bob").count()).isEqualTo(1);
            assertThat(byName.params("name", "bob").union(query(session, USER).filter(USER.id.eq(1L))).count())
                    .isEqualTo(2);
            assertThat(query(session, USER).options(selectIn(USER.addresses)).all()).hasSize(3);
            User ann = session.require(USER, 1);
            ann.name("anna");
            assertThat(query(session, USER.name).autoflush(false).filter(USER.id.eq(1L)).one()).isEqualTo("ann");
            assertThat(query(session, USER).autoflush(false).populateExisting().filter(USER.id.eq(1L)).one().name())
                    .isEqualTo("ann");
            if (engine.dialect().supports(Feature.ROW_LOCKS)) {
                statements.clear();
                query(session, USER).withForUpdate().filter(USER.id.eq(1L)).one();
                assertThat(statements.all().get(0).sql()).contains("FOR UPDATE");
            }
        });
    }

    @DatabaseTest
    void rowsAreChanged(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            User bob = session.require(USER, 2);
            assertThat(query(session, USER).filter(USER.age.lt(25)).update(update -> update.set(USER.age, 99)))
                    .isEqualTo(2);
            assertThat(bob.age()).isEqualTo(99);
            assertThat(query(session, ADDRESS).filter(ADDRESS.email.ne("a1")).delete()).isEqualTo(2);
            assertThat(session.count(select(ADDRESS))).isEqualTo(1);
            assertThatThrownBy(() -> query(session, USER).limit(1).delete())
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageStartingWith("delete() cannot be called on a query with joins");
            assertThatThrownBy(() -> query(session, USER).having(USER.age.gt(1)).delete())
                    .isInstanceOf(InvalidStatementException.class);
            assertThatThrownBy(() -> query(session, USER).withForUpdate().delete())
                    .isInstanceOf(InvalidStatementException.class);
            assertThatThrownBy(() -> query(session, USER.name).delete()).isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("changes the rows of one entity");
            assertThatThrownBy(
                    () -> query(session, USER).join(USER.addresses).update(update -> update.set(USER.age, 1)))
                    .isInstanceOf(InvalidStatementException.class);
        });
    }

    @DatabaseTest
    void getFindsByKey(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            User ann = session.require(USER, 1);
            assertThat(query(session, USER).get(1)).containsSame(ann);
            assertThat(query(session, USER).get(99)).isEmpty();
            assertThatThrownBy(() -> query(session, USER).filter(USER.age.gt(1)).get(1))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("the query has conditions");
            assertThatThrownBy(() -> query(session, USER).withForUpdate().get(1))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("forUpdate()");
            assertThatThrownBy(() -> query(session, USER).executionOptions(ExecuteOption.tag("t")).get(1))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("no execution options");
            assertThatThrownBy(() -> query(session, USER.name).get(1)).isInstanceOf(InvalidStatementException.class);
            assertThat(query(session, USER).filter(USER.id.eq(1L))).hasToString(select(USER).where(USER.id.eq(1L))
                    .toString());
        });
    }
}
