package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Document;
import dev.rubedo.orm.shop.Group;
import dev.rubedo.orm.shop.Profile;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** What a flush updates. */
class FlushUpdateTest {

    @DatabaseTest
    void onlyNetChangesAreWritten(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ed").age(34)));
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            statements.clear();

            ed.name("edward");
            ed.age(35);
            ed.age(34);
            session.flush();
            session.flush();

            assertThat(statements).containsExactly("UPDATE users SET name=? WHERE users.id = ?");
            assertThat(statements).statement(0).hasParameters("edward", 1L);
        }
    }

    @DatabaseTest
    void aChangeTakenBackIsNoChange(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ed")));
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            statements.clear();

            ed.name("other");
            assertThat(session.dirty()).containsExactly(ed);
            ed.name("ed");

            assertThat(session.dirty()).isEmpty();
            assertThat(session.isModified(ed)).isFalse();
            session.flush();
            assertThat(statements).isEmpty();
        }
    }

    @DatabaseTest(only = "sqlite")
    void rowsOfOneShapeAreOneBatchInTheOrderOfTheirKeys(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("a"), new User("b"), new User("c")));
        try (Session session = sessions.open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id.desc()));
            statements.clear();

            users.forEach(user -> user.age(7));
            session.flush();

            assertThat(statements).containsExactly("UPDATE users SET age=? WHERE users.id = ?");
            assertThat(statements).statement(0).hasBatch(List.of(7, 1L), List.of(7, 2L), List.of(7, 3L));
        }
    }

    @DatabaseTest
    void movingAChildUpdatesItsForeignKey(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User ann = new User("ann");
            ann.addresses().add(new Address("a@x"));
            session.add(ann, new User("bob"));
        });
        try (Session session = sessions.open()) {
            User ann = session.require(User.class, 1);
            User bob = session.require(User.class, 2);
            Address address = ann.addresses().get(0);
            statements.clear();

            address.user(bob);

            assertThat(ann.addresses()).isEmpty();
            session.flush();
            assertThat(statements).containsExactly("UPDATE addresses SET user_id=? WHERE addresses.id = ?");
            assertThat(bob.addresses()).containsExactly(address);
        }
    }

    @DatabaseTest
    void addingToACollectionDoesNotLoadIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User ann = new User("ann");
            ann.addresses().add(new Address("a@x"));
            session.add(ann);
        });
        try (Session session = sessions.open()) {
            User ann = session.require(User.class, 1);
            statements.clear();

            ann.addresses().add(new Address("b@x"));
            session.flush();

            assertThat(statements).hasCount(1);
            assertThat(ann.addresses()).extracting(Address::email).containsExactly("a@x", "b@x");
        }
    }

    @DatabaseTest(only = "sqlite")
    void replacingTheObjectOfAOneToOneEmptiesTheOldForeignKeyFirst(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User ed = new User("ed");
            ed.profile(new Profile("first"));
            session.add(ed);
        });
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            statements.clear();

            ed.profile(new Profile("second"));
            session.flush();

            assertThat(statements).containsExactly(
                    "SELECT profiles.id, profiles.bio, profiles.user_id FROM profiles WHERE ? = profiles.user_id",
                    "UPDATE profiles SET user_id=? WHERE profiles.id = ?",
                    "INSERT INTO profiles (bio, user_id) VALUES (?, ?) RETURNING id");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aManyToManyWritesItsRowsOnceForBothSides(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User ed = new User("ed");
            ed.groups().addAll(List.of(new Group("a"), new Group("b")));
            session.add(ed);
        });
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            Group first = ed.groups().iterator().next();
            Group brand = new Group("c");
            statements.clear();

            ed.groups().remove(first);
            brand.users().add(ed);
            session.add(brand);
            session.flush();

            assertThat(statements).containsExactly(
                    "INSERT INTO groups (name) VALUES (?) RETURNING id",
                    "DELETE FROM user_group WHERE user_group.user_id = ? AND user_group.group_id = ?",
                    "INSERT INTO user_group (user_id, group_id) VALUES (?, ?)");
        }
        try (Session session = sessions.open()) {
            assertThat(session.require(User.class, 1).groups()).hasSize(2);
        }
    }

    @DatabaseTest
    void aStaleVersionIsRefused(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Document("d")));
        try (Session session = sessions.open()) {
            Document mine = session.require(Document.class, 1);
            session.commit();
            assertThat(mine.title()).isEqualTo("d");
            session.commit();
            mine.title();
            session.rollback();
            Document stale = session.require(Document.class, 1);
            stale.title();
            session.commit();
        }
        Document detached = sessions.fromTransaction(session -> session.require(Document.class, 1));
        sessions.inTransaction(session -> session.require(Document.class, 1).title("theirs"));

        assertThatThrownBy(() -> sessions.inTransaction(session -> {
            session.add(detached);
            detached.title("mine");
        })).isInstanceOfSatisfying(StaleDataException.class, failure -> {
            assertThat(failure.entityName()).isEqualTo("Document");
            assertThat(failure.identity()).isEqualTo("1");
        });
        assertThat(sessions
                .<String, RuntimeException>fromTransaction(session -> session.require(Document.class, 1).title()))
                .isEqualTo("theirs");
    }

    @DatabaseTest(only = "sqlite")
    void aVersionIsRaisedAndChecked(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Document("d")));
        try (Session session = sessions.open()) {
            Document document = session.require(Document.class, 1);
            statements.clear();

            document.title("e");
            session.flush();

            assertThat(document.version()).isEqualTo(2);
            assertThat(statements).containsExactly(
                    "UPDATE documents SET title=?, version=? WHERE documents.id = ? AND documents.version = ?");
            assertThat(statements).statement(0).hasParameters("e", 2, 1L, 1);
        }
    }

    @DatabaseTest
    void aRowThatIsGoneAlreadyIsDeletedAllTheSame(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ed"), new Document("d")));
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            session.execute(deleteFrom(session.model().mapper(User.class).table()));
            session.delete(ed);
            session.commit();
            assertThat(InstanceState.of(ed).wasDeleted()).isTrue();

            Document document = session.require(Document.class, 1);
            session.execute(deleteFrom(session.model().mapper(Document.class).table()));
            session.delete(document);
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class).hasMessage(
                    "The DELETE of Document[id=1] matched 0 rows instead of 1: it was changed or deleted since it was loaded, by another transaction"
                            + " or by a statement of this one that the session did not see. Roll back, load it again and repeat the change.");
        }
    }

    @DatabaseTest
    void aRowThatIsGoneIsRefused(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ed")));
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            session.execute(deleteFrom(session.model().mapper(User.class).table()));
            ed.name("x");

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("User[id=1]");
        }
    }
}
