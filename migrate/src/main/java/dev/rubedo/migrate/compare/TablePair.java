package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that both schemas have. Immutable.
 *
 * @param from the table of the database
 * @param to the table of the model
 */
public record TablePair(TableSnapshot from, TableSnapshot to) {

    /** Returns the name. */
    public TableName name() {
        return to.name();
    }

    /** Returns the columns that both tables have, in the order of the model. */
    public List<ColumnPair> columns() {
        var pairs = new ArrayList<ColumnPair>();
        for (var column : to.columns()) {
            from.find(column.name()).ifPresent(found -> pairs.add(new ColumnPair(found, column)));
        }
        return pairs;
    }

    /**
     * A column that both tables have. Immutable.
     *
     * @param from the column of the database
     * @param to the column of the model
     */
    public record ColumnPair(ColumnSnapshot from, ColumnSnapshot to) {}
}
