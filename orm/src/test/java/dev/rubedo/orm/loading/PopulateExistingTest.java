package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.into;
import static dev.rubedo.orm.Orm.populateExisting;
import static dev.rubedo.orm.Orm.raiseAll;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.User;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Statements that overwrite what objects have loaded. */
class PopulateExistingTest {

    /** Renames every user and address, so that the objects of the session are out of date. */
    private static void change(Session session) {
        change(session, "users", "name", "new");
        change(session, "addresses", "email_address", "new");
    }

    private static <V> void change(Session session, String table, String column, V value) {
        Table changed = session.model().metadata().find(table).orElseThrow();
        @SuppressWarnings("unchecked") Class<V> type = (Class<V>) value.getClass();
        session.connection().execute(update(changed).set(changed.column(column, type), value));
    }

    @DatabaseTest
    void aQueryOverwritesLoadedColumns(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.require(USER, 1);
            change(session);

            session.all(select(USER));
            assertThat(ann.name()).isEqualTo("ann");
            session.all(select(USER).options(populateExisting()));
            assertThat(ann.name()).isEqualTo("new");
        }
    }

    @DatabaseTest
    void getReadsTheRowAgain(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.require(USER, 1);
            change(session);

            assertThat(session.require(USER, 1, populateExisting())).isSameAs(ann);
            assertThat(ann.name()).isEqualTo("new");
        }
    }

    @DatabaseTest
    void unflushedChangesAreDiscarded(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.require(USER, 1);
            session.withoutAutoflush(() -> {
                ann.name("anna");
                session.all(select(USER).options(populateExisting()));
            });

            assertThat(ann.name()).isEqualTo("ann");
            assertThat(session.isModified(ann)).isFalse();
        }
    }

    @DatabaseTest
    void targetsThatAreLoadedWithThemAreOverwrittenToo(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.require(USER, 1, selectIn(USER.addresses));
            Address home = ann.addresses().get(0);
            change(session);

            session.all(select(USER).options(selectIn(USER.addresses), populateExisting()));

            assertThat(home.email()).isEqualTo("new");
            assertThat(ann.addresses()).hasSize(2).contains(home);
        }
    }

    @DatabaseTest
    void otherRelationshipsAreLoadedAgainOnAccess(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.require(USER, 1, selectIn(USER.addresses));
            Address home = session.require(ADDRESS, 1);
            User before = home.user();
            change(session, "addresses", "user_id", 2L);

            session.all(select(USER).options(populateExisting()));
            session.all(select(ADDRESS).options(populateExisting()));

            assertThat(before).isSameAs(ann);
            assertThat(ann.addresses()).isEmpty();
            assertThat(home.user().name()).isEqualTo("bob");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aStatementThatChangesRowsDoesNotPopulate(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            assertThatThrownBy(
                    () -> session.execute(update(USER).set(USER.name, "x").options(populateExisting())))
                    .isInstanceOf(InvalidStatementException.class);
        }
    }

    @DatabaseTest(only = "sqlite")
    void aStatementThatReturnsValuesHasNoObjectsToLoad(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            for (var option : List.of(populateExisting(), raiseAll())) {
                assertThatThrownBy(() -> session.all(select(USER.name).options(option)))
                        .isInstanceOf(InvalidStatementException.class)
                        .hasMessageContaining("The option \"" + option + "\" applies to the objects that a statement"
                                + " returns, and this one returns only values. Select an entity, or remove the option.");
                assertThat(session.all(select(into((user, name) -> user, USER, USER.name)).options(option)))
                        .isNotEmpty();
            }
            var users = session.model().metadata().require("users");
            assertThatThrownBy(() -> session.execute(deleteFrom(users).options(synchronize(SynchronizeSession.FETCH))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("applies to an UPDATE or DELETE of an entity");
        }
    }
}
