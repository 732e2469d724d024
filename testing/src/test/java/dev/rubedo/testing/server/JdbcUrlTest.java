package dev.rubedo.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class JdbcUrlTest {

    @Test
    void keepsAllParts() {
        JdbcUrl url = JdbcUrl.parse("jdbc:postgresql://db.example:6543/shop?user=me&ssl=true", 5432);

        assertThat(url).isEqualTo(new JdbcUrl("postgresql", "db.example", 6543, "shop", "user=me&ssl=true"));
        assertThat(url).hasToString("jdbc:postgresql://db.example:6543/shop?user=me&ssl=true");
    }

    @Test
    void takesTheDefaultPortAndAnAddressInBrackets() {
        JdbcUrl url = JdbcUrl.parse("jdbc:mariadb://[::1]/test", 3306);

        assertThat(url.address().getPort()).isEqualTo(3306);
        assertThat(url.address().getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void replacesAParameterOfTheSameName() {
        JdbcUrl url = JdbcUrl.parse("jdbc:postgresql://h:1/d?currentSchema=public&user=me", 5432);

        assertThat(url.withParameter("currentSchema", "t1").parameters()).isEqualTo("user=me&currentSchema=t1");
    }

    @Test
    void leadsThroughARelay() {
        JdbcUrl url = JdbcUrl.parse("jdbc:mariadb://h:1/d?user=me", 3306);

        assertThat(url.withAddress(new InetSocketAddress("127.0.0.1", 99)))
                .hasToString("jdbc:mariadb://127.0.0.1:99/d?user=me");
    }

    @Test
    void refusesAnotherForm() {
        assertThatThrownBy(() -> JdbcUrl.parse("postgresql://me:secret@h/d", 5432))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("jdbc:<product>://")
                .hasMessageNotContaining("secret");
    }
}
