package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Document_.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Document;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.concurrent.atomic.AtomicInteger;

/** Objects that come into a block from outside, when the block is rolled back and runs again. */
class RepeatedBlockTest {

    private static Document stored(SessionFactory sessions) {
        return sessions.fromTransaction(session -> {
            Document document = new Document("draft");
            session.add(document);
            return document;
        });
    }

    @DatabaseTest
    void aChangeOfADetachedObjectIsWrittenByTheRepetition(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        Document document = stored(sessions);
        document.title("final");
        AtomicInteger tries = new AtomicInteger();

        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                sessions.inTransaction(session -> {
                    session.add(document);
                    session.flush();
                    if (tries.getAndIncrement() == 0) {
                        throw new IllegalStateException("deadlock");
                    }
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("deadlock");
            }
        }

        sessions.inTransaction(session -> assertThat(session.one(select(DOCUMENT.title))).isEqualTo("final"));
        assertThat(tries).hasValue(2);
    }

    @DatabaseTest
    void theVersionGoesBackWithTheTransaction(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        Document document = stored(sessions);
        Object version = version(document);
        document.title("changed");

        assertThatThrownBy(() -> sessions.inTransaction(session -> {
            session.add(document);
            session.flush();
            document.title("twice");
            session.flush();
            throw new IllegalStateException("no");
        })).hasMessage("no");

        assertThat(version(document)).isEqualTo(version);
        sessions.inTransaction(session -> session.add(document));
        sessions.inTransaction(session -> assertThat(session.one(select(DOCUMENT)).title()).isEqualTo("twice"));
    }

    @DatabaseTest
    void aToOneThatWasSetIsWrittenByTheRepetition(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        Address home = new Address("home");
        User bob = new User("bob");
        sessions.inTransaction(session -> {
            User ann = new User("ann");
            ann.addresses().add(home);
            session.add(ann, bob);
        });

        assertThatThrownBy(() -> sessions.inTransaction(session -> {
            session.add(bob, home);
            home.user(bob);
            session.flush();
            throw new IllegalStateException("no");
        })).hasMessage("no");
        sessions.inTransaction(session -> session.add(bob, home));

        sessions.inTransaction(
                session -> assertThat(session.one(select(ADDRESS.user().name).from(ADDRESS))).isEqualTo("bob"));
    }

    private static Object version(Document document) {
        return InstanceState.of(document).values().get("version");
    }
}
