package dev.rubedo.examples.etl;

import static dev.rubedo.engine.ExecuteOption.yieldPer;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The job: {@code etl [url of the database]} reports the revenue of the orders in a database. */
public final class Etl {

    /** The number of rows in memory at a time. */
    private static final int CHUNK = 5_000;

    static final Shop SHOP = new Shop();

    private Etl() {}

    /**
     * Fills an empty database with orders, runs the job, and prints the report.
     *
     * @param arguments the URL of the database, by default the file {@code shop.db} of SQLite
     * @throws IOException if the files cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        try (var source = Engine.create(arguments.length > 0 ? arguments[0] : "sqlite:///shop.db")) {
            var folder = Files.createTempDirectory("etl");
            Files.writeString(folder.resolve("rates.csv"), "currency,euros\nEUR,1.0\nSEK,0.088\nGBP,1.15\n");
            fill(source, 20_000);
            run(source, folder);
            try (var connection = source.connect()) {
                connection.all(select(SHOP.revenue.country, SHOP.revenue.month, SHOP.revenue.orders,
                        SHOP.revenue.euros).from(SHOP.revenue).limit(12)).forEach(System.out::println);
            }
        }
    }

    /**
     * Reads all orders, archives them as Parquet files, and writes the revenue of each country and month back. It can
     * be repeated: the report is replaced in one transaction.
     *
     * @param source the operational database
     * @param folder where {@code rates.csv} is and the archive will be
     */
    static void run(Engine source, Path folder) {
        try (var warehouse = new Warehouse(SHOP); var reading = source.connect()) {
            var parts = reading.execute(select(SHOP.orders).orderBy(SHOP.orders.id), yieldPer(CHUNK))
                    .as(Shop.Order.class).partitions();
            int part = 0;
            for (var rows : parts) {
                warehouse.add(rows);
                warehouse.archive(folder.resolve("orders-%04d.parquet".formatted(part++)));
            }
            source.inTransaction(writing -> {
                writing.execute(deleteFrom(SHOP.revenue));
                warehouse.report(folder.resolve("orders-*.parquet").toString(), folder.resolve("rates.csv"),
                        lines -> write(writing, lines));
            });
        }
    }

    private static void write(Connection writing, List<Warehouse.Revenue> lines) {
        var revenue = SHOP.revenue;
        writing.execute(insertInto(revenue)
                .rows(lines, (values, line) -> values.set(revenue.country, line.country())
                        .set(revenue.month, line.month()).set(revenue.orders, line.orders())
                        .set(revenue.euros, line.euros())));
    }

    /**
     * Creates the tables, and orders of three countries over the twelve months of a year.
     *
     * @param source the operational database
     * @param count the number of orders
     */
    static void fill(Engine source, int count) {
        SHOP.metadata.createAll(source);
        var orders = SHOP.orders;
        var countries = List.of("DE", "SE", "GB");
        var currencies = List.of("EUR", "SEK", "GBP");
        source.inTransaction(connection -> {
            for (int from = 0; from < count; from += CHUNK) {
                var numbers = IntStream.rangeClosed(from + 1, Math.min(from + CHUNK, count)).boxed().toList();
                connection.execute(insertInto(orders).rows(numbers, (values, n) -> values.set(orders.id, (long) n)
                        .set(orders.country, countries.get(n % 3)).set(orders.currency, currencies.get(n % 3))
                        .set(orders.placedOn, LocalDate.of(2026, 1 + n / 3 % 12, 1 + n % 28))
                        .set(orders.amount, BigDecimal.valueOf(n % 1000, 1))));
            }
        });
    }
}
