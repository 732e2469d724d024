package dev.rubedo.orm.keys;

import static dev.rubedo.orm.Orm.batch;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.text;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.keys.Country_.COUNTRY;
import static dev.rubedo.orm.keys.Town_.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Keys that only the database considers equal, because its collation ignores case. */
class CollatedKeyTest {

    private SessionFactory sessions;

    @BeforeEach
    void create(Engine engine) {
        var model = Model.of(COUNTRY, TOWN);
        model.metadata().createAll(engine);
        sessions = SessionFactory.of(engine, model);
    }

    private void fill() {
        sessions.inTransaction(session -> {
            session.add(new Country("DE", "Germany"));
            session.add(new Country("FR", "France"));
            session.flush();
            session.add(new Town("Bonn", "DE"));
            session.add(new Town("Lyon", "FR"));
            session.add(new Town("Nice", "Fr"));
            session.add(new Town("Ulm", "de"));
        });
    }

    private List<String> townNames() {
        try (Session session = sessions.open()) {
            return session.all(select(TOWN.name).orderBy(TOWN.name));
        }
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void eachTownHasItsCountryWithEachStrategy() {
        fill();
        for (var option : List.of(batch(TOWN.country), selectIn(TOWN.country), joined(TOWN.country),
                lazy(TOWN.country))) {
            sessions.inTransaction(session -> {
                var towns = session.all(select(TOWN).orderBy(TOWN.name).options(option));
                assertThat(towns).extracting(Town::country).extracting(Country::name)
                        .containsExactly("Germany", "France", "France", "Germany");
                assertThat(towns.get(3).country()).isSameAs(towns.get(0).country())
                        .isSameAs(session.require(COUNTRY, "dE"));
            });
        }
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void eachCountryHasItsTownsWithEachStrategy() {
        fill();
        for (var option : List.of(batch(COUNTRY.towns), selectIn(COUNTRY.towns), joined(COUNTRY.towns),
                lazy(COUNTRY.towns))) {
            sessions.inTransaction(session -> {
                var countries = session.all(select(COUNTRY).orderBy(COUNTRY.code).options(option));
                assertThat(countries.get(0).towns()).extracting(Town::name).containsExactlyInAnyOrder("Bonn", "Ulm");
                assertThat(countries.get(1).towns()).extracting(Town::name).containsExactlyInAnyOrder("Lyon", "Nice");
            });
        }
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void anObjectIsIdentifiedByTheKeyOfItsRow() {
        fill();
        sessions.inTransaction(session -> {
            Country found = session.require(COUNTRY, "de");
            assertThat(found.code()).isEqualTo("DE");
            assertThat(session.require(COUNTRY, "DE")).isSameAs(found);
            assertThat(session.require(COUNTRY, "de")).isSameAs(found);
            assertThat(session.all(select(COUNTRY).orderBy(COUNTRY.code))).first().isSameAs(found);
        });
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void aRowThatTheSessionHasIsFoundByAnotherSpelling() {
        fill();
        sessions.inTransaction(session -> {
            var countries = session.all(select(COUNTRY).orderBy(COUNTRY.code));
            assertThat(session.require(COUNTRY, "de")).isSameAs(countries.get(0));
            assertThat(session.require(COUNTRY, "fR")).isSameAs(countries.get(1));
            var added = new Country("IT", "Italy");
            session.add(added);
            assertThat(session.require(COUNTRY, "it")).isSameAs(added);
        });
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void deletingACountryDeletesItsTownsInEachSpelling() {
        fill();
        sessions.inTransaction(session -> {
            Country france = session.require(COUNTRY, "FR");
            assertThat(france.towns()).hasSize(2);
            session.delete(france);
        });
        assertThat(townNames()).containsExactly("Bonn", "Ulm");
    }

    /** The town left by its key, which the session was not told by the collection. */
    @DatabaseTest(only = {"sqlite", "postgresql"})
    void deletingACountryLeavesTheTownsOfAnotherThatDiffersInCase() {
        sessions.inTransaction(session -> {
            session.add(new Country("DE", "Germany"));
            session.add(new Country("de", "another"));
            session.flush();
            session.add(new Town("Bonn", "DE"));
            session.add(new Town("Ulm", "DE"));
        });
        sessions.inTransaction(session -> {
            Country germany = session.require(COUNTRY, "DE");
            List<Town> towns = session.all(select(TOWN).orderBy(TOWN.name));
            assertThat(germany.towns()).hasSize(2);
            towns.get(1).countryCode("de");
            session.flush();
            session.delete(germany);
        });
        assertThat(townNames()).containsExactly("Ulm");
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void expiredObjectsWhoseKeysAreRespelledAreLoadedTogether() {
        fill();
        sessions.inTransaction(session -> {
            var towns = session.all(select(TOWN).orderBy(TOWN.name));
            session.connection().execute(text("UPDATE town SET name = upper(name)"));
            session.expireAll();

            assertThat(towns).extracting(Town::countryCode).containsExactly("DE", "FR", "Fr", "de");
        });
    }

    @DatabaseTest
    void townsWhoseCountriesAreFilteredOutHaveNone() {
        sessions.inTransaction(session -> {
            session.add(new Country("DE", "Germany"));
            session.add(new Country("FR", "France"));
            session.add(new Country("IT", "Italy"));
            session.flush();
            session.add(new Town("Bonn", "DE"));
            session.add(new Town("Lyon", "FR"));
            session.add(new Town("Rome", "IT"));
        });
        for (var option : List.of(batch(TOWN.country), selectIn(TOWN.country))) {
            sessions.inTransaction(session -> {
                var towns = session.all(select(TOWN).orderBy(TOWN.name).options(option,
                        withCriteria(COUNTRY, country -> country.name.eq("Germany"))));
                assertThat(towns.get(0).country().name()).isEqualTo("Germany");
                assertThat(towns.get(1).country()).isNull();
                assertThat(towns.get(2).country()).isNull();
            });
        }
    }
}
