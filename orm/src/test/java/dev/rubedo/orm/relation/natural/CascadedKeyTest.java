package dev.rubedo.orm.relation.natural;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.relation.natural.Platform_.PLATFORM;
import static dev.rubedo.orm.relation.natural.Region_.REGION;
import static dev.rubedo.orm.relation.natural.Signal_.SIGNAL;
import static dev.rubedo.orm.relation.natural.Station_.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Foreign keys that follow a changed key: in the rows by the database, in the objects by the session. */
class CascadedKeyTest {

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(REGION, STATION, PLATFORM, SIGNAL);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Region north = new Region("N");
            Station first = new Station(1);
            first.platforms().add(new Platform());
            north.stations().add(first);
            north.stations().add(new Station(2));
            session.add(north, new Region("S"));
        });
        return sessions;
    }

    @DatabaseTest
    void objectsFollowWithoutStatements(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine);
        try (Session session = sessions.open()) {
            List<Station> stations = session.all(select(STATION).orderBy(STATION.number));
            Platform platform = session.one(select(PLATFORM));
            session.require(Region.class, "N").code("NORTH");
            statements.clear();
            session.flush();

            assertThat(statements.all()).hasSize(1);
            assertThat(stations).extracting(Station::regionCode).containsOnly("NORTH");
            assertThat(platform.stationRegion()).isEqualTo("NORTH");
            assertThat(session.isModified(stations.get(0))).isFalse();
            assertThat(session.require(STATION, List.of("NORTH", 1))).isSameAs(stations.get(0));
            stations.get(1).number(3);
            session.commit();
            assertThat(platform.station()).isSameAs(stations.get(0));
        }
        try (Session session = sessions.open()) {
            assertThat(session.all(select(STATION.regionCode, STATION.number).orderBy(STATION.number)))
                    .extracting(row -> row.get(1) + " " + row.get(2)).containsExactly("NORTH 1", "NORTH 3");
            assertThat(session.one(select(PLATFORM.stationRegion))).isEqualTo("NORTH");
        }
    }

    @DatabaseTest
    void aRollbackRestoresTheKeys(Engine engine) {
        SessionFactory sessions = open(engine);
        try (Session session = sessions.open()) {
            Station station = session.one(select(STATION).where(STATION.number.eq(1)));
            Platform platform = session.one(select(PLATFORM));
            session.require(Region.class, "N").code("NORTH");
            session.flush();
            session.rollback();

            assertThat(station.regionCode()).isEqualTo("N");
            assertThat(platform.stationRegion()).isEqualTo("N");
            assertThat(session.require(STATION, List.of("N", 1))).isSameAs(station);
        }
    }

    @DatabaseTest
    void implicitForeignKeysFollowToo(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> {
            Station first = session.one(select(STATION).where(STATION.number.eq(1)));
            session.add(new Signal().area(first.region()).stop(first));
        });
        try (Session session = sessions.open()) {
            Signal signal = session.one(select(SIGNAL));
            session.require(Region.class, "N").code("NORTH");
            statements.clear();
            session.flush();

            assertThat(statements.all()).hasSize(1);
            assertThat(session.isModified(signal)).isFalse();
            assertThat(signal.area().code()).isEqualTo("NORTH");
            assertThat(signal.stop()).isSameAs(session.require(STATION, List.of("NORTH", 1)));
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.one(select(SIGNAL.areaCode))).isEqualTo("NORTH");
            assertThat(session.one(select(SIGNAL.stopRegionCode))).isEqualTo("NORTH");
        }
    }
}
