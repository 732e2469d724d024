package dev.rubedo.orm.inheritance.fleet;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.inheritance.fleet.Car_.CAR;
import static dev.rubedo.orm.inheritance.fleet.Tanker_.TANKER;
import static dev.rubedo.orm.inheritance.fleet.Truck_.TRUCK;
import static dev.rubedo.orm.inheritance.fleet.Vehicle_.VEHICLE;
import static dev.rubedo.sql.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.inheritance.fleet.Vehicle.Kind;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** A hierarchy in one table, mapped by annotations. */
class FleetTest {

    private static final Model MODEL = Model.of(VEHICLE, CAR, TRUCK, TANKER);

    private static SessionFactory open(Engine engine, StatementLog statements) {
        MODEL.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        sessions.inTransaction(session -> {
            Car car = new Car();
            car.setPlate("c1");
            car.setBrand("fiat");
            car.setDoors(3);
            car.setColour("red");
            car.setWheels(4);
            Truck truck = new Truck();
            truck.setPlate("t1");
            truck.setBrand("man");
            truck.setLoad(7);
            truck.setAxles(3);
            Tanker tanker = new Tanker();
            tanker.setPlate("t2");
            tanker.setBrand("man");
            tanker.setLoad(9);
            truck.getTrailers().addAll(List.of(car, tanker));
            session.add(truck);
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void theValueOfAnEnumDeterminesTheClass(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Vehicle> all = session.all(select(VEHICLE).orderBy(VEHICLE.plate));

            assertThat(all).extracting(Object::getClass).containsExactly((Class) Car.class, Truck.class, Tanker.class);
            assertThat(all).extracting(Vehicle::getKind).containsExactly(Kind.CAR, Kind.TRUCK, Kind.TANKER);
            assertThat(((Car) all.get(0)).getColour()).isEqualTo("red");
            assertThat(((Truck) all.get(2)).getLoad()).isEqualTo(9);
            assertThat(session.all(select(TRUCK.plate).orderBy(TRUCK.plate))).containsExactly("t1", "t2");
            assertThat(session.require(Vehicle.class, "t2")).isSameAs(session.require(Tanker.class, "t2"));
            assertThat(statements).hasCount(2);
            assertThat(session.get(Car.class, "t2")).isEmpty();
        }
    }

    @DatabaseTest
    void insertsNameTheClassOfARow(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            session.execute(insertInto(TANKER).values(TANKER.plate, "t3", TANKER.brand, "vw", TANKER.load, 1L));
            session.execute(insertInto(CAR).rows(List.of("c2", "c3"),
                    (row, plate) -> row.set(CAR.plate, plate).set(CAR.brand, "kia")));
            assertThat(session.all(select(VEHICLE).where(VEHICLE.brand.in("vw", "kia")).orderBy(VEHICLE.plate)))
                    .extracting(Object::getClass).containsExactly((Class) Car.class, Car.class, Tanker.class);
            assertThatThrownBy(() -> session.execute(insertInto(VEHICLE).values(VEHICLE.plate, "v")))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage("\"Vehicle\" is abstract, so no row is of this class. Insert into one of its"
                            + " subclasses.");
        }
    }

    @DatabaseTest
    void rowsOfAClassWithSubclassesAreUpdatedInBulk(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Truck tanker = session.require(Truck.class, "t2");
            session.bulkUpdate(TRUCK, List.of(values().set(TRUCK.plate, "t1").set(TRUCK.load, 1L),
                    values().set(TRUCK.plate, "t2").set(TRUCK.load, 2L)));

            assertThat(tanker.getLoad()).isEqualTo(2);
            assertThat(session.all(select(TRUCK.load).orderBy(TRUCK.plate))).containsExactly(1L, 2L);
            assertThatThrownBy(() -> session.bulkUpdate(TRUCK,
                    List.of(values().set(TRUCK.plate, "c1").set(TRUCK.brand, "x"))))
                    .isInstanceOf(StaleDataException.class)
                    .hasMessage("There is no row of \"Truck\" with key c1 to update.");
        }
    }

    @DatabaseTest
    void twoSubclassesMayUseOneColumn(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Vehicle> all = session.all(select(VEHICLE).orderBy(VEHICLE.plate));

            assertThat(MODEL.mapper(Vehicle.class).table().columns()).filteredOn(one -> one.name().equals("wheels"))
                    .hasSize(1);
            assertThat(((Car) all.get(0)).getWheels()).isEqualTo(4);
            assertThat(((Truck) all.get(1)).getAxles()).isEqualTo(3);
            assertThat(session.all(select(TRUCK.axles).where(TRUCK.plate.eq("t1")))).containsExactly(3);
            assertThat(session.all(select(VEHICLE.plate).where(VEHICLE.treat(CAR).wheels.gt(0)))).containsExactly("c1");
            assertThat(session.all(select(VEHICLE.treat(TRUCK).axles).orderBy(VEHICLE.plate)))
                    .containsExactly(null, 3, 0);
        }
    }

    @DatabaseTest
    void relationshipsOfASubclassLeadToTheRoot(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Truck truck = session.one(select(TRUCK).where(TRUCK.load.eq(7L)).options(selectIn(TRUCK.trailers)));

            assertThat(truck.getTrailers()).extracting(Vehicle::getPlate).containsExactly("c1", "t2");
            assertThat(truck.getTrailers().get(0).getTractor()).isSameAs(truck);
            assertThat(session.all(select(VEHICLE.plate).where(VEHICLE.tractor().load.eq(7L)).orderBy(VEHICLE.plate)))
                    .containsExactly("c1", "t2");
            assertThat(session.all(select(VEHICLE.plate)
                    .where(VEHICLE.treat(TRUCK).load.gt(7L).or(VEHICLE.treat(CAR).colour.eq("red")))
                    .orderBy(VEHICLE.plate))).containsExactly("c1", "t2");
        }
    }

    @DatabaseTest(only = "sqlite")
    void statementsSayWhichClassesTheyReadAndChange(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            session.all(select(VEHICLE.plate));
            session.all(select(CAR.colour));
            session.all(select(TRUCK.plate));
            session.execute(update(TRUCK).set(TRUCK.load, 8L).where(TRUCK.brand.eq("vw")));
            session.execute(deleteFrom(TANKER).where(TANKER.brand.eq("vw")));
            session.all(select(VEHICLE.plate).where(VEHICLE.treat(CAR).doors.gt(3)));

            assertThat(statements).containsExactly("""
                    SELECT vehicles.plate FROM vehicles
                    """, """
                    SELECT vehicles.colour FROM vehicles WHERE vehicles.kind = ?
                    """, """
                    SELECT vehicles.plate FROM vehicles WHERE vehicles.kind IN (?, ?)
                    """, """
                    UPDATE vehicles SET load=? WHERE vehicles.brand = ? AND vehicles.kind IN (?, ?)
                    """, """
                    DELETE FROM vehicles WHERE vehicles.brand = ? AND vehicles.kind = ?
                    """, """
                    SELECT vehicles.plate FROM vehicles WHERE vehicles.doors > ?
                    """);
        }
    }

    @DatabaseTest
    void anObjectKeepsItsClass(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Vehicle car = session.require(Vehicle.class, "c1");
            InstanceState state = InstanceState.of(car);
            state.set("kind", Kind.CAR);

            assertThatThrownBy(() -> state.set("kind", Kind.TRUCK)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "\"Car.kind\" is the discriminator, which is CAR in rows of this class: it cannot be set to"
                                    + " TRUCK. Add an object of the other class instead.");
            assertThat(session.isModified(car)).isFalse();
        }
    }
}
