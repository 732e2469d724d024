package dev.rubedo.orm.inheritance.shapes;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.inheritance.shapes.Circle_.CIRCLE;
import static dev.rubedo.orm.inheritance.shapes.Corner_.CORNER;
import static dev.rubedo.orm.inheritance.shapes.Layer_.LAYER;
import static dev.rubedo.orm.inheritance.shapes.Ring_.RING;
import static dev.rubedo.orm.inheritance.shapes.Shape_.SHAPE;
import static dev.rubedo.orm.inheritance.shapes.Square_.SQUARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.ForeignKeyViolationException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Concrete-table inheritance: queries of a superclass unite the tables of its subclasses. */
class ShapesTest {

    private static final Model MODEL = Model.of(SHAPE, CIRCLE, RING, SQUARE, CORNER, LAYER);

    private static SessionFactory open(Engine engine, StatementLog statements) {
        MODEL.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        sessions.inTransaction(session -> {
            Layer layer = new Layer("front");
            Square square = new Square("s", 4);
            square.layer(layer);
            square.corners().addAll(List.of(new Corner(), new Corner()));
            Circle circle = new Circle("c", 1);
            circle.layer(layer);
            session.addAll(List.of(circle, new Ring("r", 3, 2), square));
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void eachClassHasATableAndTheAbstractRootNone(Engine engine, StatementLog statements) {
        open(engine, statements);

        assertThat(MODEL.metadata().tables()).extracting(Table::name).containsExactlyInAnyOrder("circles", "rings",
                "square", "corners", "layers");
        assertThat(MODEL.mapper(Ring.class).table().columns()).extracting(column -> column.name())
                .containsExactly("id", "name", "version", "layer_id", "radius", "hole");
    }

    @DatabaseTest
    void aQueryOfTheRootGivesObjectsOfEachClass(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Shape> all = session.all(select(SHAPE).orderBy(SHAPE.name));

            assertThat(all).extracting(Object::getClass).containsExactly((Class) Circle.class, Ring.class,
                    Square.class);
            assertThat(all).extracting(Shape::id).containsExactly(1L, 1L, 1L);
            assertThat(((Circle) all.get(0)).radius()).isEqualTo(1);
            assertThat(((Ring) all.get(1)).hole()).isEqualTo(2);
            assertThat(((Square) all.get(2)).side()).isEqualTo(4);
            assertThat(statements).hasCount(1);
            assertThat(all).extracting(Shape::shout).containsExactly("c!", "r!", "s!");
            assertThat(((Square) all.get(2)).corners()).hasSize(2);
            assertThat(session.one(select(SQUARE))).isSameAs(all.get(2));
            assertThat(session.require(Ring.class, 1)).isSameAs(all.get(1));
            assertThat(session.all(select(SHAPE))).hasSize(3).contains(all.get(0));
        }
    }

    @DatabaseTest
    void aQueryOfAClassWithATableUnitesItWithItsSubclasses(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThat(session.all(select(CIRCLE).orderBy(CIRCLE.name))).extracting(Shape::name).containsExactly("c",
                    "r");
            assertThat(session.all(select(CIRCLE.name).where(CIRCLE.radius.gt(2)))).containsExactly("r");
            assertThat(session.count(select(SHAPE))).isEqualTo(3);
            assertThat(session.all(select(SHAPE.name).where(SHAPE.treat(SQUARE).side.eq(4)
                    .or(SHAPE.treat(CIRCLE).radius.eq(1))).orderBy(SHAPE.name))).containsExactly("c", "s");
            Shape_ shape = SHAPE.as("thing");
            assertThat(session.all(select(shape).where(shape.name.eq("r")))).hasSize(1);
            assertThat(session.all(select(SHAPE).orderBy(SHAPE.name.desc()).limit(1)
                    .options(joined(SHAPE.treat(SQUARE).corners)))).extracting(Shape::name).containsExactly("s");
        }
    }

    @DatabaseTest
    void relationshipsOfTheRootAreLoadedForAllClasses(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        for (var option : List.of(selectIn(SHAPE.layer), joined(SHAPE.layer))) {
            try (Session session = sessions.open()) {
                List<Shape> all = session.all(select(SHAPE).orderBy(SHAPE.name).options(option));
                int before = statements.count();
                assertThat(all).extracting(one -> one.layer() == null ? null : one.layer().title())
                        .containsExactly("front", null, "front");
                assertThat(statements).hasCount(before);
            }
        }
        try (Session session = sessions.open()) {
            assertThat(session.all(select(SHAPE.name).where(SHAPE.layer().title.eq("front")).orderBy(SHAPE.name)))
                    .containsExactly("c", "s");
            assertThat(session.all(select(SHAPE.name).options(withCriteria(SHAPE, one -> one.name.ne("c")))
                    .orderBy(SHAPE.name))).containsExactly("r", "s");
            assertThat(session.all(select(RING.name).options(withCriteria(SHAPE, one -> one.name.ne("r"))))).isEmpty();
        }
    }

    @DatabaseTest
    void objectsAreChangedInTheirOwnTable(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> {
            Ring ring = session.require(Ring.class, 1);
            ring.name("rr").hole(1);
            session.delete(session.one(select(CIRCLE).where(CIRCLE.name.eq("c"))));
        });
        try (Session session = sessions.open()) {
            assertThat(session.all(select(SHAPE.name).orderBy(SHAPE.name))).containsExactly("rr", "s");
            Ring ring = session.require(Ring.class, 1);
            assertThat(ring.version()).isEqualTo(2);
            session.expireAll();
            assertThat(ring.hole()).isEqualTo(1);
            session.refresh(ring);
            assertThat(session.execute(update(RING).set(RING.hole, 0)).rowCount()).isEqualTo(1);
            assertThat(ring.hole()).isZero();
        }
    }

    @DatabaseTest
    void aClassWithSubclassesHasNoRowsToNameOrChange(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThatThrownBy(() -> session.get(Shape.class, 1)).isInstanceOf(InvalidStatementException.class)
                    .hasMessage("A key does not identify an object of \"Shape\", because each of its subclasses has a"
                            + " table of its own. Name the class, or use a query.");
            assertThatThrownBy(() -> session.execute(deleteFrom(SHAPE))).isInstanceOf(InvalidStatementException.class);
            assertThatThrownBy(() -> session.execute(update(SHAPE).set(SHAPE.name, "x")))
                    .isInstanceOf(InvalidStatementException.class);
        }
    }

    @DatabaseTest(only = "sqlite")
    void theTablesAreUnited(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            session.all(select(SHAPE.name).where(SHAPE.id.eq(1L)));

            assertThat(statements).containsExactly("""
                    SELECT shape.name
                    FROM (SELECT 'Circle' AS class_, circles.id AS id, circles.name AS name, circles.version AS version,
                    circles.layer_id AS layer_id, circles.radius AS radius, CAST(NULL AS INTEGER) AS hole,
                    CAST(NULL AS INTEGER) AS side FROM circles
                    UNION ALL SELECT 'Ring' AS class_, rings.id AS id, rings.name AS name, rings.version AS version,
                    rings.layer_id AS layer_id, rings.radius AS radius, rings.hole AS hole,
                    CAST(NULL AS INTEGER) AS side FROM rings
                    UNION ALL SELECT 'Square' AS class_, square.id AS id, square.name AS name, square.version AS version,
                    square.layer_id AS layer_id, CAST(NULL AS INTEGER) AS radius, CAST(NULL AS INTEGER) AS hole,
                    square.side AS side FROM square) AS shape
                    WHERE shape.id = ?
                    """);
        }
    }

    @DatabaseTest
    void aRowThatObjectsOfSeveralTablesReferToIsNotDeleted(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            session.delete(session.one(select(LAYER)));

            assertThatThrownBy(session::flush).isInstanceOf(ForeignKeyViolationException.class)
                    .hasMessageContaining("A row of \"Layer\" is still referred to");
        }
    }
}
