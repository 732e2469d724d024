package dev.rubedo.orm.inheritance;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.inheritance.Zoo.Animal;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** A hierarchy in one table. */
class SingleHierarchyTest extends HierarchyTest {

    SingleHierarchyTest() {
        super(Zoo.single());
    }

    @DatabaseTest
    void statementsAboutASubclassChangeItsRowsOnly(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            assertThat(session.execute(update(zoo.dog).set(zoo.dog.name, "all")).rowCount()).isEqualTo(1);
            assertThat(session.execute(deleteFrom(zoo.cat)).rowCount()).isEqualTo(1);
            assertThat(session.all(select(zoo.animal.name).orderBy(zoo.animal.id))).containsExactly("ant", "all");
        }
    }

    @DatabaseTest
    void aDiscriminatorThatNoEntityHasIsAnError(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            session.connection().execute(update(session.model().mapper(Animal.class).table())
                    .set(session.model().mapper(Animal.class).table().column("kind", String.class), "fish"));

            assertThatThrownBy(() -> session.all(select(zoo.animal))).isInstanceOf(InvalidStatementException.class)
                    .hasMessage(
                            "A row of \"Animal\" has the discriminator value \"fish\", which no entity of the model has."
                                    + " Map an entity with this value, or correct the row.");
        }
    }

    @DatabaseTest(only = "sqlite")
    void theStatementsNameTheClassOfARow(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            session.all(select(zoo.dog.name));
            session.all(select(zoo.animal));
            session.add(named(zoo.newDog(), "ben"));
            assertThat(session.flushPlan()).hasToString("insert Animal x1");
            session.flush();
            assertThat(statements).containsExactly("""
                    SELECT animals.name FROM animals WHERE animals.kind = ?
                    """, """
                    SELECT animals.id, animals.kind, animals.name, animals.version, animals.keeper_id, animals.tricks, animals.lives
                    FROM animals
                    """, """
                    INSERT INTO animals (kind, name, version, keeper_id, tricks) VALUES (?, ?, ?, ?, ?) RETURNING id
                    """);
        }
    }
}
