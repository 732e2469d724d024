package dev.rubedo.cache.guide;

import static dev.rubedo.cache.guide.City_.CITY;
import static dev.rubedo.cache.guide.Country_.COUNTRY;
import static dev.rubedo.orm.Orm.cached;
import static dev.rubedo.orm.Orm.fromCache;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.cache.CacheRegion;
import dev.rubedo.cache.CaffeineStore;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.testing.TestDatabase;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The samples of {@code docs/guide/caching.md}. */
class CachingGuideTest {

    /** The table of countries, declared without the ORM. */
    private static final class CountryTable extends Table {
        final Column<String> name = column("name", Types.string(80));

        CountryTable() {
            super("countries", new MetaData());
        }
    }

    private final CountryTable countryTable = new CountryTable();
    private final AtomicReference<String> currentUser = new AtomicReference<>("ada");

    @DatabaseTest
    void theSamplesDoWhatTheySay(Engine engine, StatementLog statements) {
        Model model = Model.of(COUNTRY, CITY);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Country france = new Country("France");
            france.cities().add(new City("Lyon"));
            session.add(france);
        });
        statements.clear();

        CacheRegion countries = CacheRegion.named("countries").timeToLive(Duration.ofHours(1)).build();
        for (int i = 0; i < 3; i++) {
            try (Session session = sessions.open()) {
                assertThat(countriesWithCities(session, countries)).isEqualTo(1);
            }
        }
        assertThat(statements).hasCount(2);

        CacheRegion orders = CacheRegion.named("orders").partitionedBy(currentUser::get).build();
        assertThat(orders.statistics().hits()).isZero();

        for (int i = 0; i < 2; i++) {
            try (Connection connection = engine.connect()) {
                List<String> names = connection.all(select(countryTable.name), ExecuteOption.fromCache(countries));
                assertThat(names).containsExactly("France");
            }
        }
        assertThat(statements).hasCount(3);

        countries.invalidate(countryTable);
        countries.invalidate();
        try (Session session = sessions.open()) {
            assertThat(countriesWithCities(session, countries)).isEqualTo(1);
        }
        assertThat(statements).hasCount(5);

        CaffeineStore store = CaffeineStore.ofBytes(256L << 20);
        CacheRegion prices = CacheRegion.named("prices").store(store).timeToLive(Duration.ofSeconds(30)).build();
        assertThat(prices.name()).isEqualTo("prices");
    }

    @DatabaseTest
    void relationships(Engine engine, StatementLog statements) {
        Model model = Model.of(COUNTRY, CITY);
        model.metadata().createAll(engine);
        SessionFactory.of(engine, model).inTransaction(session -> {
            Country france = new Country("France");
            france.cities().add(new City("Lyon"));
            session.add(france);
        });
        statements.clear();

        CacheRegion countries = CacheRegion.of("countries");
        SessionFactory sessions = SessionFactory.builder(engine, model)
                .cacheRelationships(countries, CITY.country)
                .build();
        for (int i = 0; i < 3; i++) {
            try (Session session = sessions.open()) {
                List<City> cities = session.all(select(CITY).options(cached(CITY.country, countries)));
                assertThat(cities.get(0).country().name()).isEqualTo("France");
            }
        }
        // the cities three times, and the country until the region watches the engine
        assertThat(statements).hasCount(5);
    }

    private static int countriesWithCities(Session session, CacheRegion countries) {
        List<Country> all = session.all(select(COUNTRY)
                .orderBy(COUNTRY.name)
                .options(fromCache(countries), selectIn(COUNTRY.cities)));
        return all.get(0).cities().size();
    }

    @DatabaseTest
    void tenantsInDatabasesOfTheirOwnHaveTheirOwnRows(TestDatabase database) {
        Map<Object, Engine> engines = Map.of("acme", database.engine(), "other", database.another().engine());
        Model model = Model.of(COUNTRY, CITY);
        engines.values().forEach(engine -> model.metadata().createAll(engine));
        SessionFactory sessions = SessionFactory.builder(database.engine(), model)
                .router(request -> engines.get(request.info().get("tenant"))).build();
        CacheRegion countries = CacheRegion.named("countries").build();
        for (String tenant : List.of("acme", "other", "acme", "other")) {
            try (Session session = sessions.open()) {
                session.info().put("tenant", tenant);
                if (session.count(select(COUNTRY)) == 0) {
                    session.add(new Country("of " + tenant));
                    session.commit();
                }
                assertThat(session.all(select(COUNTRY).options(fromCache(countries)))).extracting(Country::name)
                        .containsExactly("of " + tenant);
            }
        }
        assertThat(countries.statistics().hits()).isEqualTo(2);
    }
}
