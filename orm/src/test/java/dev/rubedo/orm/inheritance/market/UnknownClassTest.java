package dev.rubedo.orm.inheritance.market;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.withPolymorphic;
import static dev.rubedo.orm.inheritance.market.Apple_.APPLE;
import static dev.rubedo.orm.inheritance.market.Fruit_.FRUIT;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;

/** Rows of classes that the model does not have, as objects of the root. */
class UnknownClassTest {

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(FRUIT, APPLE);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            session.add(new Fruit(1), (Fruit) new Apple().color("red").weight(2));
            session.flush();
            session.connection().execute(text("INSERT INTO fruits (id, kind, weight) VALUES (10, 'pear', 3)"));
            session.connection().execute(text("INSERT INTO fruits (id, kind, weight) VALUES (11, NULL, 4)"));
        });
        return sessions;
    }

    @DatabaseTest
    void areObjectsOfTheRoot(Engine engine) {
        try (Session session = open(engine).open()) {
            assertThat(session.all(select(FRUIT).orderBy(FRUIT.weight))).extracting(Object::getClass)
                    .extracting(Class::getSimpleName).containsExactly("Fruit", "Apple", "Fruit", "Fruit");
            assertThat(session.all(select(FRUIT.kind).orderBy(FRUIT.weight)))
                    .containsExactly("fruit", "apple", "pear", null);
            assertThat(session.all(select(APPLE))).hasSize(1);
            assertThat(session.require(Fruit.class, 10L).kind()).isEqualTo("pear");
        }
    }

    @DatabaseTest
    void keepTheirValueWhenTheyChange(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.require(Fruit.class, 10L).weight(30));
        try (Session session = sessions.open()) {
            Fruit pear = session.one(select(FRUIT).options(withPolymorphic(FRUIT, APPLE)).where(FRUIT.weight.eq(30)));
            assertThat(pear.kind()).isEqualTo("pear");
            session.delete(pear);
            session.commit();
            assertThat(session.all(select(FRUIT.id))).hasSize(3);
        }
    }
}
