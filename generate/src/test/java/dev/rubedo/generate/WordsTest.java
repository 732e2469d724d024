package dev.rubedo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({"order_item, orderItem", "OrderItem, orderItem", "ORDER ITEM, orderItem", "order-item, orderItem",
            "HTTPServer, httpServer", "userID, userId", "iso3166, iso3166", "straße_nr, straßeNr", "a, a"})
    void namesBecomeCamelCase(String name, String expected) {
        assertThat(Words.camelCase(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"album, albums", "category, categories", "boy, boys", "address, addresses", "box, boxes",
            "branch, branches", "person, people", "child, children", "status, statuses", "movie, movies",
            "index, indices",
            "series, series", "house, houses", "purchase, purchases", "analysis, analyses", "news, news",
            "database, databases", "orderItem, orderItems", "salesPerson, salesPeople", "leaf, leaves", "Bus, Buses"})
    void nounsHaveASingularAndAPlural(String singular, String plural) {
        assertThat(Words.plural(singular)).isEqualTo(plural);
        assertThat(Words.singular(plural)).isEqualTo(singular);
        assertThat(Words.singular(singular)).isEqualTo(singular);
        assertThat(Words.plural(plural)).isEqualTo(plural);
    }

    @ParameterizedTest
    @CsvSource({"PG-13, PG_13", "in-use, IN_USE", "open, OPEN", "inUse, IN_USE", "Very Good, VERY_GOOD"})
    void labelsBecomeConstants(String label, String expected) {
        assertThat(Words.constant(label)).isEqualTo(expected);
    }
}
