package dev.rubedo.orm.relation;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.relation.Album_.ALBUM;
import static dev.rubedo.orm.relation.Remark_.REMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
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
                .hasMessageContaining("has the key \"b\" in \"remarks\", but is put under \"a\".");
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
