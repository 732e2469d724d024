package dev.rubedo.orm.failure.guide;

import static dev.rubedo.engine.TransactionOptions.retrying;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.failure.guide.Booking_.BOOKING;
import static dev.rubedo.orm.failure.guide.Guest_.GUEST;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.BIGINT;
import static dev.rubedo.sql.Sql.string;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.CheckViolationException;
import dev.rubedo.error.ForeignKeyViolationException;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.NotNullViolationException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a program catches, and which entity and attributes an exception names. */
class FailureTest {

    private static final Model MODEL = Model.of(GUEST, BOOKING);

    private static SessionFactory open(Engine engine) {
        MODEL.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        sessions.inTransaction(session -> {
            Guest ada = new Guest("Ada", "Byron").email("ada@example.com");
            session.add(ada);
            session.flush();
            session.add(new Booking().guestId(ada.id()));
        });
        return sessions;
    }

    private static IntegrityException violation(SessionFactory sessions, Consumer<Session> work) {
        IntegrityException e = catchThrowableOfType(IntegrityException.class,
                () -> sessions.inTransaction(work::accept));
        assertThat(e.getCause()).isInstanceOf(java.sql.SQLException.class);
        return e;
    }

    @DatabaseTest
    void aDuplicateNamesTheAttributes(Engine engine) {
        SessionFactory sessions = open(engine);

        IntegrityException one = violation(sessions,
                session -> session.add(new Guest("x", "y").email("ada@example.com")));
        IntegrityException two = violation(sessions, session -> session.add(new Guest("Ada", "Byron")));

        assertThat(one).isInstanceOf(UniqueViolationException.class)
                .hasMessageContaining("\nAnother row of entity \"Guest\" has the same value of \"email\".");
        assertThat(one.entityName()).contains("Guest");
        assertThat(one.attributes()).containsExactly("email");
        assertThat(two.attributes()).containsExactlyInAnyOrder("firstName", "lastName");
    }

    @DatabaseTest
    void aChangedValueThatIsRefusedNamesTheAttributes(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(new Guest("Bob", "Byron")));

        IntegrityException e = violation(sessions,
                session -> session.one(select(GUEST).where(GUEST.firstName.eq("Bob"))).firstName("Ada"));

        assertThat(e.entityName()).contains("Guest");
        assertThat(e.attributes()).containsExactlyInAnyOrder("firstName", "lastName");
    }

    @DatabaseTest
    void aCheckAndAMissingTargetNameTheEntity(Engine engine) {
        SessionFactory sessions = open(engine);

        IntegrityException check = violation(sessions, session -> session.add(new Guest("c", "d").seats(0)));
        IntegrityException missing = violation(sessions, session -> session.add(new Booking().guestId(99L)));
        IntegrityException referred = violation(sessions,
                session -> session.execute(deleteFrom(GUEST)));

        assertThat(check).isInstanceOf(CheckViolationException.class)
                .hasMessageContaining("\nThe constraint is about \"seats\" of entity \"Guest\".");
        assertThat(check.attributes()).containsExactly("seats");
        assertThat(missing).isInstanceOf(ForeignKeyViolationException.class)
                .hasMessageContaining("\nEntity \"Booking\" refers by \"guest\" to a row that does not exist.");
        assertThat(missing.attributes()).containsExactly("guest");
        // a statement of the program
        assertThat(referred.entityName()).isEmpty();
    }

    @DatabaseTest
    void aConstraintThatTheModelDoesNotHaveIsNotTakenForAnother(Engine engine) {
        SessionFactory sessions = open(engine);
        engine.inTransaction(connection -> connection
                .execute(text("CREATE UNIQUE INDEX ux_bookings_room ON bookings (room)")));
        sessions.inTransaction(session -> session.add(new Booking().room("a")));

        IntegrityException room = violation(sessions, session -> session.add(new Booking().room("a")));
        IntegrityException key = violation(sessions,
                session -> session.execute(insertInto(BOOKING).values(BOOKING.id, 1L)));
        IntegrityException flushed = violation(sessions, session -> session.add(new Booking().id(1L)));

        assertThat(room.entityName()).contains("Booking");
        assertThat(room.attributes()).isEmpty();
        assertThat(room).hasMessageContaining("\nThe row is one of entity \"Booking\".");
        assertThat(key.attributes()).isEmpty();
        assertThat(flushed.attributes()).containsExactly("id");
    }

    @DatabaseTest
    void aRowThatIsStillReferredToNamesWhatRefersToIt(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(new Guest("z", "z")));

        try (Session session = sessions.open()) {
            Guest guest = session.one(select(GUEST).where(GUEST.firstName.eq("z")));
            assertThat(guest.bookings()).isEmpty();
            session.execute(insertInto(BOOKING).values(BOOKING.guestId, guest.id()));
            session.delete(guest);

            assertThatThrownBy(session::flush).isInstanceOf(ForeignKeyViolationException.class)
                    .hasMessageContaining("\nA row of \"Guest\" is still referred to by \"Booking.guest\". Delete or"
                            + " change the rows that refer to it before, or let the relationship cascade.");
        }
    }

    @DatabaseTest
    void aColumnThatMustNotBeNullNamesTheAttribute(Engine engine) {
        // the database is stricter than the mapping
        MetaData stricter = new MetaData();
        stricter.table("bookings", column("id", BIGINT).primaryKey(), column("room", string(20)).notNull(),
                column("guest_id", BIGINT));
        stricter.createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, Model.of(stricter, GUEST, BOOKING));

        IntegrityException e = violation(sessions, session -> session.add(new Booking()));

        assertThat(e).isInstanceOf(NotNullViolationException.class)
                .hasMessageContaining("\nEntity \"Booking\" needs a value of \"room\".");
        assertThat(e.attributes()).containsExactly("room");
    }

    @DatabaseTest
    void aStaleBlockIsRepeatedOnRequest(Engine engine) {
        SessionFactory sessions = open(engine);
        List<Integer> read = new ArrayList<>();

        sessions.inTransaction(retrying(3).retryOn(StaleDataException.class), session -> {
            Guest guest = session.require(GUEST, 1L);
            read.add(guest.version());
            if (read.size() == 1 && !engine.dialect().name().equals("sqlite")) {
                sessions.inTransaction(other -> other.require(GUEST, 1L).seats(7));
            }
            guest.seats(guest.seats() + 1);
            if (read.size() == 1 && engine.dialect().name().equals("sqlite")) {
                throw new StaleDataException("Guest", "1", "as if another transaction had been faster");
            }
        });

        assertThat(read).hasSize(2);
        assertThatThrownBy(() -> sessions.inTransaction(retrying(1), session -> {
            read.add(0);
            throw new StaleDataException("Guest", "1", "not repeated");
        })).isInstanceOf(StaleDataException.class);
        assertThat(read).hasSize(3);
    }

    @DatabaseTest(only = "sqlite")
    void theSamplesDoWhatTheySay(Engine engine) {
        SessionFactory sessions = open(engine);

        assertThat(answer(sessions, session -> session.require(GUEST, 77L))).isEqualTo("404 Guest");
        assertThat(answer(sessions, session -> session.add(new Guest("Ada", "Byron")))).isEqualTo(
                "409 [firstName, lastName]");
        assertThat(answer(sessions, session -> {
            throw new StaleDataException("Guest", "1", "stale");
        })).isEqualTo("409 Guest was changed");
        assertThat(answer(sessions, session -> {})).isEqualTo("200");
    }

    private static String answer(SessionFactory sessions, Consumer<Session> request) {
        try {
            sessions.inTransaction(request::accept);
            return "200";
        } catch (EntityNotFoundException e) {
            return "404 " + e.entityName();
        } catch (UniqueViolationException e) {
            return "409 " + e.attributes().stream().sorted().toList();
        } catch (StaleDataException e) {
            return "409 " + e.entityName() + " was changed";
        }
    }
}
