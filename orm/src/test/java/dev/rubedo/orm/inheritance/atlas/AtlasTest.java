package dev.rubedo.orm.inheritance.atlas;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectInPolymorphic;
import static dev.rubedo.orm.Orm.withPolymorphic;
import static dev.rubedo.orm.inheritance.atlas.Spot_.SPOT;
import static dev.rubedo.orm.inheritance.atlas.Town_.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** A hierarchy whose key has two columns and whose discriminator is a number. */
class AtlasTest {

    private static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Model.of(SPOT, TOWN);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> session.addAll(List.of(new Spot("at", 1), new Town("at", 2, "ann"),
                new Town("de", 1, "bea"), new Town("de", 2, "cleo"))));
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void subclassesAreLoadedByKeysOfTwoColumns(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        for (var option : List.of(withPolymorphic(SPOT), selectInPolymorphic(SPOT, TOWN))) {
            try (Session session = sessions.open()) {
                List<Spot> all = session.all(select(SPOT).orderBy(SPOT.country, SPOT.code).options(option));
                int before = statements.count();
                assertThat(all).extracting(spot -> spot instanceof Town town ? town.mayor() : null)
                        .containsExactly(null, "ann", "bea", "cleo");
                assertThat(statements).hasCount(before);
            }
        }
        try (Session session = sessions.open()) {
            List<Spot> all = session.all(select(SPOT).orderBy(SPOT.country, SPOT.code));
            statements.clear();
            assertThat(all).extracting(spot -> spot instanceof Town town ? town.mayor() : null)
                    .containsExactly(null, "ann", "bea", "cleo");
            assertThat(statements).hasCount(1);
            assertThat(all).extracting(Spot::kind).containsExactly(1, 2, 2, 2);
            assertThat(session.all(select(SPOT.code).where(SPOT.treat(TOWN).mayor.eq("cleo")))).containsExactly(2);
        }
    }

    @DatabaseTest
    void objectsAreChangedByKeysOfTwoColumns(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> {
            session.one(select(TOWN).where(TOWN.mayor.eq("bea"))).mayor("dora");
            session.delete(session.one(select(TOWN).where(TOWN.mayor.eq("ann"))));
        });
        try (Session session = sessions.open()) {
            assertThat(session.all(select(TOWN.mayor).orderBy(TOWN.mayor))).containsExactly("cleo", "dora");
            assertThat(session.count(select(SPOT))).isEqualTo(3);
        }
    }
}
