package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.Order_.ORDER;
import static dev.rubedo.orm.shop.Player_.PLAYER;
import static dev.rubedo.orm.shop.Profile_.PROFILE;
import static dev.rubedo.orm.shop.Team_.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Employee;
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
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Cascades of relationships. */
class CascadeTest {

    private static SessionFactory withEd(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User ed = new User("ed");
            ed.addresses().addAll(List.of(new Address("a@x"), new Address("b@x")));
            ed.orders().add(new Order("open"));
            ed.profile(new Profile("bio"));
            ed.groups().add(new Group("g"));
            session.add(ed);
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest(only = "sqlite")
    void deletionGoesToOwnedChildrenAndLeavesTheOthers(Engine engine, StatementLog statements) {
        SessionFactory sessions = withEd(engine, statements);
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            statements.clear();

            session.delete(ed);
            session.flush();

            assertThat(statements).containsExactly(
                    "SELECT addresses.id, addresses.email_address, addresses.user_id FROM addresses WHERE ? = addresses.user_id ORDER BY addresses.id",
                    "SELECT profiles.id, profiles.bio, profiles.user_id FROM profiles WHERE ? = profiles.user_id",
                    "SELECT orders.id, orders.status, orders.user_id FROM orders WHERE ? = orders.user_id ORDER BY orders.id",
                    "SELECT groups.id, groups.name FROM groups, user_group WHERE ? = user_group.user_id AND groups.id = user_group.group_id",
                    "DELETE FROM user_group WHERE user_group.user_id = ? AND user_group.group_id = ?",
                    "UPDATE orders SET user_id=? WHERE orders.id = ?",
                    "UPDATE profiles SET user_id=? WHERE profiles.id = ?",
                    "DELETE FROM addresses WHERE addresses.id = ?",
                    "DELETE FROM users WHERE users.id = ?");
        }
    }

    @DatabaseTest
    void deletionLeavesTheRestInOrder(Engine engine, StatementLog statements) {
        SessionFactory sessions = withEd(engine, statements);
        sessions.inTransaction(session -> session.delete(session.require(User.class, 1)));

        sessions.inTransaction(session -> {
            assertThat(session.get(User.class, 1)).isEmpty();
            assertThat(session.count(select(ADDRESS))).isZero();
            assertThat(session.one(select(ORDER)).user()).isNull();
            assertThat(session.one(select(PROFILE)).userId()).isNull();
            assertThat(session.one(select(GROUP)).users()).isEmpty();
        });
    }

    @DatabaseTest
    void anOrphanIsDeleted(Engine engine, StatementLog statements) {
        SessionFactory sessions = withEd(engine, statements);
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            Address first = ed.addresses().get(0);
            statements.clear();

            ed.addresses().remove(first);
            session.commit();

            assertThat(statements).containsExactly("DELETE FROM addresses WHERE addresses.id = ?");
            assertThat(InstanceState.of(first).isDetached()).isTrue();
            assertThat(ed.addresses()).hasSize(1);
        }
    }

    @DatabaseTest
    void aNewOrphanIsNotInserted(Engine engine, StatementLog statements) {
        SessionFactory sessions = withEd(engine, statements);
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            Address address = new Address("c@x");
            ed.addresses().add(address);
            assertThat(session.newObjects()).containsExactly(address);

            ed.addresses().remove(address);

            assertThat(InstanceState.of(address).isTransient()).isTrue();
            assertThat(session.newObjects()).isEmpty();
        }
    }

    @DatabaseTest
    void anOrphanThatMovesToAnotherParentStays(Engine engine, StatementLog statements) {
        SessionFactory sessions = withEd(engine, statements);
        sessions.inTransaction(session -> {
            User ed = session.require(User.class, 1);
            User ann = new User("ann");
            session.add(ann);
            Address first = ed.addresses().get(0);
            ed.addresses().remove(first);
            ann.addresses().add(first);
        });
        sessions.inTransaction(session -> {
            assertThat(session.require(User.class, 1).addresses()).hasSize(1);
            assertThat(session.require(User.class, 2).addresses()).hasSize(1);
        });
    }

    @DatabaseTest(only = "sqlite")
    void aTreeIsDeletedFromItsLeavesInOneStatementPerLevel(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            Node root = new Node("root");
            Node left = new Node("left");
            root.children().addAll(List.of(left, new Node("right")));
            left.children().add(new Node("leaf"));
            session.add(root);
        });
        try (Session session = sessions.open()) {
            Node root = session.require(Node.class, 1);
            statements.clear();

            session.delete(root);
            session.flush();

            assertThat(statements).containsExactly(
                    "SELECT nodes.id, nodes.label, nodes.parent_id FROM nodes WHERE ? = nodes.parent_id ORDER BY nodes.id",
                    "SELECT nodes.parent_id, nodes.id, nodes.label FROM nodes WHERE nodes.parent_id IN (?, ?) ORDER BY nodes.id",
                    "SELECT nodes.id, nodes.label, nodes.parent_id FROM nodes WHERE ? = nodes.parent_id ORDER BY nodes.id",
                    "DELETE FROM nodes WHERE nodes.id = ?",
                    "DELETE FROM nodes WHERE nodes.id = ?",
                    "DELETE FROM nodes WHERE nodes.id = ?");
        }
    }

    @DatabaseTest(only = "sqlite")
    void deletionOfAManagerLeavesTheReports(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            Employee boss = new Employee("boss");
            boss.reports().add(new Employee("eve"));
            session.add(boss);
        });
        try (Session session = sessions.open()) {
            Employee boss = session.require(Employee.class, 1);
            statements.clear();

            session.delete(boss);
            session.flush();

            assertThat(statements).containsExactly(
                    "SELECT employees.id, employees.name, employees.manager_id FROM employees WHERE ? = employees.manager_id ORDER BY employees.id",
                    "UPDATE employees SET manager_id=? WHERE employees.id = ?",
                    "DELETE FROM employees WHERE employees.id = ?");
        }
    }

    @DatabaseTest
    void linesOfAnOrderFollowItsCollection(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            Order order = new Order("new");
            order.lines().addAll(List.of(new OrderLine(new Item("pen"), 1), new OrderLine(new Item("ink"), 2)));
            session.add(order);
        });
        sessions.inTransaction(session -> {
            Order order = session.require(Order.class, 1);
            order.lines().removeIf(line -> line.quantity() == 1);
            order.lines().add(new OrderLine(new Item("pad"), 3));
        });

        sessions.inTransaction(
                session -> assertThat(session.require(Order.class, 1).lines()).extracting(OrderLine::quantity)
                        .containsExactlyInAnyOrder(2, 3));
    }

    @DatabaseTest
    void teamAndCaptainAreDeletedTogether(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            Team team = new Team("blues");
            Player captain = new Player("cap");
            team.players().add(captain);
            team.captain(captain);
            session.add(team);
        });
        sessions.inTransaction(session -> {
            Team team = session.require(Team.class, 1);
            session.delete(team.captain());
            session.delete(team);
        });

        sessions.inTransaction(
                session -> assertThat(session.count(select(PLAYER)) + session.count(select(TEAM))).isZero());
    }

    @DatabaseTest
    void settingTheBackReferenceDoesNotAddTheObject(Engine engine, StatementLog statements) {
        SessionFactory sessions = withEd(engine, statements);
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            Order order = new Order("x");

            order.user(ed);

            assertThat(ed.orders()).contains(order);
            assertThat(session.contains(order)).isFalse();
        }
    }
}
