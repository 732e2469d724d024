package dev.rubedo.orm.corner;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.corner.Chair_.CHAIR;
import static dev.rubedo.orm.corner.Letter_.LETTER;
import static dev.rubedo.orm.corner.Person_.PERSON;
import static dev.rubedo.orm.corner.Room_.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Mappings with what is rare. */
class CornerTest {

    private static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Model.of(PERSON, LETTER, ROOM, CHAIR);
        model.metadata().createAll(engine);
        statements.clear();
        return SessionFactory.of(engine, model);
    }

    @DatabaseTest
    void primitiveKeysAreMadeByTheDatabaseAndTakenBack(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Person ann = new Person("ann");
            session.add(ann);
            session.flush();
            assertThat(ann.id()).isEqualTo(1L);

            session.rollback();

            assertThat(ann.id()).isZero();
            session.add(ann);
            session.commit();
            assertThat(session.require(Person.class, ann.id())).isSameAs(ann);
        }
    }

    @DatabaseTest
    void friendsAreSeenFromBothSides(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> {
            Person ann = new Person("ann");
            Person bob = new Person("bob");
            ann.friends().addAll(List.of(bob, new Person("cyd")));
            bob.friends().add(ann);
            assertThat(bob.admirers()).containsExactly(ann);
            session.add(ann);
        });
        sessions.inTransaction(session -> {
            Person ann = session.one(select(PERSON).where(PERSON.name.eq("ann")));
            assertThat(ann.friends()).extracting(Person::name).containsExactlyInAnyOrder("bob", "cyd");
            assertThat(ann.admirers()).extracting(Person::name).containsExactly("bob");
            assertThat(session.all(select(PERSON.name).where(PERSON.friends.any(PERSON.name.eq("cyd")))))
                    .containsExactly("ann");
            ann.friends().clear();
        });
        sessions.inTransaction(session -> assertThat(session.all(select(PERSON).options(joined(PERSON.friends))))
                .allSatisfy(person -> assertThat(person.friends()).hasSize(person.name().equals("bob") ? 1 : 0)));
    }

    @DatabaseTest
    void twoForeignKeysToOneTableAreTwoRelationships(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> {
            Person ann = new Person("ann");
            Person bob = new Person("bob");
            session.add(ann, bob);
            for (String text : List.of("a", "b")) {
                Letter letter = new Letter(text);
                letter.receiver(bob);
                ann.sent().add(letter);
            }
        });
        statements.clear();
        try (Session session = sessions.open()) {
            List<Letter> letters = session.all(select(LETTER).orderBy(LETTER.text));
            assertThat(statements).hasCount(2);

            assertThat(letters).extracting(letter -> letter.sender().name()).containsExactly("ann", "ann");
            assertThat(letters).extracting(letter -> letter.receiver().name()).containsExactly("bob", "bob");
            assertThat(letters.get(0).sender().sent()).extracting(Letter::text).containsExactly("b", "a");
            assertThat(session.require(Letter.class, letters.get(1).id())).isSameAs(letters.get(1));
        }
    }

    @DatabaseTest
    void aCollectionWithoutAnotherSideSetsAForeignKeyOfTwoColumns(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> {
            Room blue = new Room("blue", 1);
            blue.chairs().addAll(List.of(new Chair("x"), new Chair("y")));
            session.add(blue, new Room("red", 1));
        });
        try (Session session = sessions.open()) {
            List<Room> rooms = session.all(select(ROOM).orderBy(ROOM.house));
            assertThat(rooms).extracting(room -> room.chairs().size()).containsExactly(2, 0);
            Chair moved = rooms.get(0).chairs().remove(0);
            rooms.get(1).chairs().add(moved);
            rooms.get(0).chairs().clear();
            session.commit();

            assertThat(moved.house()).isEqualTo("red");
            assertThat(session.all(select(CHAIR))).containsExactly(moved);
        }
        try (Session session = sessions.open()) {
            List<Room> rooms = session.all(select(ROOM).orderBy(ROOM.house).options(selectIn(ROOM.chairs)));
            assertThat(rooms).extracting(room -> room.chairs().size()).containsExactly(0, 1);
            assertThat(session.all(select(ROOM.house).join(ROOM.chairs))).containsExactly("red");
            session.delete(rooms.get(1));
            session.commit();
            assertThat(session.count(select(CHAIR))).isZero();
        }
    }
}
