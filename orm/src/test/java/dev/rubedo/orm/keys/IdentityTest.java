package dev.rubedo.orm.keys;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.keys.Coin_.COIN;
import static dev.rubedo.orm.keys.Departure_.DEPARTURE;
import static dev.rubedo.orm.keys.Depth_.DEPTH;
import static dev.rubedo.orm.keys.Lap_.LAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** One row is one object, whatever its key is. */
class IdentityTest {

    private static SessionFactory open(Engine engine) {
        var model = Model.of(COIN, DEPARTURE, LAP, DEPTH);
        model.metadata().createAll(engine);
        return SessionFactory.of(engine, model);
    }

    @DatabaseTest
    void aDecimalKeyIsTheSameInEachScale(Engine engine) {
        try (Session session = open(engine).open()) {
            Coin coin = new Coin(new BigDecimal("1.5"), "a");
            session.add(coin);
            session.flush();

            assertThat(session.one(select(COIN))).isSameAs(coin);
            assertThat(session.require(COIN, new BigDecimal("1.500"))).isSameAs(coin);
            session.commit();
            assertThat(session.require(COIN, new BigDecimal("1.50"))).isSameAs(coin);
            assertThat(coin.name()).isEqualTo("a");
        }
    }

    @DatabaseTest
    void aPointInTimeIsTheSameWithEachOffset(Engine engine) {
        var local = OffsetDateTime.parse("2024-01-02T05:00:00.123456789+05:00");
        try (Session session = open(engine).open()) {
            Departure departure = new Departure(local, "a");
            session.add(departure);
            session.flush();

            assertThat(session.one(select(DEPARTURE))).isSameAs(departure);
            assertThat(session.require(DEPARTURE, departure.leaves())).isSameAs(departure);
            session.commit();
            assertThat(session.one(select(DEPARTURE))).isSameAs(departure);
            assertThat(session.require(DEPARTURE, departure.leaves().withOffsetSameInstant(ZoneOffset.ofHours(-3))))
                    .isSameAs(departure);
        }
    }

    @DatabaseTest
    void anAmountOfTimeIsCutAsItsColumnDoes(Engine engine) {
        try (Session session = open(engine).open()) {
            for (var took : List.of(Duration.ofNanos(123_456_789), Duration.ofNanos(-123_456_789))) {
                Lap lap = new Lap(took, "a");
                session.add(lap);
                session.flush();

                assertThat(session.one(select(LAP).where(LAP.took.eq(took)))).isSameAs(lap);
                assertThat(session.require(LAP, lap.took())).isSameAs(lap);
                session.commit();
                assertThat(session.one(select(LAP).where(LAP.took.eq(took)))).isSameAs(lap);
            }
        }
    }

    @DatabaseTest
    void zeroHasNoSign(Engine engine) {
        try (Session session = open(engine).open()) {
            Depth depth = new Depth(-0.0, "a");
            session.add(depth);
            session.flush();

            assertThat(session.one(select(DEPTH))).isSameAs(depth);
            session.commit();
            assertThat(session.require(DEPTH, 0.0)).isSameAs(depth);
            assertThat(session.one(select(DEPTH))).isSameAs(depth);
        }
    }

    @DatabaseTest
    void aDecimalKeyIsRoundedAsItsColumnDoes(Engine engine) {
        SessionFactory sessions = open(engine);
        try (Session session = sessions.open()) {
            Coin coin = new Coin(new BigDecimal("1.005"), "a");
            Coin debt = new Coin(new BigDecimal("-2.344"), "b");
            session.addAll(List.of(coin, debt));
            session.flush();

            assertThat(coin.worth()).isEqualByComparingTo("1.01");
            assertThat(session.all(select(COIN).orderBy(COIN.name))).containsExactly(coin, debt);
            session.commit();
            assertThat(session.require(COIN, new BigDecimal("-2.34"))).isSameAs(debt);
            assertThat(coin.name()).isEqualTo("a");
        }
        try (Session session = sessions.open()) {
            Coin coin = session.require(COIN, new BigDecimal("1.01"));
            coin.worth(new BigDecimal("7.6666"));
            session.flush();

            assertThat(session.require(COIN, new BigDecimal("7.67"))).isSameAs(coin);
            session.refresh(coin);
            coin.name("c");
            session.commit();
            assertThat(session.one(select(COIN).where(COIN.name.eq("c")))).isSameAs(coin);
        }
    }

    @DatabaseTest
    void aChangedPointInTimeIsCutAsItsColumnDoes(Engine engine) {
        try (Session session = open(engine).open()) {
            Departure departure = new Departure(OffsetDateTime.parse("2024-01-02T05:00:00Z"), "a");
            session.add(departure);
            session.flush();
            departure.leaves(OffsetDateTime.parse("2024-01-02T05:00:00.123456789Z"));
            session.flush();

            assertThat(session.one(select(DEPARTURE))).isSameAs(departure);
            session.commit();
            assertThat(departure.name()).isEqualTo("a");
        }
    }
}
