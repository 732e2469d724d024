package dev.rubedo.examples.etl;

import static dev.rubedo.engine.ExecuteOption.yieldPer;
import static dev.rubedo.sql.Functions.count;
import static dev.rubedo.sql.Functions.func;
import static dev.rubedo.sql.Functions.round;
import static dev.rubedo.sql.Functions.sum;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.type.Types.DATE;
import static dev.rubedo.type.Types.STRING;
import static dev.rubedo.type.Types.numeric;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.ColumnName;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Values;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Transforms orders in DuckDB: it collects them, writes them to Parquet files, and computes from the files. Confined to
 * one thread at a time.
 */
final class Warehouse implements AutoCloseable {

    /** The number of rows in one INSERT: DuckDB is faster with many rows in one statement than with many statements. */
    private static final int ROWS_PER_INSERT = 500;

    private final Shop.Orders orders;
    private final Engine duckDb = Engine.create("duckdb://");
    private final Connection connection = duckDb.connect();

    /**
     * Opens a warehouse in memory.
     *
     * @param shop the tables of the orders
     */
    Warehouse(Shop shop) {
        orders = shop.orders;
        shop.metadata.createAll(connection);
    }

    /** Adds some of the orders. */
    void add(List<Shop.Order> part) {
        for (int from = 0; from < part.size(); from += ROWS_PER_INSERT) {
            var rows = part.subList(from, Math.min(from + ROWS_PER_INSERT, part.size()));
            connection.execute(insertInto(orders).rows(rows, this::values));
        }
    }

    private Values values(Values values, Shop.Order order) {
        return values.set(orders.id, order.id()).set(orders.country, order.country())
                .set(orders.currency, order.currency()).set(orders.placedOn, order.placedOn())
                .set(orders.amount, order.amount());
    }

    /** Writes the added orders to a Parquet file and discards them. */
    void archive(Path parquet) {
        connection.executeDriverSql("COPY orders TO ? (FORMAT parquet)", List.of(parquet.toString()));
        connection.execute(deleteFrom(orders));
    }

    /**
     * Computes the revenue of each country and month.
     *
     * @param parquets the pattern of the Parquet files, such as {@code archive/*.parquet}
     * @param rates a CSV file with the columns {@code currency} and {@code euros}
     * @param use receives a few hundred rows at a time
     */
    void report(String parquets, Path rates, Consumer<List<Revenue>> use) {
        connection.execute(revenue(parquets, rates), yieldPer(ROWS_PER_INSERT)).as(Revenue.class).partitions()
                .forEach(use);
    }

    private Select<Row> revenue(String parquets, Path rates) {
        var sale = func("read_parquet", STRING, parquets).table("sale", columnsOf(orders));
        var rate = func("read_csv", STRING, rates.toString()).table("rate",
                new ColumnName("currency", STRING), new ColumnName("euros", numeric(10, 6)));
        var country = sale.column("country", String.class);
        var month = func("date_trunc", DATE, literal("month"), sale.column("placed_on", LocalDate.class)).as("month");
        var euros = sum(sale.column("amount", BigDecimal.class).times(rate.column("euros", BigDecimal.class)));
        return select(country, month, count(sale.column("id", Long.class)).as("orders"), round(euros, 2).as("euros"))
                .from(sale).join(rate, sale.column("currency", String.class).eq(rate.column("currency", String.class)))
                .groupBy(country, month).orderBy(country, month);
    }

    private static ColumnName[] columnsOf(Table table) {
        return table.columns().stream().map(column -> new ColumnName(column.name(), column.type()))
                .toArray(ColumnName[]::new);
    }

    @Override
    public void close() {
        connection.close();
        duckDb.close();
    }

    /** A line of the report. */
    record Revenue(String country, LocalDate month, long orders, BigDecimal euros) {}
}
