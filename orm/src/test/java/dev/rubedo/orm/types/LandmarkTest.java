package dev.rubedo.orm.types;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.types.Landmark_.LANDMARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;

/** Attributes whose values pass through functions of the database when they are written and read. */
class LandmarkTest {

    private static final Spot NEAR = new Spot(1, 2);
    private static final Spot FAR = new Spot(-30, 40);

    private SessionFactory sessions;

    @BeforeEach
    void create(Engine engine) {
        var model = Model.of(LANDMARK);
        model.metadata().createAll(engine);
        sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            session.add(new Landmark(NEAR));
            session.add(new Landmark(FAR));
        });
    }

    @DatabaseTest
    void entitiesAreFoundByTheAttributeAndHoldIt() {
        sessions.inTransaction(session -> {
            var landmark = session.one(select(LANDMARK).where(LANDMARK.spot.eq(FAR)));
            assertThat(landmark.spot()).isEqualTo(FAR);
        });
        sessions.inTransaction(session -> assertThat(session.all(select(LANDMARK)))
                .extracting(Landmark::spot).containsExactlyInAnyOrder(NEAR, FAR));
    }

    @DatabaseTest
    void anEntityIsLoadedByItsKeyAndRefreshed() {
        Long id = sessions.fromTransaction(session -> session.one(select(LANDMARK.id).where(LANDMARK.spot.eq(NEAR))));

        sessions.inTransaction(session -> {
            var landmark = session.require(LANDMARK, id);
            assertThat(landmark.spot()).isEqualTo(NEAR);
            session.refresh(landmark);
            assertThat(landmark.spot()).isEqualTo(NEAR);
        });
    }

    @DatabaseTest
    void aChangeIsWritten() {
        var moved = new Spot(5, 6);
        sessions.inTransaction(session -> session.one(select(LANDMARK).where(LANDMARK.spot.eq(NEAR))).spot(moved));

        sessions.inTransaction(session -> assertThat(session.all(select(LANDMARK.spot)))
                .containsExactlyInAnyOrder(moved, FAR));
    }
}
