package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Profile_.PROFILE;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.RequiredAttributeException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Profile;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;

/** Objects that are related to one of a session but were never added. */
class UnsavedObjectTest {

    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Session.class);

    @BeforeEach
    void listen() {
        warnings.start();
        logger.addAppender(warnings);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(warnings);
    }

    @DatabaseTest
    void aChildThatWasGivenItsParentOnItsOwnSideIsSaved(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            User ann = new User("ann");
            session.add(ann);
            Address home = new Address("home").user(ann);
            Profile profile = new Profile("bio").user(ann);
            assertThat(session.contains(home)).isFalse();
            session.commit();

            assertThat(session.contains(home)).isTrue();
            assertThat(session.one(select(ADDRESS))).isSameAs(home);
            assertThat(session.one(select(PROFILE))).isSameAs(profile);
            new Address("work").user(ann);
            session.flush();
            assertThat(session.count(select(ADDRESS))).isEqualTo(2);
        }
        assertThat(warnings.list).isEmpty();
    }

    /** The child may be half built when a query flushes. */
    @DatabaseTest
    void anAutoflushLeavesItForLater(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            User ann = new User("ann");
            session.add(ann);
            Address half = new Address(null).user(ann);

            assertThat(session.all(select(USER.name))).containsExactly("ann");
            assertThat(session.count(select(ADDRESS))).isZero();
            assertThat(session.flushPlan().isEmpty()).isTrue();
            half.email("whole");
            session.commit();
            assertThat(session.one(select(ADDRESS.email))).isEqualTo("whole");

            Address moved = new Address("gone").user(ann);
            session.count(select(ADDRESS));
            ann.addresses().remove(moved);
            session.commit();
            assertThat(session.count(select(ADDRESS))).isEqualTo(1);
        }
        assertThat(warnings.list).isEmpty();
    }

    @DatabaseTest
    void aRollbackForgetsWhatWasLeftForLater(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            User ann = new User("ann");
            session.add(ann);
            session.commit();
            new Address("lost").user(ann);
            session.count(select(ADDRESS));
            session.rollback();
            session.commit();
            assertThat(session.count(select(ADDRESS))).isZero();
        }
    }

    @DatabaseTest
    void aFlushThatAQueryMadeNamesTheQuery(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            session.add(new User(null));

            assertThatThrownBy(() -> session.all(select(PROFILE))).isInstanceOf(RequiredAttributeException.class)
                    .satisfies(failure -> assertThat(failure.getSuppressed()).singleElement()
                            .extracting(Throwable::getMessage).asString()
                            .startsWith("The autoflush before a query of [Profile] failed.")
                            .contains("withoutAutoflush(...)"));
        }
    }
}
