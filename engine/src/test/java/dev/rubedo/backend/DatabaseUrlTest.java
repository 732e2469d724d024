package dev.rubedo.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.RubedoException;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        assertThat(url.options()).containsExactly(Map.entry("sslmode", List.of("require")),
                Map.entry("application_name", List.of("a b")));
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
    void keepsAllValuesOfARepeatedOption() {
        var url = DatabaseUrl.of("postgresql://localhost/x?a=1&b=2&a=3");

        assertThat(url.options()).containsExactly(Map.entry("a", List.of("1", "3")), Map.entry("b", List.of("2")));
        assertThatThrownBy(url::singleOptions).isInstanceOf(RubedoException.class)
                .hasMessage("The option \"a\" occurs twice in the database URL, but can have only one value. "
                        + "Remove the others.");
        assertThat(url.singleOptionsBut(Set.of("a"))).containsOnly(Map.entry("b", "2"));
    }

    @Test
    void decodesTheDatabase() {
        assertThat(DatabaseUrl.of("postgresql://localhost/my%20shop%3F+1").database()).isEqualTo("my shop?+1");
        assertThat(DatabaseUrl.of("sqlite:////var/100%25.db").database()).isEqualTo("/var/100%.db");
    }

    @Test
    void namesSeveralHosts() {
        var url = DatabaseUrl.of("postgresql://me@a:5432,[::1]:5433,c/shop");

        assertThat(url.hosts()).containsExactly(new DatabaseUrl.Host("a", 5432), new DatabaseUrl.Host("::1", 5433),
                new DatabaseUrl.Host("c", -1));
        assertThat(url.host()).isEqualTo("a");
        assertThat(url.port()).hasValue(5432);
        assertThat(url.authority()).isEqualTo("a:5432,[::1]:5433,c");
    }

    @Test
    void isMadeOfPartsWithoutEscaping() {
        var url = DatabaseUrl.forBackend("postgres").withUser("a:b").withPassword("p@ss/w%rd?").withHost("db", 5433)
                .withDatabase("my shop?").withOption("options", "-c x=1&2").withAddedOption("options", "+");

        assertThat(url.toStringWithPassword()).isEqualTo("postgresql://a%3Ab:p%40ss/w%25rd%3F@db:5433/my shop%3F"
                + "?options=-c%20x%3D1%262&options=%2B");
        assertThat(DatabaseUrl.of(url.toStringWithPassword())).isEqualTo(url);
        assertThat(url).hasToString("postgresql://a%3Ab:***@db:5433/my shop%3F?options=-c%20x%3D1%262&options=%2B");
    }

    @Test
    void isChangedInCopies() {
        var url = DatabaseUrl.of("mysql://me:secret@db:3307/shop?a=1&b=2");

        assertThat(url.withUser(null).withPassword(null).withHost("other").withOption("a")
                .toStringWithPassword()).isEqualTo("mysql://other/shop?b=2");
        assertThat(url.withHosts().withDatabase("").withOption("a", "3", "4").toStringWithPassword())
                .isEqualTo("mysql://me:secret@/?a=3&a=4&b=2");
        assertThat(url.toStringWithPassword()).isEqualTo("mysql://me:secret@db:3307/shop?a=1&b=2");
    }

    @Test
    void aJdbcUrlTakesUserAndPasswordButKeepsItsText() {
        var url = DatabaseUrl.of("jdbc:postgresql://db/shop").withUser("me").withPassword("secret");

        assertThat(url.user()).hasValue("me");
        assertThat(url.jdbcUrl()).hasValue("jdbc:postgresql://db/shop");
        assertThatThrownBy(() -> url.withHost("other")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("The hosts of the JDBC URL \"jdbc:postgresql://db/shop\" cannot be changed");
    }

    @ParameterizedTest
    @CsvSource({"mssql+pyodbc://db/shop, sqlserver", "oracle+oracledb://db/shop, oracle",
            "postgres://db/shop, postgresql", "mysql+mysqldb://db/shop, mysql"})
    void knowsTheNamesThatPythonUses(String text, String backend) {
        assertThat(DatabaseUrl.of(text).backend()).isEqualTo(backend);
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
