package dev.rubedo.orm.inheritance;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.inheritance.Zoo.Animal;
import dev.rubedo.orm.inheritance.Zoo.Cat;
import dev.rubedo.orm.inheritance.Zoo.Dog;
import dev.rubedo.orm.inheritance.Zoo.Keeper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Three classes of entities: loaded, flushed and queried, however they are stored. Confined to one thread at a time. */
abstract class HierarchyTest {

    final Zoo zoo;

    HierarchyTest(Zoo zoo) {
        this.zoo = zoo;
    }

    /** A keeper with an animal, a dog and a cat, in this order. */
    SessionFactory open(Engine engine, StatementLog statements) {
        Model model = zoo.model();
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Keeper keeper = zoo.newKeeper();
            keeper.value("name", "kim");
            keeper.<Animal>list("animals").addAll(List.of(named(zoo.newAnimal(), "ant"), named(zoo.newDog(), "rex"),
                    named(zoo.newCat(), "tom")));
            keeper.<Animal>list("animals").get(1).value("tricks", 3);
            keeper.<Animal>list("animals").get(2).value("lives", 9);
            session.add(keeper);
        });
        statements.clear();
        return sessions;
    }

    static <A extends Animal> A named(A animal, String name) {
        animal.value("name", name);
        return animal;
    }

    @DatabaseTest
    void aQueryOfTheRootGivesObjectsOfEachClass(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Animal> animals = session.all(select(zoo.animal).orderBy(zoo.animal.id));

            assertThat(animals).extracting(Object::getClass).containsExactly((Class) Animal.class, Dog.class,
                    Cat.class);
            assertThat(animals.get(1).<Integer>value("tricks")).isEqualTo(3);
            assertThat(animals.get(2).<Integer>value("lives")).isEqualTo(9);
            assertThat(session.all(select(zoo.dog))).containsExactly((Dog) animals.get(1));
            assertThat(session.all(select(zoo.cat).where(zoo.cat.lives.gt(1)))).containsExactly((Cat) animals.get(2));
            assertThat(session.all(select(zoo.dog.name))).containsExactly("rex");
            assertThat(session.count(select(zoo.dog))).isEqualTo(1);
            var alias = zoo.dog.as("hound");
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
        for (var option : List.of(selectIn(zoo.keeper.animals), joined(zoo.keeper.animals))) {
            try (Session session = sessions.open()) {
                Keeper keeper = session.one(select(zoo.keeper).options(option));

                assertThat(keeper.<Animal>list("animals")).extracting(Object::getClass)
                        .containsExactly((Class) Animal.class, Dog.class, Cat.class);
            }
        }
        try (Session session = sessions.open()) {
            assertThat(session.one(select(zoo.keeper)).<Animal>list("animals")).hasSize(3);
            assertThat(session.all(select(zoo.keeper.name).where(zoo.keeper.animals.any(zoo.animal.name.eq("rex")))))
                    .hasSize(1);
            assertThat(session.all(select(zoo.dog.tricks).join(zoo.dog.keeper).where(zoo.keeper.name.eq("kim"))))
                    .containsExactly(3);
            assertThat(
                    session.one(select(zoo.dog).options(joined(zoo.dog.keeper))).<Keeper>value("keeper")
                            .<String>value("name"))
                    .isEqualTo("kim");
        }
    }

    @DatabaseTest
    void expiredObjectsAreReadAgainWithAllTheirAttributes(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Animal> animals = session.all(select(zoo.animal).orderBy(zoo.animal.id));
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
            assertThat(session.all(select(zoo.animal.name).orderBy(zoo.animal.id))).containsExactly("ant", "tom");
            assertThat(session.all(select(zoo.dog))).isEmpty();
        }
        sessions.inTransaction(session -> session.delete(session.one(select(zoo.keeper))));
        try (Session session = sessions.open()) {
            assertThat(session.count(select(zoo.animal))).isZero();
        }
    }

    @DatabaseTest
    void aKeyThatIsFreedByOneClassMayBeTakenByAnother(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> {
            session.delete(session.require(Animal.class, 2));
            Cat cat = named(zoo.newCat(), "kit");
            cat.value("id", 2L);
            session.add(cat);
        });
        try (Session session = sessions.open()) {
            assertThat(session.require(Animal.class, 2)).isInstanceOf(Cat.class);
        }
    }
}
