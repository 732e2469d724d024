package dev.rubedo.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.RubedoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void hasAllPartsOfSqlAlchemysForm() {
        var url = DatabaseUrl.of(
                "postgresql+psycopg2://us%3Aer:p%40ss+word@db.example:5433/shop?sslmode=require&application_name=a%20b");

        assertThat(url.backend()).isEqualTo("postgresql");
        assertThat(url.user()).hasValue("us:er");
        assertThat(url.password()).hasValue("p@ss+word");
        assertThat(url.host()).isEqualTo("db.example");
        assertThat(url.port()).hasValue(5433);
        assertThat(url.database()).isEqualTo("shop");
        assertThat(url.options()).containsExactly(java.util.Map.entry("sslmode", "require"),
                java.util.Map.entry("application_name", "a b"));
    }

    @ParameterizedTest
    @CsvSource({"sqlite:///shop.db, shop.db", "sqlite:////var/shop.db, /var/shop.db", "sqlite:///:memory:, :memory:",
            "sqlite://, ''",
            "sqlite:///C:\\data\\shop.db, C:\\data\\shop.db"})
    void readsThePathsOfSqlite(String text, String path) {
        assertThat(DatabaseUrl.of(text).database()).isEqualTo(path);
    }

    @Test
    void putsBracketsAroundAnAddressOfIpv6() {
        var url = DatabaseUrl.of("mariadb://root@[::1]:3307/shop");

        assertThat(url.host()).isEqualTo("::1");
        assertThat(url.authority()).isEqualTo("[::1]:3307");
    }

    @Test
    void keepsAJdbcUrlAsItIs() {
        var url = DatabaseUrl.of("jdbc:postgresql://localhost/shop?user=me&password=secret");

        assertThat(url.backend()).isEqualTo("postgresql");
        assertThat(url.jdbcUrl()).hasValue("jdbc:postgresql://localhost/shop?user=me&password=secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://me:secret@localhost/shop",
            "jdbc:postgresql://localhost/shop?user=me&password=secret",
            "jdbc:mariadb://me:secret@localhost/shop", "jdbc:h2:mem:x;USER=me;PASSWORD=secret",
            "h2:///x?password=secret",
            "postgresql://me:se%63ret@localhost/shop?sslpassword=secret", "postgresql://me@corp:secret@localhost/shop",
            "postgresql://localhost/shop?password=a%26secret", "postgresql://localhost/shop?password=a;secret",
            "h2:///mem:x;PASSWORD=a&secret", "jdbc:h2:mem:x;PASSWORD=a\\;secret;USER=me",
            "jdbc:oracle:thin:me/secret@localhost:1521:shop", "jdbc:mysql://(host=h,user=me,password=secret)/shop"})
    void neverShowsAPassword(String text) {
        assertThat(DatabaseUrl.of(text).toString()).doesNotContain("secret").doesNotContain("se%63ret").contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql//me:secret@localhost/shop", "me:secret",
            "postgresql://me:secret@localhost:port/shop",
            "postgresql://me:sec@secret@localhost/shop", "postgresql://me:secret@localhost:70000/shop",
            "postgresql://me@corp:secret@localhost:70000/shop", "postgresql:/me:secret@//localhost/shop"})
    void refusesWhatItCannotReadWithoutShowingThePassword(String text) {
        assertThatThrownBy(() -> DatabaseUrl.of(text)).isInstanceOf(RubedoException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(text.contains("//") ? "secret" : "nothing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql:me:secret@localhost/shop", "me:secret@localhost/shop"})
    void guessesThePasswordWhereTheSlashesAreMissing(String text) {
        assertThatThrownBy(() -> DatabaseUrl.of(text)).isInstanceOf(RubedoException.class)
                .hasMessageContaining("***@localhost/shop").hasMessageNotContaining("secret");
    }

    @Test
    void leavesThePathOfAFileAsItIs() {
        assertThat(DatabaseUrl.of("jdbc:sqlite:/home/me@corp/shop.db"))
                .hasToString("jdbc:sqlite:/home/me@corp/shop.db");
    }

    @Test
    void refusesAnUnknownDriver() {
        assertThatThrownBy(() -> DatabaseUrl.of("postgresql+nosuch://localhost/x")).hasMessageContaining("\"nosuch\"")
                .hasMessageContaining("\"postgresql://\"");
    }

    @Test
    void refusesAnOptionGivenTwice() {
        assertThatThrownBy(() -> DatabaseUrl.of("postgresql://localhost/x?a=1&a=2"))
                .hasMessageContaining("\"a\" occurs twice");
    }

    @Test
    void refusesABadPercentSignWithoutShowingThePassword() {
        assertThatThrownBy(() -> DatabaseUrl.of("postgresql://u:s3%cret@localhost/x"))
                .isInstanceOf(RubedoException.class).hasMessageContaining("%25").hasMessageNotContaining("cret");
    }

    @Test
    void equalsByItsParts() {
        assertThat(DatabaseUrl.of("mysql+pymysql://h/x")).isEqualTo(DatabaseUrl.of("mysql://h/x"))
                .hasSameHashCodeAs(DatabaseUrl.of("mysql://h/x")).isNotEqualTo(DatabaseUrl.of("mysql://h/y"));
    }
}
