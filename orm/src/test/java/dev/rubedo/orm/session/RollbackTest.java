package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Country_.COUNTRY;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.ForeignKeyViolationException;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Country;
import dev.rubedo.orm.shop.Group;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** The states of objects after a rollback. */
class RollbackTest {

    @DatabaseTest
    void newObjectsAreNewAgainWithoutTheirKeys(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            User ed = new User("ed");
            Address address = new Address("a@x");
            ed.addresses().add(address);
            session.add(ed);
            session.flush();
            assertThat(ed.id()).isNotNull();

            session.rollback();

            assertThat(InstanceState.of(ed).isTransient()).isTrue();
            assertThat(InstanceState.of(address).isTransient()).isTrue();
            assertThat(ed.id()).isNull();
            assertThat(address.id()).isNull();
            assertThat(ed.addresses()).containsExactly(address);
            session.add(ed);
            session.commit();
            assertThat(session.count(select(ADDRESS))).isEqualTo(1);
            assertThat(address.user()).isSameAs(ed);
        }
    }

    @DatabaseTest
    void persistentObjectsReadTheirRowsAgain(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ed")));
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            ed.name("x");
            session.flush();
            ed.name("y");
            ed.addresses().add(new Address("never"));

            session.rollback();

            assertThat(ed.name()).isEqualTo("ed");
            assertThat(ed.addresses()).isEmpty();
            assertThat(session.dirty()).isEmpty();
        }
    }

    @DatabaseTest
    void deletedObjectsAreThereAgain(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ed")));
        try (Session session = sessions.open()) {
            User ed = session.require(User.class, 1);
            session.delete(ed);
            session.flush();
            assertThat(InstanceState.of(ed).isDeleted()).isTrue();
            assertThat(session.get(User.class, 1)).isEmpty();

            session.rollback();

            assertThat(InstanceState.of(ed).isPersistent()).isTrue();
            assertThat(session.require(User.class, 1)).isSameAs(ed);
            assertThat(ed.name()).isEqualTo("ed");
        }
    }

    @DatabaseTest
    void aSavepointTakesOnlyItsOwnBack(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            User ed = new User("ed");
            session.add(ed);
            User ann = new User("ann");
            try (SessionSavepoint savepoint = session.savepoint()) {
                ed.name("other");
                session.add(ann);
                session.flush();
                savepoint.rollback();
            }

            assertThat(ed.name()).isEqualTo("ed");
            assertThat(InstanceState.of(ann).isTransient()).isTrue();
            assertThat(ann.id()).isNull();
            session.commit();
            assertThat(session.all(select(USER.name))).containsExactly("ed");
        }
    }

    @DatabaseTest
    void aBlockThatThrowsLeavesTheTransactionUsable(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            session.add(new Country("ch", "Switzerland"));
            assertThatThrownBy(() -> session.inSavepoint(() -> {
                session.detachAll();
                session.add(new Country("ch", "Again"));
                session.flush();
            })).isInstanceOf(IntegrityException.class);
            session.add(new Country("at", "Austria"));
        });

        sessions.inTransaction(session -> assertThat(session.all(select(COUNTRY.code).orderBy(COUNTRY.code)))
                .containsExactly("at", "ch"));
    }

    @DatabaseTest
    void aFailedFlushUndoesEverythingAndAsksForARollback(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new Country("ch", "Switzerland")));
        try (Session session = sessions.open()) {
            User ed = new User("ed");
            session.add(ed, new Country("ch", "Again"));

            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);

            assertThat(session.isActive()).isFalse();
            assertThatThrownBy(() -> session.all(select(USER))).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("rollback()");
            session.rollback();
            assertThat(session.all(select(USER))).isEmpty();
            assertThat(InstanceState.of(ed).isTransient()).isTrue();
            assertThat(ed.id()).isNull();
        }
    }

    @DatabaseTest(only = {"sqlite", "postgresql"})
    void aFailedCommitAsksForARollbackToo(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        engine.inTransaction(connection -> connection.execute(text("CREATE TABLE visits (id BIGINT PRIMARY KEY,"
                + " user_id BIGINT REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED)")));
        try (Session session = sessions.open()) {
            User ed = new User("ed");
            session.add(ed);
            session.execute(text("INSERT INTO visits (id, user_id) VALUES (1, 99)"));

            assertThatThrownBy(session::commit).isInstanceOf(ForeignKeyViolationException.class);

            assertThat(session.isActive()).isFalse();
            sessions.inTransaction(other -> other.add(new Country("ch", "Switzerland")));
            assertThatThrownBy(session::commit).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("rollback()");
            session.rollback();
            assertThat(InstanceState.of(ed).isTransient()).isTrue();
            session.add(ed);
            session.commit();
            assertThat(session.count(select(USER))).isEqualTo(1);
        }
    }

    @DatabaseTest
    void aCollectionThatARolledBackBlockFlushedIsReadAgain(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User ed = new User("ed");
        ed.addresses().add(new Address("kept"));
        ed.groups().add(new Group("staff"));
        sessions.inTransaction(session -> session.add(ed));

        assertThatThrownBy(() -> sessions.inTransaction(session -> {
            session.add(ed);
            ed.addresses().add(new Address("never"));
            ed.groups().clear();
            session.flush();
            throw new IllegalStateException("stop");
        })).hasMessage("stop");

        try (Session session = sessions.open()) {
            session.add(ed);
            assertThat(ed.addresses()).extracting(Address::email).containsExactly("kept");
            assertThat(ed.groups()).hasSize(1);
            ed.addresses().add(new Address("second"));
            session.commit();
            assertThat(session.count(select(ADDRESS))).isEqualTo(2);
        }
    }

    @DatabaseTest
    void collectionsOfNewObjectsSurviveARolledBackBlock(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User ed = new User("ed");
        ed.addresses().add(new Address("first"));

        assertThatThrownBy(() -> sessions.inTransaction(session -> {
            session.add(ed);
            session.flush();
            session.inSavepoint(() -> {
                ed.addresses().add(new Address("second"));
                session.flush();
            });
            throw new IllegalStateException("stop");
        })).hasMessage("stop");

        assertThat(ed.addresses()).extracting(Address::email).containsExactly("first", "second");
        sessions.inTransaction(session -> session.add(ed));
        sessions.inTransaction(session -> assertThat(session.count(select(ADDRESS))).isEqualTo(2));
    }
}
