package dev.rubedo.orm.distributed.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.distributed.guide.Lease_.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionListener;
import dev.rubedo.schema.CreateSchema;
import dev.rubedo.schema.DropSchema;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;

/** The samples about tenants. */
class TenantsTest {

    private static Lease lease(String flat) {
        return new Lease("", flat);
    }

    @DatabaseTest
    void tenantsAreRowsWithAColumn(TestDatabase database) {
        Model model = Model.of(LEASE);
        model.metadata().createAll(database.engine());
        SessionFactory sessions = SessionFactory.of(database.engine(), model);
        sessions.inTransaction(session -> session.add(new Lease("other", "1b")));
        SessionFactory ofAcme = sessions.toBuilder()
                .criteria(LEASE, lease -> lease.tenant.eq("acme"))
                .build();
        ofAcme.listen(new SessionListener() {
            @Override
            public void beforeFlush(Session session) {
                for (Object added : session.newObjects()) {
                    if (added instanceof Lease lease) {
                        lease.tenant("acme");
                    }
                }
            }
        });

        ofAcme.inTransaction(session -> session.add(lease("2a")));

        try (Session session = ofAcme.open()) {
            assertThat(session.all(select(LEASE.flat))).containsExactly("2a");
            assertThat(session.get(LEASE, 1)).isEmpty();
            assertThat(session.execute(Sql.deleteFrom(LEASE)).rowCount()).isEqualTo(1);
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.all(select(LEASE.flat))).containsExactly("1b");
        }
    }

    @DatabaseTest(requires = Feature.SCHEMAS, only = {"postgresql", "h2"})
    void tenantsAreSchemas(TestDatabase database) {
        Model model = Model.of(LEASE);
        try (Engine engine = database.newEngine(options -> options)) {
            engine.execute(new CreateSchema("acme", true));
            try {
                SessionFactory sessions = SessionFactory.of(engine, model);
                model.metadata().createAll(engine);
                model.metadata().createAll(engine.withOptions(options -> options.schemaTranslate("", "acme")));
                SessionFactory inAcme = sessions.toBuilder()
                        .connectionOptions(options -> options.schemaTranslate("", "acme"))
                        .build();

                inAcme.inTransaction(session -> session.add(new Lease("acme", "2a")));

                try (Session session = inAcme.open(); Session other = sessions.open()) {
                    assertThat(session.count(select(LEASE))).isEqualTo(1);
                    assertThat(other.count(select(LEASE))).isZero();
                }
            } finally {
                engine.execute(new DropSchema("acme", true, true));
            }
        }
    }

    @DatabaseTest
    void tenantsAreDatabases(TestDatabase database) {
        Engine master = database.another().engine();
        Map<Object, Engine> engines = new HashMap<>(
                Map.of("acme", database.engine(), "other", database.another().engine()));
        Model model = Model.of(LEASE);
        engines.values().forEach(engine -> model.metadata().createAll(engine));
        SessionFactory tenants = SessionFactory.builder(master, model)
                .router(request -> engines.get(request.info().get("tenant")))
                .build();

        try (Session session = tenants.open()) {
            session.info().put("tenant", "acme");
            session.add(new Lease("acme", "2a"));
            session.commit();
            assertThat(session.count(select(LEASE))).isEqualTo(1);
            assertThat(session.require(LEASE, 1).flat()).isEqualTo("2a");
        }
        try (Session session = tenants.open()) {
            session.info().put("tenant", "other");
            assertThat(session.count(select(LEASE))).isZero();
        }
        try (Session session = tenants.open()) {
            // the database of the builder has no such table
            assertThatThrownBy(() -> session.count(select(LEASE))).isInstanceOf(RubedoException.class);
        }
    }
}
