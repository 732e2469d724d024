package dev.rubedo.examples.etl;

import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.DATE;
import static dev.rubedo.type.Types.numeric;
import static dev.rubedo.type.Types.string;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The tables of the operational database. Immutable once used. */
final class Shop {
    final MetaData metadata = new MetaData();
    final Orders orders = new Orders(metadata);
    final MonthlyRevenue revenue = new MonthlyRevenue(metadata);

    /** The table of what was sold. */
    static final class Orders extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey().autoincrement(false);
        final Column<String> country = column("country", string(2)).notNull();
        final Column<String> currency = column("currency", string(3)).notNull();
        final Column<LocalDate> placedOn = column("placed_on", DATE).notNull();
        final Column<BigDecimal> amount = column("amount", numeric(12, 2)).notNull();

        Orders(MetaData metadata) {
            super("orders", metadata);
        }
    }

    /** A row of the orders. */
    record Order(long id, String country, String currency, LocalDate placedOn, BigDecimal amount) {}

    /** The result of the job: euros by country and month. */
    static final class MonthlyRevenue extends Table {
        final Column<String> country = column("country", string(2)).primaryKey();
        final Column<LocalDate> month = column("month", DATE).primaryKey();
        final Column<Long> orders = column("orders", BIGINT).notNull();
        final Column<BigDecimal> euros = column("euros", numeric(14, 2)).notNull();

        MonthlyRevenue(MetaData metadata) {
            super("monthly_revenue", metadata);
        }
    }
}
