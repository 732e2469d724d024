package dev.rubedo.orm.relation;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.loadAll;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.relation.Club_.CLUB;
import static dev.rubedo.orm.relation.Home_.HOME;
import static dev.rubedo.orm.relation.Membership_.MEMBERSHIP;
import static dev.rubedo.orm.relation.Person_.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Relationships whose rows are related by a condition of the mapping. */
class JoinConditionTest {

    static SessionFactory filled(Engine engine, StatementLog statements) {
        Model model = Model.of(PERSON, HOME, CLUB, MEMBERSHIP);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Club chess = new Club("chess");
            Club go = new Club("go");
            Person ann = new Person("ann", "Boston");
            ann.homes().addAll(List.of(new Home("Boston", true), new Home("Paris", false)));
            Person bob = new Person("bob", "Paris");
            bob.homes().addAll(List.of(new Home("Boston", false), new Home("Paris", true)));
            Person cyd = new Person("cyd", "Boston");
            cyd.homes().add(new Home("Rome", false));
            for (Person person : List.of(ann, bob, cyd)) {
                session.add(person);
                session.flush();
            }
            session.addAll(List.of(new Membership(ann, chess, true), new Membership(ann, go, false),
                    new Membership(bob, go, true)));
        });
        statements.clear();
        return sessions;
    }

    private static void requireContent(List<Person> people) {
        assertThat(people).extracting(Person::name).containsExactly("ann", "bob", "cyd");
        assertThat(people).extracting(person -> person.bostonHomes().stream().map(Home::city).toList())
                .containsExactly(List.of("Boston"), List.of("Boston"), List.of());
        assertThat(people).extracting(person -> person.localHomes().stream().map(Home::city).toList())
                .containsExactly(List.of("Boston"), List.of("Paris"), List.of());
        assertThat(people).extracting(person -> person.mainHome() == null ? "none" : person.mainHome().city())
                .containsExactly("Boston", "Paris", "none");
        assertThat(people).extracting(person -> person.neighbours().stream().map(Person::name).toList())
                .containsExactly(List.of("cyd"), List.of(), List.of("ann"));
        assertThat(people).extracting(person -> person.clubs().size()).containsExactly(2, 1, 0);
        assertThat(people).extracting(person -> person.activeClubs().stream().map(Club::name).toList())
                .containsExactly(List.of("chess"), List.of("go"), List.of());
    }

    private static String name(@Nullable Person person) {
        return person == null ? "none" : person.name();
    }

    @DatabaseTest
    void everyStrategyLoadsTheSame(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        for (Loading loading : List.of(Loading.BATCH, Loading.LAZY, Loading.JOINED, Loading.SELECT_IN,
                Loading.SUBQUERY, Loading.IMMEDIATE)) {
            try (Session session = sessions.open()) {
                requireContent(session.all(select(PERSON).orderBy(PERSON.id).options(loadAll(PERSON, loading))));
            }
            try (Session session = sessions.open()) {
                List<Home> homes = session.all(select(HOME).orderBy(HOME.id).options(loadAll(HOME, loading)));

                assertThat(homes).extracting(home -> name(home.localPerson())).as(loading.name())
                        .containsExactly("ann", "none", "none", "bob", "none");
                assertThat(homes).extracting(home -> name(home.bostonian())).as(loading.name())
                        .containsExactly("ann", "ann", "none", "none", "cyd");
            }
        }
    }

    @DatabaseTest
    void aTargetThatTheSessionHasMustSatisfyTheCondition(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.all(select(PERSON));
            List<Home> homes = session.all(select(HOME).orderBy(HOME.id));

            assertThat(homes).extracting(home -> name(home.bostonian())).containsExactly("ann", "ann", "none", "none",
                    "cyd");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aConditionOnTheTargetNeedsNoOwner(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.all(select(PERSON).options(selectIn(PERSON.bostonHomes)));
            session.all(select(PERSON).options(joined(PERSON.bostonHomes)));

            assertThat(statements).statement(1).hasSql("""
                    SELECT homes.person_id, homes.id, homes.city, homes.main FROM homes
                    WHERE homes.city = ? AND homes.person_id IN (?, ?, ?) ORDER BY homes.id
                    """);
            assertThat(statements).statement(2).hasSql("""
                    SELECT people.id, people.name, people.city, homes_1.id AS id_1, homes_1.city AS city_1, homes_1.main,
                    homes_1.person_id FROM people LEFT OUTER JOIN homes AS homes_1
                    ON people.id = homes_1.person_id AND homes_1.city = ? ORDER BY homes_1.id
                    """);
        }
    }

    @DatabaseTest(only = "sqlite")
    void aConditionOnTheOwnerJoinsItsRow(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.all(select(PERSON).options(selectIn(PERSON.localHomes)));
            assertThat(session.all(select(PERSON).options(lazy(PERSON.neighbours))).get(0).neighbours()).isNotNull()
                    .hasSizeGreaterThanOrEqualTo(0);

            assertThat(statements).statement(1).hasSql("""
                    SELECT people_1.id, homes.id AS id_1, homes.city, homes.main, homes.person_id FROM people AS people_1
                    JOIN homes ON people_1.id = homes.person_id AND homes.city = people_1.city
                    WHERE people_1.id IN (?, ?, ?) ORDER BY homes.id
                    """);
            assertThat(statements).last().hasSql("""
                    SELECT people.id, people.name, people.city FROM people AS people_1
                    JOIN people ON people_1.city = people.city AND people_1.id != people.id
                    WHERE people_1.id = ? ORDER BY people.id
                    """);
        }
    }

    @DatabaseTest(only = "sqlite")
    void aConditionOnTheJoinTableIsPartOfTheJoin(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.all(select(PERSON.name).join(PERSON.activeClubs));

            assertThat(statements).containsExactly("""
                    SELECT people.name FROM people JOIN memberships AS memberships_1 ON people.id = memberships_1.person_id
                    JOIN clubs ON clubs.id = memberships_1.club_id AND memberships_1.active = ?
                    """);
        }
    }

    @DatabaseTest
    void conditionsOnRelationshipsHaveItToo(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Home boston = session.all(select(HOME).orderBy(HOME.id)).get(0);
            Home paris = session.all(select(HOME).orderBy(HOME.id)).get(1);
            Club go = session.one(select(CLUB).where(CLUB.name.eq("go")));
            Person ann = session.require(PERSON, 1);

            assertThat(session.all(select(PERSON.name).where(PERSON.localHomes.any()).orderBy(PERSON.id)))
                    .containsExactly("ann", "bob");
            assertThat(session.all(select(PERSON.name).where(PERSON.localHomes.isEmpty()))).containsExactly("cyd");
            assertThat(session.all(select(PERSON.name).where(PERSON.bostonHomes.contains(boston))))
                    .containsExactly("ann");
            assertThat(session.all(select(PERSON.name).where(PERSON.bostonHomes.contains(paris)))).isEmpty();
            assertThat(session.all(select(PERSON.name).where(PERSON.activeClubs.contains(go)))).containsExactly("bob");
            assertThat(session.all(select(PERSON.name).where(PERSON.neighbours.contains(ann)))).containsExactly("cyd");
            assertThat(session.all(select(HOME.id).where(HOME.localPerson.eq(ann)))).containsExactly(boston.id());
            assertThat(session.all(select(HOME.id).where(HOME.bostonian.isNull()).orderBy(HOME.id))).hasSize(2);
            assertThat(session.all(select(HOME.id).where(HOME.bostonian.isNotNull()))).hasSize(3);
        }
    }

    @DatabaseTest
    void pathsAndJoinsHaveItToo(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            assertThat(session.all(select(HOME.city).where(HOME.localPerson().name.eq("bob"))))
                    .containsExactly("Paris");
            assertThat(session.all(select(HOME.id).where(HOME.localPerson().id.isNull()))).hasSize(3);
            assertThat(session.all(select(PERSON.name).join(PERSON.mainHome).orderBy(PERSON.id)))
                    .containsExactly("ann", "bob");
            assertThat(session.all(select(PERSON.name).leftJoin(PERSON.activeClubs).where(CLUB.id.isNull())))
                    .containsExactly("cyd");
            assertThat(
                    session.all(select(PERSON.name).join(PERSON.neighbours.to(PERSON.as("other"))).orderBy(PERSON.id)))
                    .containsExactly("ann", "cyd");
        }
    }

    @DatabaseTest
    void aViewIsNeverWritten(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            Person ann = session.require(PERSON, 1);
            assertThat(ann.bostonHomes()).isNotEmpty();
            ann.mainHome();
            ann.homes().remove(0);
            ann.homes().add(new Home("Boston", true));
        });
        try (Session session = sessions.open()) {
            Person ann = session.require(PERSON, 1);
            assertThat(ann.homes()).extracting(Home::city).containsExactly("Paris", "Boston");
            session.execute(deleteFrom(MEMBERSHIP));
            session.delete(ann);
            session.commit();
            assertThat(session.all(select(PERSON.name).orderBy(PERSON.id))).containsExactly("bob", "cyd");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aViewCannotBeChanged(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Person ann = session.require(PERSON, 1);

            assertThatThrownBy(() -> ann.bostonHomes().add(new Home("Boston", false)))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(
                            "\"Person.bostonHomes\" is viewOnly and cannot be changed. Change the relationship that "
                                    + "stores its foreign key or join table.");
            assertThatThrownBy(() -> ann.bostonHomes().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> ann.clubs().removeIf(club -> true))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThat(ann.bostonHomes()).hasSize(1);
            assertThat(ann.clubs()).hasSize(2);
        }
    }
}
