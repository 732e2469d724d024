package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.NoCondition;
import java.util.ArrayList;
import java.util.List;

/** The unique keys of a table: its primary key, unique constraints, and unique indexes on plain columns. Stateless. */
final class UniqueKeys {

    private UniqueKeys() {}

    /**
     * Returns the columns of each key, by name.
     *
     * @param table the table
     * @param constraint the name of a single key, or empty for all
     * @throws InvalidStatementException if there is none
     */
    static List<List<String>> of(Table table, String constraint) {
        var keys = new ArrayList<List<String>>();
        var primary = table.primaryKey();
        if (!table.primaryKeyColumns().isEmpty() && isMeant(constraint, primary.name())) {
            keys.add(table.primaryKeyColumns().stream().<String>map(Column::name).toList());
        }
        for (var unique : table.uniqueConstraints()) {
            if (isMeant(constraint, unique.name())) {
                keys.add(unique.columnNames());
            }
        }
        for (var index : table.indexes()) {
            if (isKey(index) && isMeant(constraint, index.name())) {
                keys.add(index.columns().stream().<String>map(Column::name).toList());
            }
        }
        if (keys.isEmpty()) {
            throw new InvalidStatementException("Table \"" + table.label() + "\" has no unique key"
                    + (constraint.isEmpty() ? "" : " named \"" + constraint + "\"")
                    + " that could detect a conflict. Pass the columns of the key to onConflict(...).");
        }
        return keys;
    }

    private static boolean isMeant(String constraint, String name) {
        return constraint.isEmpty() || constraint.equals(name);
    }

    private static boolean isKey(Index index) {
        return index.isUnique() && index.condition() == NoCondition.NONE
                && index.terms().stream().allMatch(term -> term instanceof Column<?>);
    }
}
