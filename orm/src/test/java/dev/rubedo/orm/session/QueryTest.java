package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.into;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.max;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.text;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Employee_.EMPLOYEE;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.Profile_.PROFILE;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.sql.Sql.union;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.MultipleResultsException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Employee;
import dev.rubedo.orm.shop.Employee_;
import dev.rubedo.orm.shop.Group;
import dev.rubedo.orm.shop.Profile;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Statements about entities. */
class QueryTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (String name : List.of("ann", "bob", "cyd")) {
                User user = new User(name);
                user.addresses().addAll(List.of(new Address(name + "@home"), new Address(name + "@work")));
                user.groups().add(new Group(name + "s"));
                user.profile(new Profile(name + " lives"));
                session.add(user);
            }
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void severalEntitiesAreARow(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<Row> rows = session
                    .all(select(USER, ADDRESS).join(USER.addresses).where(USER.name.eq("ann")).orderBy(ADDRESS.id));

            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).require(USER).name()).isEqualTo("ann");
            assertThat(rows.get(1).require(ADDRESS).email()).isEqualTo("ann@work");
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest(requires = Feature.ROW_LOCKS)
    void rowsThatAreFetchedBesideAreNotLocked(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(
                    select(USER).where(USER.name.eq("ann")).options(joined(USER.profile)).forUpdate());

            assertThat(users).hasSize(1);
            assertThat(users.get(0).profile()).isNotNull();
            assertThat(statements).hasCount(1);
            assertThat(statements.texts().get(0)).endsWith(
                    engine.dialect().supports(Feature.ROW_LOCKS_OF) ? "FOR UPDATE OF users" : "FOR UPDATE");
        }
    }

    @DatabaseTest
    void columnsAndEntitiesMix(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<Row> rows = session.all(select(USER.name, count(ADDRESS.id).as("n")).leftJoin(USER.addresses)
                    .groupBy(USER.name).orderBy(USER.name));

            assertThat(rows.get(0).get(USER.name)).isEqualTo("ann");
            assertThat(rows.get(0).get("n")).isEqualTo(2L);
        }
    }

    record NameMail(String name, String email) {}

    @DatabaseTest
    void rowsBecomeRecords(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<NameMail> all = session.all(select(into(NameMail::new, USER.name, ADDRESS.email)).join(USER.addresses)
                    .orderBy(ADDRESS.id).limit(1));

            assertThat(all).containsExactly(new NameMail("ann", "ann@home"));
            assertThat(
                    session.execute(select(USER.name, USER.name.as("email")).orderBy(USER.id)).as(NameMail.class).all())
                    .startsWith(new NameMail("ann", "ann"));
        }
    }

    @DatabaseTest(only = "sqlite")
    void aPathBehindAToOneIsAJoin(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<Address> found = session
                    .all(select(ADDRESS).where(ADDRESS.user().name.eq("bob")).orderBy(ADDRESS.user().name, ADDRESS.id));

            assertThat(found).extracting(Address::email).containsExactly("bob@home", "bob@work");
            assertThat(statements).containsExactly("""
                    SELECT addresses.id, addresses.email_address, addresses.user_id FROM addresses
                    JOIN users AS users_1 ON users_1.id = addresses.user_id WHERE users_1.name = ? ORDER BY users_1.name, addresses.id
                    """);
        }
    }

    @DatabaseTest(only = "sqlite")
    void theKeyBehindAToOneNeedsNoJoin(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.all(select(ADDRESS.email).where(ADDRESS.user().id.eq(2L)));

            assertThat(statements)
                    .containsExactly("SELECT addresses.email_address FROM addresses WHERE addresses.user_id = ?");
        }
    }

    @DatabaseTest(only = "sqlite")
    void anyHasAndContainsBecomeExistsAndKeys(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User bob = session.require(User.class, 2);
            Group bobs = bob.groups().iterator().next();
            statements.clear();

            assertThat(session.one(select(USER.name).where(USER.addresses.any(ADDRESS.email.eq("bob@work")))))
                    .isEqualTo("bob");
            assertThat(session.all(select(ADDRESS.email).where(ADDRESS.user.has(USER.name.eq("cyd"))))).hasSize(2);
            assertThat(session.all(select(ADDRESS.email).where(ADDRESS.user.eq(bob)))).hasSize(2);
            assertThat(session.one(select(USER.name).where(USER.groups.contains(bobs)))).isEqualTo("bob");
            assertThat(session.all(select(USER.name).where(USER.orders.isEmpty()))).hasSize(3);

            assertThat(statements).containsExactly(
                    "SELECT users.name FROM users WHERE EXISTS (SELECT 1 FROM addresses WHERE users.id = addresses.user_id AND addresses.email_address = ?)",
                    "SELECT addresses.email_address FROM addresses WHERE EXISTS (SELECT 1 FROM users WHERE users.id = addresses.user_id AND users.name = ?)",
                    "SELECT addresses.email_address FROM addresses WHERE ? = addresses.user_id",
                    "SELECT users.name FROM users WHERE EXISTS (SELECT 1 FROM user_group AS user_group_1 WHERE users.id = user_group_1.user_id AND ? = user_group_1.group_id)",
                    "SELECT users.name FROM users WHERE NOT (EXISTS (SELECT 1 FROM orders WHERE users.id = orders.user_id))");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aSelfReferenceIsJoinedUnderAnotherName(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            Employee boss = new Employee("boss");
            boss.reports().add(new Employee("eve"));
            session.add(boss);
        });
        try (Session session = sessions.open()) {
            Employee_ boss = EMPLOYEE.as("boss");
            statements.clear();

            assertThat(session.all(select(EMPLOYEE.name).join(EMPLOYEE.manager.to(boss)).where(boss.name.eq("boss"))))
                    .containsExactly("eve");
            assertThat(session.all(select(EMPLOYEE.name).where(EMPLOYEE.reports.any(EMPLOYEE.name.eq("eve")))))
                    .containsExactly("boss");

            assertThat(statements).containsExactly(
                    "SELECT employees.name FROM employees JOIN employees AS boss ON boss.id = employees.manager_id WHERE boss.name = ?",
                    "SELECT employees.name FROM employees WHERE EXISTS (SELECT 1 FROM employees AS employees_1 WHERE employees.id = employees_1.manager_id AND employees_1.name = ?)");
            assertThatThrownBy(() -> session.all(select(EMPLOYEE.name).join(EMPLOYEE.manager)))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("EMPLOYEE.manager.to(EMPLOYEE.as(\"other\"))");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aManyToManyIsJoinedThroughItsTable(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            assertThat(session.all(select(GROUP.name).join(GROUP.users).where(USER.name.eq("cyd"))))
                    .containsExactly("cyds");
            assertThat(statements).containsExactly("""
                    SELECT groups.name FROM groups JOIN user_group AS user_group_1 ON groups.id = user_group_1.group_id
                    JOIN users ON users.id = user_group_1.user_id WHERE users.name = ?
                    """);
        }
    }

    @DatabaseTest
    void objectsFollowAnUpdate(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(User.class, 1);
            User bob = session.require(User.class, 2);
            statements.clear();

            session.execute(update(USER).set(USER.age, 40).where(USER.id.lt(2L)));
            assertThat(ann.age()).isEqualTo(40);
            assertThat(bob.age()).isNull();
            assertThat(statements).hasCount(1);

            session.execute(update(USER).set(USER.age, USER.age.plus(1)));
            assertThat(ann.age()).isEqualTo(41);
        }
    }

    @DatabaseTest
    void objectsFollowADelete(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Profile profile = session.require(Profile.class, 1);

            session.execute(deleteFrom(PROFILE).where(PROFILE.bio.eq("ann lives")));

            assertThat(session.contains(profile)).isFalse();
            assertThat(session.get(Profile.class, 1)).isEmpty();
            session.rollback();
            assertThat(session.require(Profile.class, 1)).isSameAs(profile);
        }
    }

    @DatabaseTest
    void countsExistsFirstAndOptional(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            assertThat(session.count(select(USER))).isEqualTo(3);
            assertThat(session.exists(select(USER).where(USER.name.eq("zed")))).isFalse();
            assertThat(session.exists(select(USER))).isTrue();
            assertThat(session.optional(select(USER).where(USER.name.eq("zed")))).isEmpty();
            assertThat(session.first(select(USER).orderBy(USER.id)).orElseThrow().name()).isEqualTo("ann");
            assertThatThrownBy(() -> session.one(select(USER))).isInstanceOf(MultipleResultsException.class);
            assertThat(session.scalar(select(max(USER.id)))).contains(3L);
            try (var users = session.stream(select(USER))) {
                assertThat(users.map(User::name)).hasSize(3);
            }
        }
    }

    @DatabaseTest
    void firstReadsOneRow(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            assertThat(session.first(select(USER.name).orderBy(USER.id.desc()))).contains("cyd");
            assertThat(statements.all().get(0).sql()).matches(".*(LIMIT|FETCH FIRST) .*");
            assertThat(session.first(union(select(USER.name), select(USER.name)))).isPresent();
            assertThat(session.first(select(USER.name).orderBy(USER.id).limit(2).offset(1))).contains("bob");
            assertThat(session.first(text("select name from users order by id").columns(USER.name))).contains("ann");
        }
    }

    /** The limit is of objects, not of the rows that a join makes of them. */
    @DatabaseTest
    void firstReadsAWholeJoinedCollection(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            User ann = session.require(User.class, 1);
            int addresses = ann.addresses().size();
            ann.addresses().add(new Address("one"));
            ann.addresses().add(new Address("two"));
            session.flush();
            session.expireAll();
            assertThat(session.first(select(USER).orderBy(USER.id).options(joined(USER.addresses))).orElseThrow()
                    .addresses()).hasSize(addresses + 2);
        });
    }

    @DatabaseTest
    void getWithCriteriaAsksTheDatabaseEvenForAKnownObject(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(User.class, 1);

            assertThat(session.get(USER, 1, withCriteria(USER, user -> user.name.ne("ann")))).isEmpty();
            assertThat(session.get(USER, 1, withCriteria(USER, user -> user.name.eq("ann")))).containsSame(ann);
            assertThat(session.get(USER, 1)).containsSame(ann);
        }
    }

    @DatabaseTest
    void aQueryWritesWhatIsPendingFirst(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.add(new User("zed"));

            assertThat(session.count(select(USER))).isEqualTo(4);
            session.withoutAutoflush(() -> {
                session.add(new User("yan"));
                assertThat(session.count(select(USER))).isEqualTo(4);
            });
        }
    }

    @DatabaseTest
    void anOptionAboutSomethingElseIsRefused(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            assertThatThrownBy(() -> session.all(select(USER).options(selectIn(ADDRESS.user))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("Address");
        }
    }

    @DatabaseTest
    void whatWasChangedAndNotFlushedIsReadAgainAfterAnUpdate(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(User.class, 1);
            session.withoutAutoflush(() -> {
                ann.age(7);
                session.execute(update(USER).set(USER.age, 40).where(USER.name.eq("ann")));
            });
            statements.clear();

            assertThat(session.isModified(ann)).isFalse();
            assertThat(ann.age()).isEqualTo(40);
            session.flush();
            assertThat(statements).hasCount(1);
        }
    }
}
