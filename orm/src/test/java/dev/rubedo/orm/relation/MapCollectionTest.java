package dev.rubedo.orm.relation;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.relation.Album_.ALBUM;
import static dev.rubedo.orm.relation.Remark_.REMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Collections that are maps. */
class MapCollectionTest {

    @DatabaseTest
    void objectsAreFoundByTheirAttribute(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            Album album = session.require(ALBUM, 1);

            assertThat(album.remarks().keySet()).containsExactly("good", "bad");
            assertThat(album.remarks().get("good").text()).isEqualTo("very good");
            assertThat(album.remarks().get("other")).isNull();
            assertThat(album.remarks().values()).extracting(Remark::text).containsExactly("very good", "not bad");
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void objectsAreFoundByTheirMethod(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            Album album = session.require(ALBUM, 1);

            assertThat(album.bySize()).containsOnlyKeys(9, 7);
            assertThatThrownBy(() -> album.bySize().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @DatabaseTest
    void everyStrategyFillsAMap(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            List<Album> albums = session.all(select(ALBUM).orderBy(ALBUM.id).options(joined(ALBUM.remarks)));

            assertThat(albums).hasSize(2).allSatisfy(album -> assertThat(album.remarks()).hasSize(2));
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void puttingReplacesTheObjectWithTheSameKey(Engine engine, StatementLog statements) {
        SessionFactory sessions = Albums.filled(engine, statements);
        sessions.inTransaction(session -> {
            Album album = session.require(ALBUM, 1);
            Remark before = album.remarks().put("good", new Remark("excellent"));

            assertThat(before.text()).isEqualTo("very good");
            assertThat(before.album()).isNull();
            assertThat(album.remarks().get("good").album()).isSameAs(album);
        });
        try (Session session = sessions.open()) {
            assertThat(session.require(ALBUM, 1).remarks().get("good").text()).isEqualTo("excellent");
            assertThat(session.count(select(REMARK))).isEqualTo(4);
        }
    }

    @DatabaseTest
    void removingDeletesTheOrphan(Engine engine, StatementLog statements) {
        SessionFactory sessions = Albums.filled(engine, statements);
        sessions.inTransaction(session -> {
            Map<String, Remark> remarks = session.require(ALBUM, 1).remarks();
            assertThat(remarks.remove("bad").text()).isEqualTo("not bad");
            assertThat(remarks.remove("bad")).isNull();
            session.require(ALBUM, 2).remarks().clear();
        });
        try (Session session = sessions.open()) {
            assertThat(session.require(ALBUM, 1).remarks()).containsOnlyKeys("good");
            assertThat(session.require(ALBUM, 2).remarks()).isEmpty();
            assertThat(session.count(select(REMARK))).isEqualTo(1);
        }
    }

    @DatabaseTest
    void theOtherSideChangesTheMap(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            Album album = session.require(ALBUM, 1);
            assertThat(album.remarks()).isNotEmpty();
            Remark remark = new Remark("new", "fresh");
            remark.album(album);

            assertThat(album.remarks().get("new")).isSameAs(remark);
            remark.album(null);
            assertThat(album.remarks()).doesNotContainKey("new");
        }
    }

    @DatabaseTest
    void aChangedKeyIsFoundAtOnce(Engine engine, StatementLog statements) {
        try (Session session = Albums.filled(engine, statements).open()) {
            Album album = session.require(ALBUM, 1);
            Remark good = album.remarks().get("good");
            good.keyword("great");

            assertThat(album.remarks().get("great")).isSameAs(good);
            assertThat(album.remarks().get("good")).isNull();
            assertThat(album.remarks().keySet()).containsExactly("great", "bad");
        }
    }

    @DatabaseTest
    void keysThatChangeInAnyWayAreFound(Engine engine, StatementLog statements) {
        SessionFactory sessions = Albums.filled(engine, statements);
        try (Session session = sessions.open()) {
            Album album = session.require(ALBUM, 1);
            Remark good = album.remarks().get("good");
            Remark bad = album.remarks().get("bad");
            assertThat(album.bySize().get(9)).isSameAs(good);

            good.keyword("third");
            bad.keyword("good");
            good.keyword("bad");
            assertThat(album.remarks()).containsEntry("bad", good).containsEntry("good", bad).hasSize(2);
            good.keyword("good");
            assertThat(album.remarks()).containsEntry("good", bad).hasSize(1);
            bad.keyword("other");
            assertThat(album.remarks()).containsEntry("good", good).containsEntry("other", bad).hasSize(2);
            good.text("short");
            assertThat(album.bySize().get(9)).isNull();
            assertThat(album.bySize().get(5)).isSameAs(good);
            InstanceState.of(bad).set(REMARK.keyword, "generic");
            assertThat(album.remarks()).containsOnlyKeys("good", "generic");
            session.flush();
            session.execute(update(REMARK).set(REMARK.keyword, "elsewhere").where(REMARK.id.eq(bad.id()))
                    .options(synchronize(SynchronizeSession.NONE)));
            session.refresh(bad);
            assertThat(album.remarks().get("elsewhere")).isSameAs(bad);
            assertThat(album.remarks().get("generic")).isNull();
            session.expire(bad);
            assertThat(album.remarks().get("elsewhere")).isSameAs(bad);
            session.rollback();
            assertThat(album.remarks()).containsOnlyKeys("good", "bad");
        }
    }

    @Test
    void fillingAMapLooksAtEachObjectAFewTimes() {
        Album album = new Album("new");
        int count = 1000;
        int before = Remark.READS.get().get();

        for (int i = 0; i < count; i++) {
            Remark remark = new Remark("k" + i, "text");
            if (i % 2 == 0) {
                album.remarks().put("k" + i, remark);
            } else {
                remark.album(album);
            }
            assertThat(album.remarks().get("k" + i)).isSameAs(remark);
            assertThat(album.remarks().containsKey("k" + (i + 1))).isFalse();
            assertThat(album.remarks().size()).isEqualTo(i + 1);
            remark.keyword("k" + i);
        }
        for (int i = 0; i < count; i += 2) {
            album.remarks().remove("k" + i);
        }

        assertThat(album.remarks()).hasSize(count / 2);
        assertThat(Remark.READS.get().get() - before).isLessThan(10 * count);
    }

    @DatabaseTest
    void aMapIsMerged(Engine engine, StatementLog statements) {
        SessionFactory sessions = Albums.filled(engine, statements);
        Album detached = sessions.fromTransaction(session -> {
            Album album = session.require(ALBUM, 1);
            assertThat(album.remarks()).isNotEmpty();
            return album;
        });
        detached.remarks().remove("bad");
        detached.remarks().put("new", new Remark("fresh"));
        sessions.inTransaction(session -> session.merge(detached));

        try (Session session = sessions.open()) {
            assertThat(session.require(ALBUM, 1).remarks()).containsOnlyKeys("good", "new");
        }
    }

    @Test
    void anObjectIsPutUnderItsOwnKey() {
        Album album = new Album("new");

        assertThatThrownBy(() -> album.remarks().put("a", new Remark("b", "text")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has the key \"b\" in \"remarks\", but is put under the key \"a\".");
    }

    @Test
    void anObjectWithoutAKeyGetsIt() {
        Album album = new Album("new");
        Remark remark = new Remark("text");
        album.remarks().put("a", remark);

        assertThat(remark.keyword()).isEqualTo("a");
        assertThat(album.remarks()).containsEntry("a", remark).hasSize(1);
    }

    @Test
    void anIteratorRemoves() {
        Album album = new Album("new");
        album.remarks().put("a", new Remark("one"));
        album.remarks().put("b", new Remark("two"));
        Iterator<Remark> remarks = album.remarks().values().iterator();
        remarks.next();
        remarks.remove();

        assertThat(album.remarks()).containsOnlyKeys("b");
    }
}
