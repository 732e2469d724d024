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
import dev.rubedo.orm.error.FlushException;
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
    void aChildThatWasGivenItsParentOnItsOwnSideOnlyIsWarnedOf(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            User ann = new User("ann");
            session.add(ann);
            new Address("lost").user(ann);
            new Profile("lost").user(ann);
            session.commit();

            assertThat(session.count(select(ADDRESS))).isZero();
            assertThat(session.count(select(PROFILE))).isZero();
        }

        assertThat(warnings.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly(
                "\"User.addresses\" leads to Address[id=null], which belongs to no session: it was related from its own side only, which adds nothing."
                        + " Add it to the session, or to \"User.addresses\". It is not written.",
                "\"User.profile\" leads to Profile[id=null], which belongs to no session: it was related from its own side only, which adds nothing."
                        + " Add it to the session, or to \"User.profile\". It is not written.");
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

    @DatabaseTest
    void aStrictFactoryMakesItAnError(Engine engine, StatementLog statements) {
        Shop.open(engine, statements);
        SessionFactory sessions = SessionFactory.builder(engine, Shop.model()).failOnUnsaved(true).build();
        try (Session session = sessions.open()) {
            User ann = new User("ann");
            session.add(ann);
            Address home = new Address("home");
            home.user(ann);

            assertThatThrownBy(session::flush).isInstanceOf(FlushException.class)
                    .hasMessageContaining("\"User.addresses\" leads to Address[id=null]");
            session.add(home);
            session.commit();
            assertThat(session.one(select(USER)).addresses()).containsExactly(home);
        }
        assertThat(warnings.list).isEmpty();
    }
}
