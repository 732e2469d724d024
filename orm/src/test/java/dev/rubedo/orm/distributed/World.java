package dev.rubedo.orm.distributed;

import static dev.rubedo.orm.distributed.Climate_.CLIMATE;
import static dev.rubedo.orm.distributed.Reading_.READING;
import static dev.rubedo.orm.distributed.Station_.STATION;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.routing.Shards;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.TestDatabase;
import java.util.List;

/** Stations in shards by continent. Confined to one thread at a time. */
record World(SessionFactory sessions, TestDatabase asia, TestDatabase europe, TestDatabase africa) {

    static Model model() {
        return Model.of(STATION, READING, CLIMATE);
    }

    static World of(TestDatabase database) {
        return of(database, database.another(), database.another(), false);
    }

    static World of(TestDatabase asia, TestDatabase europe, TestDatabase africa, boolean twoPhase) {
        SessionFactory sessions = SessionFactory.builder(shards(asia, europe, africa), model()).twoPhase(twoPhase)
                .build();
        sessions.createAll();
        World world = new World(sessions, asia, europe, africa);
        world.clear();
        return world;
    }

    static Shards shards(TestDatabase asia, TestDatabase europe, TestDatabase africa) {
        return Shards.builder().shard("asia", asia.engine()).shard("europe", europe.engine())
                .shard("africa", africa.engine()).build(World::shard);
    }

    static String shard(Object entity) {
        return switch (entity) {
            case Station station -> station.continent();
            case Reading reading -> reading.station().continent();
            default -> "asia";
        };
    }

    /** Adds a station to each continent, with a reading. */
    void fill() {
        sessions.inTransaction(session -> {
            for (String continent : List.of("asia", "europe", "africa")) {
                Station station = new Station(continent, "in " + continent);
                station.readings().add(new Reading(continent.length()));
                session.add(station);
            }
        });
        clear();
    }

    void clear() {
        asia.statements().clear();
        europe.statements().clear();
        africa.statements().clear();
    }

    List<Integer> counts() {
        return List.of(asia.statements().count(), europe.statements().count(), africa.statements().count());
    }

    List<Engine> engines() {
        return List.of(asia.engine(), europe.engine(), africa.engine());
    }
}
