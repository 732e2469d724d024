package dev.rubedo.orm.session;

import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Work on a collection takes time in proportion to what it holds. */
class LargeCollectionTest {

    private static final int MANY = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static List<Address> addresses() {
        return IntStream.range(0, MANY).mapToObj(i -> new Address("a" + i)).toList();
    }

    @DatabaseTest(only = "h2")
    void addingToACollectionThatIsNotLoaded(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.add(new User("ann")));
        try (Session session = sessions.open()) {
            User ann = session.require(USER, 1);
            List<Address> many = addresses();

            assertTimeout(LIMIT, () -> many.forEach(ann.addresses()::add));
            ann.addresses().add(many.get(0));

            assertThat(session.newObjects()).hasSize(MANY);
        }
    }

    @DatabaseTest(only = "h2")
    void removingWhatFulfilsACondition(Engine engine, StatementLog statements) {
        User ann = new User("ann");
        List<Address> many = addresses();
        ann.addresses().addAll(many);

        assertTimeout(LIMIT, () -> ann.addresses().removeIf(address -> address.email().endsWith("7")));
        assertThat(ann.addresses()).hasSize(MANY - MANY / 10);
        assertThat(many.get(7).user()).isNull();
        assertThat(many.get(8).user()).isSameAs(ann);
        assertTimeout(LIMIT, ann.addresses()::clear);
        assertThat(many.get(8).user()).isNull();
    }

    @DatabaseTest(only = "h2")
    void takingChildrenOutOfALoadedListFromTheirSide(Engine engine, StatementLog statements) {
        User ann = new User("ann");
        List<Address> many = addresses();
        ann.addresses().addAll(many);
        assertThat(ann.addresses()).hasSize(MANY);

        assertTimeout(LIMIT, () -> many.subList(0, MANY - 2).forEach(address -> address.user(null)));

        assertThat(ann.addresses()).containsExactly(many.get(MANY - 2), many.get(MANY - 1));
        many.get(0).user(ann);
        many.get(MANY - 1).user(null);
        assertThat(ann.addresses()).containsExactly(many.get(MANY - 2), many.get(0));
    }

    @DatabaseTest(only = "h2")
    void anObjectThatWasTakenOutFromItsSideCanBePutBackAtOnce(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User ann = new User("ann");
        ann.addresses().addAll(addresses().subList(0, 100));
        sessions.inTransaction(session -> session.add(ann));
        try (Session session = sessions.open()) {
            List<Address> loaded = session.require(USER, 1).addresses();
            Address first = loaded.get(0);
            Address second = loaded.get(1);

            first.user(null);
            second.user(null);
            first.user(session.require(USER, 1));

            assertThat(loaded).hasSize(99).endsWith(first).doesNotContain(second);
            session.commit();
            assertThat(loaded).hasSize(99).contains(first).doesNotContain(second);
        }
    }
}
