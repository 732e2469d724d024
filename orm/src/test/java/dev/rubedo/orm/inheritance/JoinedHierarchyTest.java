package dev.rubedo.orm.inheritance;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.inheritance.Zoo.Dog;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import org.junit.jupiter.api.Test;

/** A hierarchy with a table for each class. */
class JoinedHierarchyTest extends HierarchyTest {

    JoinedHierarchyTest() {
        super(Zoo.joined());
    }

    @DatabaseTest
    void anUpdateChangesOneTableAndADeletionAll(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThat(session.execute(update(zoo.dog).set(zoo.dog.name, "all")).rowCount()).isEqualTo(1);
            assertThat(session.all(select(zoo.animal.name).orderBy(zoo.animal.id))).containsExactly("ant", "all",
                    "tom");
            assertThat(session.execute(deleteFrom(zoo.cat)).rowCount()).isEqualTo(1);
            assertThat(session.all(select(zoo.animal.name).orderBy(zoo.animal.id))).containsExactly("ant", "all");
        }
    }

    @DatabaseTest(only = "sqlite")
    void rowsAreWrittenFromTheRootDownAndDeletedFromBelow(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            session.add(named(zoo.newDog(), "ben"));
            session.add(named(zoo.newCat(), "kit"));
            assertThat(session.flushPlan()).hasToString("insert Animal x2\ninsert Cat x1\ninsert Dog x1");
            session.flush();
            session.delete(session.require(Dog.class, 4));
            assertThat(session.flushPlan()).hasToString("delete in Dog Dog[id=4]\ndelete Dog[id=4]");
            session.flush();
            session.require(Dog.class, 2).value("tricks", 7);
            assertThat(session.flushPlan()).hasToString("update Dog[id=2]\nupdate in Dog Dog[id=2]");
            statements.clear();
            session.flush();
            session.all(select(zoo.dog.tricks).where(zoo.dog.name.eq("rex")));
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
        assertThat(Model.reaching(zoo.keeper).mappers()).extracting(Mapper::name).containsExactly("Keeper",
                "Animal");
        assertThat(Model.reaching(zoo.keeper, zoo.dog).mappers()).extracting(Mapper::name)
                .containsExactlyInAnyOrder("Keeper", "Dog", "Animal");
    }

    @Test
    void aSubclassWithoutItsSuperclassIsRefused() {
        assertThatThrownBy(() -> Model.of(zoo.dog)).isInstanceOf(MappingException.class)
                .hasMessage("Entity \"Dog\" inherits from \"Animal\", which is not in this model."
                        + " Add its Animal_ to Model.of(...).");
    }
}
