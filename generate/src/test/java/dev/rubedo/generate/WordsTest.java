package dev.rubedo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import dev.rubedo.type.LabelType;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void textsOfADatabaseDoNotEndTheJavadoc() {
        assertThat(JavadocCode.of("n/a, 50 % & \"more\"")).isEqualTo("{@code n/a, 50 % & \"more\"}");
        assertThat(JavadocCode.of("a */ b")).isEqualTo("<code>a &#42;&#47; b</code>");
        assertThat(JavadocCode.of("\\u002a/")).isEqualTo("<code>&#92;u002a&#47;</code>");
        assertThat(JavadocCode.of("}\n@")).isEqualTo("<code>&#125;&#10;&#64;</code>");
        assertThat(SchemaSource.enumeration(EnumPlan.of(ClassName.get("p", "Mood"),
                new LabelType("mood {", "", List.of("a */ b")))).toString()).isEqualTo("""
                        /**
                         * The enumeration type <code>mood &#123;</code>.
                         */
                        public enum Mood {
                          /**
                           * <code>a &#42;&#47; b</code>
                           */
                          A_B("a */ b");

                          private final java.lang.String label;

                          Mood(java.lang.String label) {
                            this.label = label;
                          }

                          /**
                           * Returns the text that the database stores.
                           */
                          public java.lang.String label() {
                            return label;
                          }
                        }
                        """);
    }
}
