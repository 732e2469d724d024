package dev.rubedo.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.RequiredAttributeException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Country;
import dev.rubedo.orm.shop.Document;
import dev.rubedo.orm.shop.Group;
import dev.rubedo.orm.shop.Item;
import dev.rubedo.orm.shop.Node;
import dev.rubedo.orm.shop.Order;
import dev.rubedo.orm.shop.OrderLine;
import dev.rubedo.orm.shop.Player;
import dev.rubedo.orm.shop.Profile;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.Team;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** What a flush inserts, in which order and in how many statements. */
class FlushInsertTest {

    @DatabaseTest(only = "sqlite")
    void aParentGoesFirstAndGivesItsChildrenItsKey(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            User ed = new User("ed");
            session.add(ed);
            ed.addresses().add(new Address("ed@home.example"));
            ed.addresses().add(new Address("ed@work.example"));

            session.flush();

            assertThat(statements).containsExactly(
                    """
                            INSERT INTO users (name, age) VALUES (?, ?) RETURNING id
                            """,
                    """
                            INSERT INTO addresses (email_address, user_id) VALUES (?, ?), (?, ?) RETURNING id
                            """);
            assertThat(statements).statement(1).hasParameters("ed@home.example", ed.id(), "ed@work.example", ed.id());
        }
    }

    @DatabaseTest
    void everyRelationshipIsThereAfterACommit(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User ed = new User("ed");
            ed.profile(new Profile("likes tea"));
            ed.groups().addAll(List.of(new Group("admins"), new Group("writers")));
            Order order = new Order("new");
            order.user(ed);
            order.lines().add(new OrderLine(new Item("pen"), 2));
            order.lines().add(new OrderLine(new Item("ink"), 5));
            session.add(ed, order);
        });

        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);

            assertThat(ed.profile().bio()).isEqualTo("likes tea");
            assertThat(ed.profile().user()).isSameAs(ed);
            assertThat(ed.groups()).extracting(Group::name).containsExactlyInAnyOrder("admins", "writers");
            assertThat(ed.orders()).hasSize(1);
            assertThat(ed.orders().get(0).lines()).extracting(line -> line.item().name())
                    .containsExactlyInAnyOrder("pen", "ink");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aTreeIsInsertedLevelByLevel(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            Node root = new Node("r");
            Node a = new Node("a");
            root.children().addAll(List.of(a, new Node("b")));
            a.children().add(new Node("a1"));
            session.add(root);

            assertThat(session.flushPlan()).hasToString("insert Node x1\ninsert Node x2\ninsert Node x1");
            session.flush();

            assertThat(statements).containsExactly(
                    "INSERT INTO nodes (label, parent_id) VALUES (?, ?) RETURNING id",
                    "INSERT INTO nodes (label, parent_id) VALUES (?, ?), (?, ?) RETURNING id",
                    "INSERT INTO nodes (label, parent_id) VALUES (?, ?) RETURNING id");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aCycleOfRowsIsClosedByALaterUpdate(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            Team team = new Team("blues");
            Player captain = new Player("cap");
            team.players().addAll(List.of(captain, new Player("two")));
            team.captain(captain);
            session.add(team);

            session.flush();

            assertThat(statements).containsExactly(
                    "INSERT INTO teams (name, captain_id) VALUES (?, ?) RETURNING id",
                    "INSERT INTO players (name, team_id) VALUES (?, ?), (?, ?) RETURNING id",
                    "UPDATE teams SET captain_id=? WHERE teams.id = ?");
            assertThat(statements).statement(2).hasParameters(captain.id(), team.id());
        }
    }

    @DatabaseTest(only = "sqlite")
    void entitiesThatDoNotDependOnEachOtherGoByName(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            session.add(new User("u"), new Node("n"), new Document("d"), new Country("ch", "Switzerland"));

            session.flush();

            assertThat(statements).containsExactly(
                    "INSERT INTO countries (code, name) VALUES (?, ?) RETURNING currency",
                    "INSERT INTO documents (title, version) VALUES (?, ?) RETURNING id",
                    "INSERT INTO nodes (label, parent_id) VALUES (?, ?) RETURNING id",
                    "INSERT INTO users (name, age) VALUES (?, ?) RETURNING id");
        }
    }

    @DatabaseTest(only = "sqlite")
    void rowsWithGivenKeysAreOneBatch(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            session.add(new Country("ch", "Switzerland"), new Country("at", "Austria"));

            session.flush();

            assertThat(statements).containsExactly("INSERT INTO countries (code, name) VALUES (?, ?)");
            assertThat(statements).statement(0).hasBatch(List.of("ch", "Switzerland"), List.of("at", "Austria"));
        }
    }

    @DatabaseTest(only = "sqlite")
    void aDefaultThatABatchDoesNotReturnIsReadWhenItIsTouched(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            Country country = new Country("ch", "Switzerland");
            session.addAll(List.of(country, new Country("at", "Austria")));
            session.flush();
            statements.clear();

            assertThat(country.currency()).isEqualTo("none");
            assertThat(country.currency()).isEqualTo("none");

            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void allMissingAttributesAreNamedBeforeAnyStatement(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            session.add(new User("ed"));
            session.add(new Address(null));

            assertThatThrownBy(session::flush).isInstanceOfSatisfying(RequiredAttributeException.class, failure -> {
                assertThat(failure.entityName()).isEqualTo("Address");
                assertThat(failure.attributes()).containsExactly("email", "user");
            });

            assertThat(statements).isEmpty();
        }
    }

    @DatabaseTest
    void aVersionBeginsWithOne(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            Document document = new Document("d");
            session.add(document);

            session.flush();

            assertThat(document.version()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void manyRowsGetTheirOwnKeys(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            List<Item> items = new java.util.ArrayList<>();
            for (int i = 0; i < 2500; i++) {
                items.add(new Item("item " + i));
            }
            session.addAll(items);

            session.commit();

            assertThat(items).extracting(Item::id).doesNotHaveDuplicates();
            try (Session other = sessions.open()) {
                assertThat(other.require(Item.class, items.get(1234).id()).name()).isEqualTo("item 1234");
            }
        }
    }
}
