package dev.rubedo.orm.relation;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.relation.Car_.CAR;
import static dev.rubedo.orm.relation.Driver_.DRIVER;
import static dev.rubedo.orm.relation.Motor_.MOTOR;
import static dev.rubedo.orm.relation.Sticker_.STICKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** Orphans of many-to-one and many-to-many relationships whose targets have one owner. */
class SingleParentTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        Model model = Model.of(CAR, MOTOR, DRIVER, STICKER);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Car car = new Car();
            car.motor(new Motor("V8"));
            car.stickers().add(new Sticker("hi"));
            car.stickers().add(new Sticker("ho"));
            car.driver(new Driver("ann"));
            session.add(car);
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void aReplacedTargetOfAManyToOneIsDeleted(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> session.require(CAR, 1).motor(new Motor("V6")));

        try (Session session = sessions.open()) {
            assertThat(session.all(select(MOTOR.name))).containsExactly("V6");
        }
        sessions.inTransaction(session -> session.require(CAR, 1).motor(null));
        try (Session session = sessions.open()) {
            assertThat(session.all(select(MOTOR.name))).isEmpty();
        }
    }

    @DatabaseTest
    void aRemovedTargetOfAManyToManyIsDeletedWithItsLink(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> session.require(CAR, 1).stickers().removeIf(one -> one.name().equals("hi")));

        try (Session session = sessions.open()) {
            assertThat(session.all(select(STICKER.name))).containsExactly("ho");
            assertThat(session.require(CAR, 1).stickers()).hasSize(1);
        }
    }

    @DatabaseTest
    void targetsAreDeletedWithTheirOwner(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> session.delete(session.require(CAR, 1)));

        try (Session session = sessions.open()) {
            assertThat(session.all(select(MOTOR.name))).isEmpty();
            assertThat(session.all(select(STICKER.name))).isEmpty();
            assertThat(session.all(select(DRIVER.name))).containsExactly("ann");
        }
    }

    @DatabaseTest
    void aTargetThatMovesToAnotherOwnerIsKept(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            Car first = session.require(CAR, 1);
            Car second = new Car();
            Motor motor = first.motor();
            Sticker sticker = first.stickers().iterator().next();
            first.motor(null);
            second.motor(motor);
            first.stickers().remove(sticker);
            second.stickers().add(sticker);
            session.add(second);
        });

        try (Session session = sessions.open()) {
            assertThat(session.all(select(MOTOR.name))).containsExactly("V8");
            assertThat(session.all(select(STICKER.name))).hasSize(2);
            assertThat(session.require(CAR, 2).motor()).isNotNull();
            assertThat(session.require(CAR, 2).stickers()).hasSize(1);
        }
    }

    @DatabaseTest
    void aTargetOfTwoOwnersIsRefused(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Sticker sticker = session.require(CAR, 1).stickers().iterator().next();
            assertThat(sticker.cars()).isNotEmpty();
            Car second = new Car();
            second.stickers().add(sticker);
            session.add(second);

            assertThatThrownBy(session::flush).isInstanceOf(FlushException.class).hasMessageContaining(
                    "would have several parents through \"Car.stickers\", which is mapped as singleParent.");
        }
    }

    @DatabaseTest
    void anActiveHistoryLoadsThePreviousTarget(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Car car = session.require(CAR, 1);
            car.driver(null);

            assertThat(InstanceState.of(car).history(CAR.driver).deleted()).singleElement()
                    .satisfies(old -> assertThat(((Driver) old).name()).isEqualTo("ann"));
        }
    }
}
