package dev.rubedo.examples.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** The chapters, in their order. */
class TutorialTest {

    private static void in(Engine engine, Consumer<Session> chapter) {
        try (Session session = Shop.filled(engine).open()) {
            chapter.accept(session);
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void connecting(Engine engine) {
        assertThat(Connecting.commitAsYouGo(engine)).hasSize(1);
        Connecting.beginOnce(engine);
        assertThat(Connecting.withParameters(engine)).containsExactly(11, 15);
        assertThat(Connecting.savepoint(engine)).isTrue();
        try (Engine other = Connecting.engine("sqlite:///:memory:")) {
            assertThat(other.dialect().name()).isEqualTo("sqlite");
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void tables(Engine engine) {
        Tables.create(engine);

        assertThat(Tables.createOne(engine)).containsExactly(false, true);
        assertThat(Tables.reflected(engine)).containsExactly("id", "name", "age", "balance");
        assertThat(Tables.inspected(engine)).containsExactly("accounts");
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void statements(Engine engine) {
        Tables.create(engine);
        try (Connection connection = engine.connect()) {
            Statements.insert(connection);

            assertThat(Statements.names(connection)).containsExactly("Alice", "Carol", "Dave", "Bob");
            assertThat(Statements.records(connection)).containsExactly(new Statements.NameAndAge("Alice", 30),
                    new Statements.NameAndAge("Bob", 18), new Statements.NameAndAge("Dave", 24));
            assertThat(Statements.update(connection)).isEqualTo(4);
            assertThat(Statements.delete(connection)).isEqualTo(1);
            assertThat(Statements.joins(connection)).extracting(row -> row.get(2)).containsExactly("Alice@example.com",
                    "Bob@example.com", "Carol@example.com");
            assertThat(Statements.aggregates(connection)).extracting(row -> row.get("number")).containsExactly(2L, 1L);
            assertThat(Statements.subqueries(connection)).containsExactly("Bob");
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void storing(Engine engine) {
        Shop.open(engine);
        SessionFactory sessions = Storing.factory(engine, Shop.MODEL);

        assertThat(Storing.states(sessions)).hasSize(5).containsOnly("true");
        assertThat(Storing.addAll(sessions)).hasSize(3).doesNotContainNull();
        assertThat(Storing.change(sessions)).isEqualTo(1);
        assertThat(Storing.rollBack(sessions)).isEqualTo("mary 0");
        assertThat(Storing.savepoint(sessions)).isEqualTo(2);
        assertThat(Storing.refresh(sessions)).isEqualTo("fred");
        assertThat(Storing.delete(sessions)).isTrue();
        assertThat(Storing.statements(sessions)).containsExactly(5L, 18L, 1L);
        assertThat(Storing.merge(sessions)).isEqualTo("support");
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void querying(Engine engine) {
        in(engine, session -> {
            assertThat(Querying.basics(session)).extracting(User::name).containsExactly("Alice", "Carol", "Bob", "Bob");
            assertThat(Querying.conditions(session)).containsExactly(List.of("Alice"), List.of("Alice", "Bob"),
                    List.of("Alice"), List.of("Dave"), List.of("Bob", "Carol"), List.of("Bob", "Carol"),
                    List.of("Alice"), List.of("Dave"));
            assertThat(Querying.page(session, 1).items()).extracting(User::name).containsExactly("Dave");
            assertThat(Querying.totals(session)).extracting(row -> row.get(1) + " " + row.get(2))
                    .containsExactly("Alice 2");
            assertThat(Querying.joins(session)).containsExactly("Alice alice@home.example",
                    "Alice alice@work.example", "Bob bob@example.com");
            assertThat(Querying.aliases(session)).containsExactly("Xan", "Yan");
            assertThat(Querying.subqueries(session)).containsExactly(List.of("Alice"), List.of("Bob"),
                    List.of("Carol", "Dave"), List.of("Alice"), List.of("Alice 2", "Bob 1", "Carol 0", "Dave 0"));
            assertThat(Querying.hierarchy(session)).containsExactly("Will", "Xan", "Yan", "Zoe");
            assertThat(Querying.windows(session)).extracting(row -> row.get(2) + " " + row.get(3) + " " + row.get(5))
                    .containsExactly("1 2 null", "2 3 Alice", "3 1 Bob");
            assertThat(Querying.records(session)).extracting(Querying.Spent::total)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("15"), new BigDecimal("7"));
            assertThat(Querying.text(session, 20)).extracting(User::name).containsExactly("Alice", "Carol");
            assertThat(Querying.classic(session)).extracting(User::name).containsExactly("Alice", "Bob");
        });
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void relating(Engine engine) {
        in(engine, session -> {
            assertThat(Relating.bothSides(session)).isTrue();
            assertThat(Relating.orphan(session)).isEqualTo(1);
            assertThat(Relating.oneToOne(session)).isEqualTo("Alice");
            assertThat(Relating.manyToMany(session)).containsExactly("Alice", "Bob");
            assertThat(Relating.associationObject(session)).containsExactly("Alice");
            assertThat(Relating.selfReference(session)).contains("Vera");
            assertThat(Relating.cascade(session)).isEqualTo(1);
        });
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void fetching(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.filled(engine);
        counted(sessions, statements, 2, session -> assertThat(Fetching.byDefault(session)).isEqualTo(3));
        counted(sessions, statements, 2, session -> assertThat(Fetching.selectInLoading(session)).hasSize(4)
                .first().satisfies(user -> assertThat(user.addresses()).hasSize(2)));
        counted(sessions, statements, 1, session -> assertThat(Fetching.joinedLoading(session))
                .extracting(address -> address.user().name()).containsExactly("Alice", "Alice", "Bob"));
        counted(sessions, statements, 2, session -> assertThat(Fetching.subqueryLoading(session)).hasSize(3));
        counted(sessions, statements, 3, session -> assertThat(Fetching.nested(session)).hasSize(4));
        counted(sessions, statements, 3, session -> assertThat(Fetching.columns(session)).hasSize(4));
        counted(sessions, statements, 1, session -> assertThat(Fetching.joinedByTheQuery(session)).hasSize(1)
                .first().satisfies(user -> assertThat(user.addresses()).hasSize(2)));
        counted(sessions, statements, 3, session -> assertThat(Fetching.strict(session).addresses()).hasSize(2));
        assertThat(Fetching.detached(sessions)).hasSize(2);
    }

    private static void counted(SessionFactory sessions, StatementLog statements, int count,
            Consumer<Session> work) {
        try (Session session = sessions.open()) {
            statements.clear();
            work.accept(session);
            assertThat(statements).hasCount(count);
        }
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void extending(Engine engine) {
        SessionFactory sessions = Shop.filled(engine);
        try (Session session = sessions.open()) {
            assertThat(Extending.hybrid(session)).isEqualTo("Alice: Alice Adams");
            assertThat(Extending.formula(session)).isEqualTo(2);
        }
        assertThat(Extending.validated()).isEqualTo("x@example.com");
        assertThat(Extending.criteria(sessions)).containsExactly("Alice", "Bob");
        assertThat(Extending.events(engine, sessions)).startsWith("commit", "insert Eve").contains("INSERT");
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void inheriting(Engine engine) {
        in(engine, session -> {
            assertThat(Inheriting.everybody(session)).containsExactly("Will writes sql", "Xan sits at 7",
                    "Yan writes java", "Zoe");
            assertThat(Inheriting.engineers(session)).containsExactly("Yan");
            assertThat(Inheriting.either(session)).containsExactly("Will", "Xan");
        });
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void transacting(Engine engine) {
        SessionFactory sessions = Shop.filled(engine);

        assertThat(Transacting.optimistic(sessions)).isEqualTo("User");
        if (engine.dialect().name().equals("h2")) {
            sessions.inTransaction(Transacting::pessimistic);
        }
        assertThat(Transacting.retried(sessions)).isEqualTo(4);
        assertThat(Transacting.violated(sessions)).containsIgnoringCase("email");
        sessions.inTransaction(
                session -> assertThat(Transacting.bulk(session)).containsExactly("2", "40", "Alice Cooper"));
    }
}
