package dev.rubedo.examples.etl;

import static dev.rubedo.sql.Functions.count;
import static dev.rubedo.sql.Functions.sum;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.testing.DatabaseTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The job, from and to every database. */
class EtlTest {
    private final Shop shop = Etl.SHOP;

    @TempDir private Path folder;

    @DatabaseTest(except = "duckdb")
    void theRevenueOfEachCountryAndMonthIsWrittenBack(Engine source) throws IOException {
        var rates = Map.of("EUR", new BigDecimal("1.0"), "SEK", new BigDecimal("0.088"), "GBP", new BigDecimal("1.15"));
        Files.writeString(folder.resolve("rates.csv"), "currency,euros\nEUR,1.0\nSEK,0.088\nGBP,1.15\n");
        Etl.fill(source, 12_000);

        Etl.run(source, folder);

        try (var connection = source.connect(); var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("orders-0000.parquet",
                    "orders-0002.parquet");
            assertThat(connection.one(select(count()).from(shop.revenue))).isEqualTo(36);
            assertThat(connection.one(select(sum(shop.revenue.orders)))).isEqualTo(12_000L);
            var expected = connection.all(select(shop.orders.currency, shop.orders.amount)
                    .where(shop.orders.country.eq("SE"), shop.orders.placedOn.between(
                            LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31))))
                    .stream().map(row -> row.get(shop.orders.amount).multiply(rates.get(row.get(shop.orders.currency))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2, RoundingMode.HALF_UP);
            assertThat(connection.one(select(shop.revenue.euros).where(shop.revenue.country.eq("SE"),
                    shop.revenue.month.eq(LocalDate.of(2026, 3, 1))))).isEqualByComparingTo(expected);
        }
    }

    @DatabaseTest(only = "sqlite")
    void aSecondRunReplacesTheReportOfTheFirst(Engine source) throws IOException {
        Files.writeString(folder.resolve("rates.csv"), "currency,euros\nEUR,1.0\nSEK,0.088\nGBP,1.15\n");
        Etl.fill(source, 360);
        Etl.run(source, folder);
        source.inTransaction(connection -> connection
                .execute(update(shop.orders).set(shop.orders.amount, BigDecimal.ZERO)
                        .where(shop.orders.country.eq("GB"))));

        Etl.run(source, folder);

        try (var connection = source.connect()) {
            assertThat(connection.one(select(count()).from(shop.revenue))).isEqualTo(36);
            assertThat(connection.one(select(sum(shop.revenue.euros)).where(shop.revenue.country.eq("GB"))))
                    .isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(connection.one(select(sum(shop.revenue.euros)).where(shop.revenue.country.eq("DE"))))
                    .isGreaterThan(BigDecimal.ZERO);
        }
    }
}
