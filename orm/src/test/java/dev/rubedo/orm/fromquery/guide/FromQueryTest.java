package dev.rubedo.orm.fromquery.guide;

import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.subquery;
import static dev.rubedo.orm.Orm.withoutCriteria;
import static dev.rubedo.orm.fromquery.guide.Buyer_.BUYER;
import static dev.rubedo.orm.fromquery.guide.Purchase_.PURCHASE;
import static dev.rubedo.orm.fromquery.guide.Turnover_.TURNOVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.query.LoaderOption;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** An entity that is mapped to a query. */
class FromQueryTest {

    /** Ada bought for 10 and 30, and cancelled 500; bob bought for 20; cid bought nothing. */
    private static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Model.of(BUYER, PURCHASE, TURNOVER);
        model.metadata().createAll(engine);
        assertThat(model.metadata().tables()).hasSize(2);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Buyer ada = new Buyer("ada");
            ada.purchases().addAll(List.of(new Purchase(10, false), new Purchase(30, false), new Purchase(500, true)));
            Buyer bob = new Buyer("bob");
            bob.purchases().add(new Purchase(20, false));
            session.addAll(List.of(ada, bob, new Buyer("cid")));
        });
        statements.clear();
        return sessions;
    }

    private static String text(Turnover turnover) {
        return turnover.name() + " " + turnover.purchaseCount() + " " + turnover.largest();
    }

    @DatabaseTest
    void itsObjectsAreThoseOfTheQuery(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Turnover> all = session.all(select(TURNOVER).where(TURNOVER.purchaseCount.ge(1L))
                    .orderBy(TURNOVER.largest));

            assertThat(all).extracting(FromQueryTest::text).containsExactly("bob 1 20", "ada 2 30");
        }
    }

    @DatabaseTest(only = "sqlite")
    void theQueryIsASubqueryOfTheStatement(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Turnover> all = session.all(select(TURNOVER).orderBy(TURNOVER.name));

            assertThat(all).extracting(FromQueryTest::text).containsExactly("ada 2 30", "bob 1 20");
            assertThat(statements).containsExactly("""
                    SELECT turnover.buyer_id, turnover.name, turnover.purchase_count, turnover.largest
                    FROM (SELECT purchases.buyer_id AS buyer_id, buyers.name AS name,
                    count(purchases.id) AS purchase_count, max(purchases.amount) AS largest
                    FROM purchases JOIN buyers ON buyers.id = purchases.buyer_id
                    WHERE purchases.cancelled = ? GROUP BY purchases.buyer_id, buyers.name) AS turnover
                    ORDER BY turnover.name
                    """);
        }
    }

    @DatabaseTest
    void anObjectIsFoundByItsKeyOnceAndReadAgainByRefresh(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Buyer ada = session.one(select(BUYER).where(BUYER.name.eq("ada")));

            Turnover found = session.require(Turnover.class, ada.id());
            ada.purchases().add(new Purchase(70, false));
            session.flush();

            assertThat(session.one(select(TURNOVER).where(TURNOVER.largest.gt(20L)))).isSameAs(found);
            assertThat(text(found)).isEqualTo("ada 2 30");
            session.refresh(found);
            assertThat(text(found)).isEqualTo("ada 3 70");
        }
    }

    @DatabaseTest
    void relationshipsLeadToItByEachStrategy(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        for (LoaderOption<Buyer, Turnover> option : List.of(joined(BUYER.turnover), selectIn(BUYER.turnover),
                subquery(BUYER.turnover))) {
            try (Session session = sessions.open()) {
                List<Buyer> buyers = session.all(select(BUYER).options(option).orderBy(BUYER.name));
                statements.clear();

                assertThat(buyers).extracting(buyer -> buyer.turnover() == null ? null : text(buyer.turnover()))
                        .containsExactly("ada 2 30", "bob 1 20", null);
                assertThat(statements.all()).as(option.toString()).isEmpty();
            }
        }
        try (Session session = sessions.open()) {
            Buyer bob = session.one(select(BUYER).where(BUYER.name.eq("bob")));

            assertThat(bob.turnover()).extracting(FromQueryTest::text).isEqualTo("bob 1 20");
        }
    }

    @DatabaseTest
    void relationshipsLeadFromIt(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Turnover> all = session
                    .all(select(TURNOVER).options(selectIn(TURNOVER.purchases), joined(TURNOVER.buyer))
                            .orderBy(TURNOVER.buyerId));
            statements.clear();

            assertThat(all).extracting(one -> one.buyer().name()).containsExactly("ada", "bob");
            assertThat(all.get(0).purchases()).extracting(Purchase::amount).containsExactly(10L, 30L);
            assertThat(statements.all()).isEmpty();
        }
    }

    @DatabaseTest
    void conditionsJoinsAndPathsReadIt(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThat(session.all(select(BUYER.name).where(BUYER.turnover.has(TURNOVER.purchaseCount.ge(2L)))))
                    .containsExactly("ada");
            assertThat(session.all(select(BUYER.name, TURNOVER.largest).join(BUYER.turnover).orderBy(BUYER.name)))
                    .extracting(row -> row.get(2)).containsExactly(30L, 20L);
            assertThat(session.all(select(BUYER.turnover().largest).orderBy(BUYER.name)))
                    .containsExactly(30L, 20L, null);
            assertThat(session.all(select(TURNOVER.as("t").name).where(TURNOVER.as("t").buyer().name.eq("bob"))))
                    .containsExactly("bob");
        }
    }

    @DatabaseTest
    void criteriaApplyWithinTheQueryUnlessTheyAreLifted(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThat(session.one(select(TURNOVER.largest).where(TURNOVER.name.eq("ada"))
                    .options(withoutCriteria(PURCHASE)))).isEqualTo(500L);
        }
    }

    @DatabaseTest(only = "sqlite")
    void itsRowsAreNeverWritten(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Turnover found = session.first(select(TURNOVER).orderBy(TURNOVER.buyerId)).orElseThrow();

            assertThatThrownBy(() -> session.add(new Turnover())).isInstanceOf(ObjectStateException.class)
                    .hasMessageEndingWith(" cannot be added: its entity is read from a query. Write to the entities "
                            + "that the query reads.");
            assertThatThrownBy(() -> session.delete(found)).isInstanceOf(ObjectStateException.class)
                    .hasMessage("Turnover[buyerId=1] cannot be deleted: its entity is read from a query. Write to the "
                            + "entities that the query reads.");
            assertThatThrownBy(() -> session.execute(insertInto(TURNOVER).values(TURNOVER.name, "x")))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage("\"Turnover\" is read from a query, so its rows cannot be written. Write to the "
                            + "entities that the query reads.");
        }
    }
}
