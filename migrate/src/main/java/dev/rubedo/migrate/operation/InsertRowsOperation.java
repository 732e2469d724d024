package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows. Immutable.
 *
 * @param table the table, with the columns that are inserted
 * @param rows the values by name of column; an expression is written into the statement
 * @param isBatch whether the rows are inserted as one batch on a connection; otherwise by one statement for each row
 */
public record InsertRowsOperation(Table table, List<Map<String, @Nullable Object>> rows, boolean isBatch)
        implements
            DatabaseOperation {
    /** Checks the table and copies the rows. */
    public InsertRowsOperation {
        Objects.requireNonNull(table, "table");
        rows = rows.stream().<Map<String, @Nullable Object>>map(LinkedHashMap::new).toList();
        rows.forEach(row -> row.keySet().forEach(table::require));
    }

    @Override
    public MigrationOperation reverse() {
        throw new IrreversibleOperationException(describe(), "the previous rows are not known");
    }

    @Override
    public OperationStep step() {
        return OperationStep.OTHERS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return before;
    }

    @Override
    public String describe() {
        return "insert " + rows.size() + " rows into table \"" + table.label() + "\"";
    }
}
