package dev.rubedo.orm.cost;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.sql.Select;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How the cost of an operation grows with the number of objects, measured by what it allocates: eight times as many may
 * cost at most ten times as much, and what does not concern the others must not depend on their number.
 */
class GrowthTest {
    private static final int FEW = 60;
    private static final int MANY = 8 * FEW;

    private final Engine engine = Engine.create("h2:///mem:growth");
    private final SessionFactory sessions = SessionFactory.of(engine, Shop.model());
    private int changes;

    @BeforeEach
    void fill() {
        sessions.model().metadata().createAll(engine);
        sessions.inTransaction(session -> add(session, MANY));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static void add(Session session, int count) {
        for (int i = 0; i < count; i++) {
            User user = new User("name " + i);
            user.age(i % 90);
            user.addresses().add(new Address(i + "@home"));
            user.addresses().add(new Address(i + "@work"));
            session.add(user);
        }
    }

    private static void assertLinear(String what, long few, long many) {
        assertThat(many).as(what + ": " + FEW + " cost " + few + " bytes").isLessThanOrEqualTo(few * 10);
    }

    private long loaded(Select<User> query) {
        return Allocation.of(() -> {
            try (Session session = sessions.open()) {
                session.all(query);
            }
        });
    }

    @Test
    void loadingIsLinear() {
        assertLinear("load", loaded(select(USER).where(USER.id.le((long) FEW))), loaded(select(USER)));
    }

    @Test
    void loadingCollectionsAfterTheirOwnersIsLinear() {
        assertLinear("select-in", loaded(select(USER).where(USER.id.le((long) FEW)).options(selectIn(USER.addresses))),
                loaded(select(USER).options(selectIn(USER.addresses))));
    }

    @Test
    void loadingCollectionsOfKeysWithGapsIsLinear() {
        assertLinear("select-in with gaps",
                loaded(select(USER).where(USER.id.le((long) FEW), USER.id.ne(3L)).options(selectIn(USER.addresses))),
                loaded(select(USER).where(USER.id.ne(3L)).options(selectIn(USER.addresses))));
    }

    @Test
    void loadingCollectionsWithTheirOwnersIsLinear() {
        assertLinear("joined", loaded(select(USER).where(USER.id.le((long) FEW)).options(joined(USER.addresses))),
                loaded(select(USER).options(joined(USER.addresses))));
    }

    private long inserted(int count) {
        return Allocation.of(() -> {
            try (Session session = sessions.open()) {
                add(session, count);
                session.flush();
                session.rollback();
            }
        });
    }

    @Test
    void insertingIsLinear() {
        assertLinear("insert", inserted(FEW), inserted(MANY));
    }

    private long flushed(int loaded, int changed) {
        try (Session session = sessions.open()) {
            List<User> users = session.all(select(USER).where(USER.id.le((long) loaded)));
            return Allocation.of(() -> {
                changes++;
                for (int i = 0; i < changed; i++) {
                    users.get(i).age(changes % 90);
                }
                session.flush();
            });
        }
    }

    @Test
    void flushingIsLinearInWhatHasChanged() {
        assertLinear("flush", flushed(MANY, FEW), flushed(MANY, MANY));
    }

    @Test
    void flushingDoesNotDependOnWhatIsLoaded() {
        assertThat(flushed(MANY, 1)).isLessThanOrEqualTo(flushed(FEW, 1) + 200);
        assertThat(flushed(MANY, FEW)).isLessThanOrEqualTo(flushed(FEW, FEW) + 200);
    }

    @Test
    void readingAgainAfterACommitIsLinear() {
        // one object, and then whole lists of keys
        int list = engine.backend().keysPerList();
        assertLinear("read again", readAgain(1 + list), readAgain(1 + 8 * list));
    }

    private long readAgain(int count) {
        try (Session session = sessions.open()) {
            List<User> users = session.all(select(USER).where(USER.id.le((long) count)));
            return Allocation.of(() -> {
                session.commit();
                int sum = 0;
                for (User user : users) {
                    sum += user.name().length();
                }
                assertThat(sum).isPositive();
            });
        }
    }
}
