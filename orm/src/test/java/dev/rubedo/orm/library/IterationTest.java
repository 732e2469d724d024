package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.library.Author_.AUTHOR;
import static dev.rubedo.orm.library.Book_.BOOK;
import static dev.rubedo.orm.library.Cabinet_.CABINET;
import static dev.rubedo.orm.library.Drawer_.DRAWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Group;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;

/** Collections that are changed, flushed or read by queries while a program iterates over them. */
class IterationTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(session -> {
            Author ada = new Author("Ada");
            ada.books().addAll(List.of(new Book("a"), new Book("b"), new Book("c")));
            Cabinet cabinet = new Cabinet("cabinet");
            cabinet.drawers().put("top", new Drawer("first", 1));
            cabinet.drawers().put("middle", new Drawer("second", 2));
            cabinet.drawers().put("bottom", new Drawer("third", 3));
            session.addAll(List.of(ada, cabinet));
        });
        return sessions;
    }

    @DatabaseTest
    void aChangeInTheLoopIsNoticedAndNothingIsLost(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            Author ada = session.one(select(AUTHOR));
            assertThatThrownBy(() -> {
                for (Book book : ada.books()) {
                    ada.books().remove(book);
                }
            }).isInstanceOf(ConcurrentModificationException.class);
            session.commit();

            assertThat(ada.books()).extracting(Book::title).containsExactly("b", "c");
        }
        sessions.inTransaction(session -> assertThat(session.all(select(BOOK.title).where(BOOK.author.isNull())))
                .containsExactly("a"));
    }

    @DatabaseTest
    void aLoopOverAMapSeesWhatTheMapHadAtItsBeginning(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            Cabinet cabinet = session.one(select(CABINET));
            cabinet.drawers().forEach((label, drawer) -> {
                cabinet.drawers().remove(label);
                cabinet.drawers().put(label + "!", new Drawer("instead of " + drawer.name(), 1));
            });
        });

        sessions.inTransaction(session -> {
            assertThat(session.one(select(CABINET)).drawers()).containsOnlyKeys("top!", "middle!", "bottom!");
            assertThat(session.all(select(DRAWER.name).orderBy(DRAWER.name))).containsExactly("instead of first",
                    "instead of second", "instead of third");
        });
    }

    @DatabaseTest
    void theEntriesOfAMapCannotBeSet(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Map.Entry<String, Drawer> entry = session.one(select(CABINET)).drawers().entrySet().iterator().next();

            assertThatThrownBy(() -> entry.setValue(new Drawer("other", 1)))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("The entries of \"drawers\" cannot be set. Call put(key, value) of the map.");
        }
    }

    @DatabaseTest
    void rowsThatAMapDoesNotShowAreDeletedWithItsOwner(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> session.execute(update(DRAWER).set(DRAWER.label, "top")));
        try (Session session = sessions.open()) {
            Cabinet cabinet = session.one(select(CABINET));
            assertThat(cabinet.drawers()).containsOnlyKeys("top");

            session.delete(cabinet);
            session.commit();

            assertThat(session.count(select(DRAWER))).isZero();
        }
    }

    @DatabaseTest
    void theIteratorChangesTheCollection(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            session.one(select(AUTHOR)).books().removeIf(book -> !book.title().equals("b"));
            session.one(select(CABINET)).drawers().keySet().removeIf(label -> !label.equals("top"));
        });

        sessions.inTransaction(session -> {
            assertThat(session.one(select(AUTHOR)).books()).extracting(Book::title).containsExactly("b");
            assertThat(session.all(select(DRAWER.name))).containsExactly("first");
        });
    }

    @DatabaseTest
    void queriesAndFlushesInTheLoopDoNotDisturbIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            List<String> seen = new ArrayList<>();
            for (Book book : session.one(select(AUTHOR)).books()) {
                book.title(book.title() + "!");
                assertThat(session.count(select(BOOK).where(BOOK.title.eq(book.title())))).isEqualTo(1);
                session.flush();
                seen.add(book.title());
            }
            assertThat(seen).containsExactly("a!", "b!", "c!");
        });
    }

    @DatabaseTest
    void theOtherSideChangesTheCollectionOfALoop(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            Author ada = session.one(select(AUTHOR));
            assertThatThrownBy(() -> ada.books().forEach(book -> book.author(null)))
                    .isInstanceOf(ConcurrentModificationException.class);
            List.copyOf(ada.books()).forEach(book -> book.author(null));
            session.commit();

            assertThat(ada.books()).isEmpty();
            assertThat(session.count(select(BOOK).where(BOOK.author.isNull()))).isEqualTo(3);
        }
    }

    @DatabaseTest
    void setsNoticeChangesToo(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User user = new User("ann");
            user.groups().addAll(List.of(new Group("a"), new Group("b"), new Group("c")));
            session.add(user);
            session.flush();

            assertThatThrownBy(() -> {
                for (Group group : user.groups()) {
                    user.groups().remove(group);
                }
            }).isInstanceOf(ConcurrentModificationException.class);
            session.flush();

            assertThat(user.groups()).hasSize(2);
        });
    }
}
