package dev.rubedo.orm.distributed.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.distributed.guide.Bill_.BILL;
import static dev.rubedo.orm.distributed.guide.Customer_.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.RecoveredTransaction;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.List;

/** The samples about several databases. */
class GrowingTest {

    private static Model model() {
        return Model.of(CUSTOMER, BILL);
    }

    @DatabaseTest
    void entitiesAreInSeveralDatabases(TestDatabase database) {
        Engine shop = database.engine();
        Engine accounting = database.another().engine();
        Model model = model();
        SessionFactory sessions = SessionFactory.builder(shop, model)
                .bind(BILL, accounting)
                .build();
        sessions.createAll();
        sessions.inTransaction(session -> {
            Bill bill = new Bill(120);
            bill.customer(new Customer("Ann"));
            session.add(bill);
        });
        try (Session session = sessions.open()) {
            List<Customer> customers = session.all(select(CUSTOMER).options(selectIn(CUSTOMER.bills)));
            assertThat(customers.get(0).bills()).hasSize(1);
            assertThat(session.connection(BILL).engine()).isSameAs(accounting);
        }
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void databasesAgree(TestDatabase database) {
        SessionFactory sessions = SessionFactory.builder(database.engine(), model())
                .bind(BILL, database.another().engine()).build();
        SessionFactory agreeing = sessions.toBuilder().twoPhase(true).build();
        List<RecoveredTransaction> ended = agreeing.recoverTwoPhase(Duration.ofMinutes(1));
        assertThat(ended).isEmpty();
    }

    @DatabaseTest
    void aRouterChooses(TestDatabase database) {
        Engine shop = database.engine();
        Engine reports = database.another().engine();
        Model model = model();
        model.metadata().createAll(shop);
        model.metadata().createAll(reports);
        SessionFactory routed = SessionFactory.builder(shop, model)
                .router(request -> request.isRead() ? reports : null)
                .build();
        routed.inTransaction(session -> session.add(new Customer("Ann")));
        try (Session session = routed.open()) {
            assertThat(session.count(select(CUSTOMER))).isZero();
        }
    }
}
