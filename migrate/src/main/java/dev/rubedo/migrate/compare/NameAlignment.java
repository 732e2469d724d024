package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.effect.SchemaReplay;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.ColumnChange;
import dev.rubedo.migrate.operation.RenameTableOperation;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import java.util.function.Predicate;

/**
 * The renaming of tables and columns of a database to the spelling of the model, if the database treats both spellings
 * as the same name: {@code ID} and {@code id} are one column on H2. Immutable.
 *
 * @param names the comparison of names
 */
record NameAlignment(Names names) {

    SchemaSnapshot spelled(SchemaSnapshot database, SchemaSnapshot model) {
        var aligned = database;
        for (var table : model.tables().values()) {
            if (aligned.find(table.name()).isEmpty()) {
                aligned = withTable(aligned, table, model);
            }
            var found = aligned.find(table.name());
            if (found.isPresent()) {
                aligned = withColumns(aligned, found.get(), table);
            }
        }
        return aligned;
    }

    private boolean isSame(String one, String other) {
        return names.key(one).equals(names.key(other));
    }

    private SchemaSnapshot withTable(SchemaSnapshot database, TableSnapshot table, SchemaSnapshot model) {
        var name = table.name();
        Predicate<TableSnapshot> isOther = each -> each.name().schema().equals(name.schema())
                && isSame(each.name().name(), name.name()) && model.find(each.name()).isEmpty();
        return database.tables().values().stream().filter(isOther).findFirst()
                .map(each -> SchemaReplay.apply(database, new RenameTableOperation(each.name(), name.name())))
                .orElse(database);
    }

    private SchemaSnapshot withColumns(SchemaSnapshot database, TableSnapshot found, TableSnapshot table) {
        var aligned = database;
        for (var column : table.columns()) {
            if (found.find(column.name()).isEmpty()) {
                var other = found.columns().stream().map(ColumnSnapshot::name)
                        .filter(each -> isSame(each, column.name()) && table.find(each).isEmpty()).findFirst();
                if (other.isPresent()) {
                    aligned = SchemaReplay.apply(aligned, new AlterColumnOperation(table.name(), other.get(),
                            ColumnChange.NONE.withName(column.name()), ColumnChange.NONE, ""));
                }
            }
        }
        return aligned;
    }
}
