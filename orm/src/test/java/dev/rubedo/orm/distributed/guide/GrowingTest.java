package dev.rubedo.orm.distributed.guide;

import static dev.rubedo.orm.Orm.fromPrimary;
import static dev.rubedo.orm.Orm.onShard;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.distributed.guide.Bill_.BILL;
import static dev.rubedo.orm.distributed.guide.Customer_.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.routing.Replicas;
import dev.rubedo.orm.routing.Shards;
import dev.rubedo.orm.session.RecoveredTransaction;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.Comparator;
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

    @DatabaseTest(requires = Feature.READ_ONLY_TRANSACTIONS)
    void replicasAreRead(TestDatabase database) {
        Engine primary = database.engine();
        Engine first = database.another().engine();
        Engine second = database.another().engine();
        Model model = model();
        for (Engine engine : List.of(primary, first, second)) {
            model.metadata().createAll(engine);
        }
        SessionFactory reading = SessionFactory.builder(primary, model)
                .replicas(Replicas.of(first, second))
                .build();
        Long id = reading.fromTransaction(session -> {
            Customer ann = new Customer("Ann");
            session.add(ann);
            session.flush();
            return ann.id();
        });
        List<Customer> all = reading.fromTransaction(TransactionOptions.readOnly(),
                session -> session.all(select(CUSTOMER)));
        assertThat(all).isEmpty();
        try (Session session = reading.open()) {
            Customer current = session.require(CUSTOMER, id, fromPrimary());
            assertThat(current.name()).isEqualTo("Ann");
        }
    }

    /** The regions of a program. */
    private record Regions() {
        String shardOf(Object object) {
            return object instanceof Customer customer && customer.name().startsWith("S") ? "south" : "north";
        }
    }

    @DatabaseTest
    void rowsAreInShards(TestDatabase database) {
        Engine north = database.engine();
        Engine south = database.another().engine();
        Regions regions = new Regions();
        Model model = model();
        Shards shards = Shards.builder()
                .shard("north", north)
                .shard("south", south)
                .byIdentity(lookup -> List.of("north", "south"))
                .byStatement(request -> List.of("north", "south"))
                .textOrder(Comparator.naturalOrder())
                .build(object -> regions.shardOf(object));
        SessionFactory sharded = SessionFactory.builder(shards, model).build();
        sharded.createAll();
        sharded.inTransaction(session -> session.addAll(List.of(new Customer("Sue"), new Customer("Ann"))));
        try (Session session = sharded.open()) {
            List<Customer> ofNorth = session.all(select(CUSTOMER).options(onShard("north")));
            List<Customer> ofAll = session.all(select(CUSTOMER).orderBy(CUSTOMER.name).limit(10));
            assertThat(ofNorth).extracting(Customer::name).containsExactly("Ann");
            assertThat(ofAll).extracting(Customer::name).containsExactly("Ann", "Sue");
        }
    }
}
