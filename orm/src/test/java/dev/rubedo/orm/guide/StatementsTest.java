package dev.rubedo.orm.guide;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import java.util.Map;

/** The samples of {@code docs/guide/statements.md}; an architecture test compares the texts. */
class StatementsTest {

    private static final MetaData METADATA = new MetaData();
    private static final Stock STOCK = new Stock(METADATA);
    private static final Deliveries DELIVERIES = new Deliveries(METADATA);

    static final class Stock extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<Integer> amount = column("amount", INTEGER).notNull();

        Stock(MetaData metadata) {
            super("stock", metadata);
        }
    }

    static final class Deliveries extends Table {
        final Column<Integer> item = column("item", INTEGER).primaryKey();
        final Column<Integer> amount = column("amount", INTEGER).notNull();

        Deliveries(MetaData metadata) {
            super("deliveries", metadata);
        }
    }

    @DatabaseTest
    void theSamplesDoWhatTheySay(Engine engine) {
        METADATA.createAll(engine);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(STOCK).values(STOCK.id, 1, STOCK.amount, 5));
            connection.execute(insertInto(DELIVERIES).values(DELIVERIES.item, 1, DELIVERIES.amount, 2));
            connection.execute(insertInto(DELIVERIES).values(DELIVERIES.item, 2, DELIVERIES.amount, 3));
            if (engine.dialect().supports(Feature.MERGE)) {
                merge(connection);
            }
            explain(connection);
            newValues(connection);
        });
    }

    private static void newValues(Connection connection) {
        connection.execute(deleteFrom(STOCK));
        connection.execute(insertInto(STOCK).values(STOCK.id, 3).values(STOCK.amount, newValue(STOCK.id).times(10)));

        var counted = STOCK.as("counted", Stock::new);
        connection.execute(update(counted).set(counted.amount, 31).where(counted.id.eq(3)));

        connection.executeMany(insertInto(STOCK).parameters(STOCK.id, STOCK.amount),
                List.of(Map.of("id", 4, "amount", 40), Map.of("id", 5, "amount", 50)));

        connection.execute(insertInto(DELIVERIES).fromSelect(select(STOCK.id, STOCK.amount).where(STOCK.id.ge(4)),
                DELIVERIES.item, DELIVERIES.amount).withoutDefaults());

        assertThat(connection.all(select(STOCK.amount).orderBy(STOCK.id))).containsExactly(31, 40, 50);
    }

    private static void merge(Connection connection) {
        var merge = mergeInto(STOCK).using(DELIVERIES, STOCK.id.eq(DELIVERIES.item))
                .whenMatched(DELIVERIES.amount.eq(0)).delete()
                .whenMatched().update(row -> row.set(STOCK.amount, STOCK.amount.plus(DELIVERIES.amount)))
                .whenNotMatched()
                .insert(row -> row.set(STOCK.id, DELIVERIES.item).set(STOCK.amount, DELIVERIES.amount));

        connection.execute(merge);
        assertThat(connection.all(select(STOCK.amount).orderBy(STOCK.id))).containsExactly(7, 3);
    }

    private static void explain(Connection connection) {
        connection.all(select(STOCK.id).where(STOCK.amount.gt(10)).explain()).forEach(System.out::println);
    }
}
