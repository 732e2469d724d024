package dev.rubedo.orm.types;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.types.Device_.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.postgresql.type.Inet;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import java.time.Instant;
import java.util.Map;

class DeviceTest {

    private static final Instant PRECISE = Instant.parse("2024-01-02T00:00:00.123456789Z");

    private static SessionFactory open(Engine engine) {
        var model = Model.of(DEVICE);
        model.metadata().createAll(engine);
        return SessionFactory.of(engine, model);
    }

    @DatabaseTest
    void attributesHaveTheTypeOfTheirDialect(Engine engine) {
        var sessions = open(engine);
        var address = Inet.of("10.0.0.0/8");
        sessions.inTransaction(session -> session.add(new Device(PRECISE, address, Map.of("os", "x"))));

        sessions.inTransaction(session -> {
            var device = session.one(select(DEVICE).where(DEVICE.address.eq(address)));
            assertThat(device.facts()).isEqualTo(Map.of("os", "x"));
            device.address(Inet.of("::1"));
        });

        sessions.inTransaction(session -> assertThat(session.one(select(DEVICE.address))).isEqualTo(Inet.of("::1")));
    }

    @DatabaseTest(only = "postgresql")
    void aDocumentThatVariesCanBeSelectedDistinct(Engine engine) {
        var sessions = open(engine);
        sessions.inTransaction(session -> session.add(new Device(PRECISE, Inet.of("::1"), Map.of("os", "x"))));

        sessions.inTransaction(session -> assertThat(session.all(select(DEVICE).distinct())).hasSize(1));
    }

    @DatabaseTest
    void anObjectAndTheRowOfACutKeyAreOne(Engine engine) {
        var sessions = open(engine);
        sessions.inTransaction(session -> {
            var device = new Device(PRECISE, Inet.of("::1"), Map.of());
            session.add(device);
            session.flush();

            assertThat(session.one(select(DEVICE))).isSameAs(device);
            assertThat(session.require(DEVICE, PRECISE)).isSameAs(device);
        });
    }
}
