package dev.rubedo.orm.keys;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.keys.Mirror_.MIRROR;
import static dev.rubedo.orm.keys.Reflection_.REFLECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** More owners than one list of keys should have, whose keys the database does not store as they are. */
class ConvertedRangeTest {

    private static final int OWNERS = 520;

    private static SessionFactory open(Engine engine, StatementLog statements) {
        var model = Model.of(MIRROR, REFLECTION);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            for (long id = 1; id <= OWNERS; id++) {
                Mirror mirror = new Mirror(id);
                mirror.reflections().add(new Reflection());
                session.add(mirror);
            }
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void eachOwnerHasItsTargets(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Mirror> mirrors = session.all(select(MIRROR).options(selectIn(MIRROR.reflections)));

            assertThat(mirrors).hasSize(OWNERS).allSatisfy(mirror -> assertThat(mirror.reflections()).singleElement()
                    .satisfies(one -> assertThat(one.mirrorId()).isEqualTo(mirror.id())));
        }
    }

    @DatabaseTest
    void anObjectIsFoundByItsKeyAndNotByWhatIsStored(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Mirror mirror = session.one(select(MIRROR).where(MIRROR.id.eq(7L)));

            assertThat(session.require(MIRROR, 7L)).isSameAs(mirror);
            assertThat(statements).hasCount(1);
            assertThat(session.get(MIRROR, -7L)).isEmpty();
        }
    }

    @DatabaseTest
    void knownTargetsOfAKeyThatIsAForeignKeyNeedNoStatement(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Mirror> mirrors = session.all(select(MIRROR));
            List<Reflection> reflections = session.all(select(REFLECTION).options(selectIn(REFLECTION.mirror)));

            assertThat(statements).hasCount(2);
            assertThat(reflections).extracting(Reflection::mirror).containsExactlyInAnyOrderElementsOf(mirrors);
        }
    }
}
