package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.AmbiguousColumnException;
import dev.rubedo.error.NoSuchColumnException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** Rows with entities are accessed like all other rows. */
class EntityRowTest {

    /** A user with what it is called. */
    record Called(User user, String name, long years) {}

    private static SessionFactory open(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User ed = new User("ed").age(7);
            ed.addresses().add(new Address("e"));
            session.add(ed);
        });
        return sessions;
    }

    @DatabaseTest
    void entitiesAreReadFromAnyStatementByPositionOrName(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            User ed = session.one(select(USER));

            assertThat(session.one(text("select u.*, 1 as extra from users u where u.name = :name").bind("name", "ed")
                    .columnsByName(USER))).isSameAs(ed);
            assertThat(session.one(text("select 2 as extra, u.* from users u").columnsByName(USER.name)))
                    .isEqualTo("ed");
        }
    }

    @DatabaseTest
    void statementsAboutEntitiesAreExplained(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThat(session.execute(select(USER).where(USER.addresses.any()).explain()).all()).isNotEmpty();
        }
    }

    @DatabaseTest
    void aRowIsAskedByEntityColumnNameLabelAndPosition(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            User ed = session.one(select(USER));
            Row row = session.one(select(USER, USER.name, USER.age.as("years"), ADDRESS).join(USER.addresses));

            assertThat(row.get(USER)).isSameAs(ed);
            assertThat(row.get(USER.name)).isEqualTo("ed");
            assertThat(row.get(USER.age)).isEqualTo(7);
            assertThat(row.get("years")).isEqualTo(7);
            assertThat(row.get("years", Long.class)).isEqualTo(7L);
            assertThat(row.get("User")).isSameAs(ed);
            assertThat(row.get(2)).isEqualTo("ed");
            assertThat(row.require(ADDRESS).email()).isEqualTo("e");
            assertThatThrownBy(() -> row.get("email")).isInstanceOf(NoSuchColumnException.class)
                    .hasMessage("The row has no column \"email\"; it has [User, name, years, Address].");
            assertThatThrownBy(() -> row.get(5)).isInstanceOf(NoSuchColumnException.class)
                    .hasMessage("The row has no position 5; it has 4, and the first is 1, as in JDBC.");
        }
    }

    @DatabaseTest
    void aNameThatTwoPartsHaveIsAmbiguous(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Row row = session.one(select(USER, USER.id, ADDRESS.id).join(USER.addresses));

            assertThatThrownBy(() -> row.get("id")).isInstanceOf(AmbiguousColumnException.class);
            assertThat(row.get(ADDRESS.id)).isEqualTo(1L);
        }
    }

    @DatabaseTest
    void rowsWithEntitiesBecomeRecords(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            User ed = session.one(select(USER));

            assertThat(session.execute(select(USER, USER.name, USER.age.as("years"))).as(Called.class).all())
                    .containsExactly(new Called(ed, "ed", 7));
            assertThat(session.execute(select(USER)).rows().one().get(USER)).isSameAs(ed);
            assertThat(session.execute(select(USER, USER.name)).unique().rows().all()).hasSize(1);
        }
    }

    @DatabaseTest
    void rowsOfTheSameValuesAreEqual(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Row one = session.one(select(USER, USER.name));

            assertThat(session.one(select(USER, USER.name))).isEqualTo(one).hasSameHashCodeAs(one)
                    .hasToString("(User=User[id=1], name=ed)");
        }
    }
}
