package dev.rubedo.orm.inheritance;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.inheritance.JoinedZoo.ANIMAL;
import static dev.rubedo.orm.inheritance.JoinedZoo.CAT;
import static dev.rubedo.orm.inheritance.JoinedZoo.DOG;
import static dev.rubedo.orm.inheritance.JoinedZoo.KEEPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.inheritance.JoinedZoo.Animal;
import dev.rubedo.orm.inheritance.JoinedZoo.Cat;
import dev.rubedo.orm.inheritance.JoinedZoo.Dog;
import dev.rubedo.orm.inheritance.JoinedZoo.Keeper;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three classes of entities with a table each: loaded, flushed and queried. */
class JoinedHierarchyTest {

    /** A keeper with an animal, a dog and a cat, in this order. */
    private static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = JoinedZoo.model();
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Keeper keeper = new Keeper();
            keeper.value("name", "kim");
            keeper.<Animal>list("animals").addAll(List.of(named(new Animal(), "ant"), named(new Dog(), "rex"),
                    named(new Cat(), "tom")));
            keeper.<Animal>list("animals").get(1).value("tricks", 3);
            keeper.<Animal>list("animals").get(2).value("lives", 9);
            session.add(keeper);
        });
        statements.clear();
        return sessions;
    }

    private static <A extends Animal> A named(A animal, String name) {
        animal.value("name", name);
        return animal;
    }

    @DatabaseTest
    void aQueryOfTheRootGivesObjectsOfEachClass(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Animal> animals = session.all(select(ANIMAL).orderBy(ANIMAL.id));

            assertThat(animals).extracting(Object::getClass).containsExactly((Class) Animal.class, Dog.class,
                    Cat.class);
            assertThat(animals.get(1).<Integer>value("tricks")).isEqualTo(3);
            assertThat(animals.get(2).<Integer>value("lives")).isEqualTo(9);
            assertThat(session.all(select(DOG))).containsExactly((Dog) animals.get(1));
            assertThat(session.all(select(CAT).where(CAT.lives.gt(1)))).containsExactly((Cat) animals.get(2));
            assertThat(session.all(select(DOG.name))).containsExactly("rex");
            assertThat(session.count(select(DOG))).isEqualTo(1);
            var alias = DOG.as("hound");
            assertThat(session.all(select(alias).where(alias.name.eq("rex"), alias.tricks.eq(3)))).hasSize(1);
        }
    }

    @DatabaseTest
    void aRowIsOneObjectByRootAndBySubclass(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            Animal byRoot = session.require(Animal.class, 2);

            assertThat(session.require(Dog.class, 2)).isSameAs(byRoot);
            assertThat(session.get(Cat.class, 2)).isEmpty();
        }
        try (Session session = sessions.open()) {
            Dog bySubclass = session.require(Dog.class, 2);

            assertThat(session.require(Animal.class, 2)).isSameAs(bySubclass);
            assertThat(session.get(Dog.class, 1)).isEmpty();
        }
    }

    @DatabaseTest
    void relationshipsLeadToObjectsOfEachClass(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        for (var option : List.of(selectIn(KEEPER.animals), joined(KEEPER.animals))) {
            try (Session session = sessions.open()) {
                Keeper keeper = session.one(select(KEEPER).options(option));

                assertThat(keeper.<Animal>list("animals")).extracting(Object::getClass)
                        .containsExactly((Class) Animal.class, Dog.class, Cat.class);
            }
        }
        try (Session session = sessions.open()) {
            assertThat(session.one(select(KEEPER)).<Animal>list("animals")).hasSize(3);
            assertThat(session.all(select(KEEPER.name).where(KEEPER.animals.any(ANIMAL.name.eq("rex"))))).hasSize(1);
            assertThat(session.all(select(DOG.tricks).join(DOG.keeper).where(KEEPER.name.eq("kim"))))
                    .containsExactly(3);
            assertThat(
                    session.one(select(DOG).options(joined(DOG.keeper))).<Keeper>value("keeper").<String>value("name"))
                    .isEqualTo("kim");
        }
    }

    @DatabaseTest
    void expiredObjectsAreReadAgainWithAllTheirAttributes(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Animal> animals = session.all(select(ANIMAL).orderBy(ANIMAL.id));
            session.expireAll();

            assertThat(animals).extracting(animal -> animal.<String>value("name")).containsExactly("ant", "rex", "tom");
            assertThat(animals.get(1).<Integer>value("tricks")).isEqualTo(3);
            session.refresh(animals.get(2));
            assertThat(animals.get(2).<Integer>value("lives")).isEqualTo(9);
        }
    }

    @DatabaseTest
    void changesAreWrittenWhereTheyBelong(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            Dog dog = session.require(Dog.class, 2);
            dog.value("tricks", 4);
            session.flush();
            assertThat(dog.<Integer>value("version")).isEqualTo(2);
            dog.value("name", "max");
            dog.value("tricks", 5);
            session.commit();
        }
        try (Session session = sessions.open()) {
            Dog dog = session.require(Dog.class, 2);
            assertThat(dog.<String>value("name")).isEqualTo("max");
            assertThat(dog.<Integer>value("tricks")).isEqualTo(5);
            assertThat(dog.<Integer>value("version")).isEqualTo(3);
        }
    }

    @DatabaseTest
    void rowsAreDeletedInAllTables(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> session.delete(session.require(Animal.class, 2)));
        try (Session session = sessions.open()) {
            assertThat(session.all(select(ANIMAL.name).orderBy(ANIMAL.id))).containsExactly("ant", "tom");
            assertThat(session.all(select(DOG))).isEmpty();
        }
        sessions.inTransaction(session -> session.delete(session.one(select(KEEPER))));
        try (Session session = sessions.open()) {
            assertThat(session.count(select(ANIMAL))).isZero();
        }
    }

    @DatabaseTest
    void aKeyThatIsFreedByOneClassMayBeTakenByAnother(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> {
            session.delete(session.require(Animal.class, 2));
            Cat cat = named(new Cat(), "kit");
            cat.value("id", 2L);
            session.add(cat);
        });
        try (Session session = sessions.open()) {
            assertThat(session.require(Animal.class, 2)).isInstanceOf(Cat.class);
        }
    }

    @DatabaseTest
    void aStatementChangesOneTable(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThatThrownBy(() -> session.execute(update(DOG).set(DOG.name, "all")))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage("\"Dog\" is stored in several tables, and a statement can change only one."
                            + " Change the objects, or name a table.");
            assertThatThrownBy(() -> session.execute(deleteFrom(CAT))).isInstanceOf(InvalidStatementException.class);
        }
    }

    @DatabaseTest(only = "sqlite")
    void rowsAreWrittenFromTheRootDownAndDeletedFromBelow(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            session.add(named(new Dog(), "ben"));
            session.add(named(new Cat(), "kit"));
            assertThat(session.flushPlan()).hasToString("insert Animal x2\ninsert Cat x1\ninsert Dog x1");
            session.flush();
            session.delete(session.require(Dog.class, 4));
            assertThat(session.flushPlan()).hasToString("delete in Dog Dog[id=4]\ndelete Dog[id=4]");
            session.flush();
            session.require(Dog.class, 2).value("tricks", 7);
            assertThat(session.flushPlan()).hasToString("update Dog[id=2]\nupdate in Dog Dog[id=2]");
            statements.clear();
            session.flush();
            session.all(select(DOG.tricks).where(DOG.name.eq("rex")));
            assertThat(statements).containsExactly("""
                    UPDATE animals SET version=? WHERE animals.id = ? AND animals.version = ?
                    """, """
                    UPDATE dogs SET tricks=? WHERE dogs.id = ?
                    """, """
                    SELECT dogs.tricks FROM animals JOIN dogs ON animals.id = dogs.id WHERE animals.name = ?
                    """);
        }
    }

    @Test
    void aModelOfWhatRelationshipsReachNeedsSubclassesAsRoots() {
        assertThat(Model.reaching(JoinedZoo.KEEPER).mappers()).extracting(Mapper::name).containsExactly("Keeper",
                "Animal");
        assertThat(Model.reaching(JoinedZoo.KEEPER, JoinedZoo.DOG).mappers()).extracting(Mapper::name)
                .containsExactlyInAnyOrder("Keeper", "Dog", "Animal");
    }

    @Test
    void aSubclassWithoutItsSuperclassIsRefused() {
        assertThatThrownBy(() -> Model.of(DOG)).isInstanceOf(MappingException.class)
                .hasMessage("Entity \"Dog\" inherits from \"Animal\", which is not in this model."
                        + " Add its Animal_ to Model.of(...).");
    }
}
