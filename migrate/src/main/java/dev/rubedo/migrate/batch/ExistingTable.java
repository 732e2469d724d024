package dev.rubedo.migrate.batch;

import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.reflect.Reflection;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
import dev.rubedo.type.Types;
import java.util.ArrayList;

/**
 * A reader of the table of a batch from the database, which rejects a table if a property of it would be lost.
 * Stateless.
 */
final class ExistingTable {
    private ExistingTable() {}

    static TableSnapshot read(BatchOperation batch, Connection connection) {
        var name = batch.table();
        var found = connection.inspect().table(name.schema(), name.name());
        var lost = new ArrayList<>(found.unmodelled());
        found.columns().stream().filter(column -> !column.unmodelled().isEmpty())
                .forEach(column -> lost.add("column \"" + column.name() + "\": " + column.unmodelled()));
        found.columns().stream().filter(column -> column.type() == Types.UNKNOWN)
                .forEach(column -> lost.add("the type " + column.typeName() + " of column \"" + column.name() + "\""));
        found.indexes().stream().filter(index -> !index.unmodelled().isEmpty())
                .forEach(index -> lost.add("index \"" + index.name() + "\": " + index.unmodelled()));
        if (!lost.isEmpty()) {
            throw new MigrationException("Table \"" + name + "\" cannot be recreated without losing " + lost
                    + ". Pass its definition to the batch: batchAlterTable(table, with -> with.copyFrom(...)).");
        }
        var reflected = connection.inspect()
                .reflect(new MetaData(), Reflection.only(name.name()).inSchema(name.schema()).withoutReferredTables())
                .require(name.toString());
        return named(TableSnapshot.of(reflected), batch);
    }

    /** Adds the items that reading does not find, and names unnamed constraints. */
    private static TableSnapshot named(TableSnapshot table, BatchOperation batch) {
        var naming = batch.options().naming();
        if (naming == null && batch.options().items().isEmpty()) {
            return table;
        }
        var metaData = naming == null ? new MetaData() : new MetaData(naming);
        Table declared = table.toTable(metaData);
        table.foreignKeys().stream().filter(key -> !key.target().equals(table.name()))
                .filter(key -> metaData.find(key.target().toString()).isEmpty()).forEach(key -> {
                    var standIn = TableSnapshot.of(key.target(), key.targetColumns().stream()
                            .map(column -> dev.rubedo.migrate.snapshot.ColumnSnapshot.of(column, Types.UNKNOWN))
                            .toList());
                    standIn.toTable(metaData);
                });
        for (TableItem item : batch.options().items()) {
            declared.add(item);
        }
        return TableSnapshot.of(declared);
    }
}
