package dev.rubedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"userId, user_id", "id, id", "httpURL, http_url", "HTTPServer, http_server", "OrderItem, order_item",
            "a1B, a1_b", "x_y, x_y"})
    void columnsAreInSnakeCase(String name, String expected) {
        assertThat(Names.snakeCase(name)).isEqualTo(expected);
    }

    @Test
    void constantsAreInUpperCase() {
        assertThat(Names.constant("OrderItem")).isEqualTo("ORDER_ITEM");
    }

    @Test
    void namesOfBeansFollowTheirRules() {
        assertThat(Names.decapitalized("Name")).isEqualTo("name");
        assertThat(Names.decapitalized("URL")).isEqualTo("URL");
    }

    @Test
    void theNearestNameIsSuggested() {
        assertThat(Names.suggestion("emial", List.of("name", "email"))).isEqualTo(" Did you mean \"email\"?");
    }

    @Test
    void farNamesAreListed() {
        assertThat(Names.suggestion("zzzzzz", List.of("name", "email"))).isEqualTo(" Available: name, email.");
        assertThat(Names.suggestion("zzzzzz", List.of())).isEmpty();
    }
}
