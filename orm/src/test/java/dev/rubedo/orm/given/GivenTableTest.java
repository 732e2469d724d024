package dev.rubedo.orm.given;

import static dev.rubedo.orm.given.City_.CITY;
import static dev.rubedo.orm.given.LargeCity_.LARGE_CITY;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.BIGINT;
import static dev.rubedo.sql.Sql.INTEGER;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.string;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entities of tables that the program declared or reflected. */
class GivenTableTest {

    /** The columns are in another order than the attributes. */
    private static Table cities(MetaData metadata, Column<?>... more) {
        Table cities = metadata.table("cities", column("people", INTEGER).onUpdate(7), column("extra", INTEGER),
                column("status", string(10)).notNull().serverDefault("'new'"),
                column("country", string(10)).notNull().defaultValue("DE"), column("id", BIGINT).primaryKey(),
                column("name", string(50)).notNull());
        for (Column<?> one : more) {
            cities.add(one);
        }
        return cities;
    }

    @DatabaseTest
    void anEntityMapsATableThatTheProgramDeclared(Engine engine) {
        MetaData metadata = new MetaData();
        Table cities = cities(metadata);
        Model model = Model.of(metadata, CITY);
        metadata.createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);

        assertThat(model.mapper(CITY).table()).isSameAs(cities);
        City bonn = new City("Bonn").population(300_000);
        sessions.inTransaction(session -> session.addAll(List.of(bonn, new City("Ulm").status("old").country("AT"))));
        assertThat(bonn.status()).isEqualTo("new");
        assertThat(bonn.country()).isEqualTo("DE");
        sessions.inTransaction(session -> {
            City ulm = session.one(select(CITY).where(CITY.status.eq("old")));
            assertThat(ulm.country()).isEqualTo("AT");
            ulm.name("Ulm!");
        });
        sessions.inTransaction(session -> {
            assertThat(session.one(select(CITY.population).where(CITY.name.eq("Ulm!")))).isEqualTo(7);
            session.delete(session.require(City.class, bonn.id()));
        });
        sessions.inTransaction(session -> assertThat(session.count(select(CITY))).isEqualTo(1));
    }

    @DatabaseTest(only = "sqlite")
    void theStatementsFollowTheOrderOfTheTable(Engine engine, StatementLog statements) {
        MetaData metadata = new MetaData();
        cities(metadata);
        Model model = Model.of(metadata, CITY);
        metadata.createAll(engine);
        statements.clear();
        try (Session session = SessionFactory.of(engine, model).open()) {
            session.add(new City("Bonn").population(1).country("DE"));
            session.flush();

            assertThat(statements).containsExactly("""
                    INSERT INTO cities (people, country, name) VALUES (?, ?, ?) RETURNING id, status
                    """);
        }
    }

    @DatabaseTest
    void anEntityMapsATableThatWasReflected(Engine engine) {
        cities(new MetaData()).create(engine);
        Model model = Model.of(engine.reflect(), CITY);
        SessionFactory sessions = SessionFactory.of(engine, model);

        sessions.inTransaction(session -> session.add(new City("Bonn").country("DE")));

        sessions.inTransaction(session -> assertThat(session.one(select(CITY)).status()).isEqualTo("new"));
    }

    @DatabaseTest
    void anEntityMapsAView(Engine engine) {
        MetaData metadata = new MetaData();
        Model model = Model.of(metadata, CITY);
        metadata.createAll(engine);
        engine.inTransaction(connection -> connection.execute(
                text("CREATE VIEW large_cities AS SELECT name, people FROM cities WHERE people > 1000")));
        SessionFactory cities = SessionFactory.of(engine, model);
        cities.inTransaction(session -> session.addAll(
                List.of(city("Bonn", 300_000), city("Hum", 30))));

        SessionFactory views = SessionFactory.of(engine, Model.of(LARGE_CITY));

        views.inTransaction(session -> {
            assertThat(session.all(select(LARGE_CITY))).extracting(LargeCity::name).containsExactly("Bonn");
            assertThat(session.require(LargeCity.class, "Bonn").population()).isEqualTo(300_000);
        });
    }

    private static City city(String name, int population) {
        return new City(name).population(population).status("").country("");
    }

    @DatabaseTest(only = "sqlite")
    void severalModelsOfOneProgramAreIndependent(Engine engine) {
        MetaData metadata = new MetaData();
        Model first = Model.of(metadata, CITY);
        Model second = Model.of(metadata, CITY, LARGE_CITY);
        metadata.createAll(engine);

        assertThat(first.mapper(CITY).table()).isSameAs(second.mapper(CITY).table());
        SessionFactory.of(engine, first).inTransaction(session -> session.add(city("Bonn", 1)));
        SessionFactory.of(engine, second)
                .inTransaction(session -> assertThat(session.one(select(CITY)).name()).isEqualTo("Bonn"));
    }

    @Test
    void aTableThatDoesNotFitIsRefused() {
        MetaData metadata = new MetaData();
        metadata.table("cities", column("id", BIGINT).primaryKey(), column("name", INTEGER));
        assertThatThrownBy(() -> Model.of(metadata, CITY)).isInstanceOf(MappingException.class)
                .hasMessage(
                        "Column \"cities.name\" has values of java.lang.Integer, but attribute \"City.name\" has values of "
                                + "java.lang.String. Declare the column with that type, or change the type of the attribute.");
        MetaData other = new MetaData();
        other.table("cities", column("id", BIGINT).primaryKey(), column("name", string(5)));
        assertThatThrownBy(() -> Model.of(other, CITY)).hasMessage(
                "Table \"cities\", which entity \"City\" maps, has no column \"people\" for attribute \"population\". Declare it, or "
                        + "name another: @Column(name = \"...\").");
        MetaData hidden = new MetaData();
        cities(hidden, column("secret", INTEGER).defaultValue(1));
        assertThatThrownBy(() -> Model.of(hidden, CITY)).hasMessage(
                "Column \"cities.secret\" has a default in Java, but entity \"City\" has no attribute for it. Declare one, or let "
                        + "the database fill the column.");
    }
}
