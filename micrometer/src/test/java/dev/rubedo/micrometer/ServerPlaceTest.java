package dev.rubedo.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.backend.DatabaseUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerPlaceTest {

    @ParameterizedTest
    @CsvSource({"postgresql://ann:secret@db.example.com:5433/shop, db.example.com, 5433, shop",
            "postgresql://db/shop, db, '', shop",
            "sqlite:///data/shop.db, '', '', data/shop.db",
            "jdbc:postgresql://db:5432/shop?user=ann&password=secret, db, 5432, shop",
            "'jdbc:postgresql://one:5432,two:5433/shop', one, 5432, shop",
            "jdbc:mysql://ann:secret@db:3306/shop, db, 3306, shop",
            "jdbc:postgresql://[::1]:5432/shop, ::1, 5432, shop",
            "jdbc:mariadb://user:pa/ss@host/db, host, '', db",
            "jdbc:mariadb://user:p?ss;@host:3306/db?x=1, host, 3306, db",
            "jdbc:mariadb://user:p@s?s;t@host/db, host, '', db",
            "jdbc:postgresql://db/shop?user=ann@example.com&password=a/b@c, db, '', shop",
            "'jdbc:sqlserver://db:1433;databaseName=shop;user=a@b', db, 1433, ''",
            "jdbc:postgresql://db/shop?ssl, db, '', shop",
            "jdbc:mariadb://db/, db, '', ''",
            "jdbc:postgresql:///shop, '', '', shop",
            "jdbc:h2:mem:shop, '', '', ''"})
    void isReadFromTheUrl(String url, String address, String port, String database) {
        var place = ServerPlace.of(DatabaseUrl.of(url));

        assertThat(place).isEqualTo(new ServerPlace(address, port, database));
    }
}
