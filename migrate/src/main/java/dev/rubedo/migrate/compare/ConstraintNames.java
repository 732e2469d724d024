package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A generator of names for unnamed constraints that are added to existing tables, so that they can be dropped again.
 * Confined to one thread at a time.
 */
final class ConstraintNames {
    private final Set<String> taken = new HashSet<>();
    private final SchemaSnapshot to;

    ConstraintNames(SchemaSnapshot from, SchemaSnapshot to) {
        this.to = to;
        for (var schema : List.of(from, to)) {
            for (var table : schema.tables().values()) {
                table.constraints().forEach(constraint -> taken.add(key(constraint.name())));
                table.indexes().forEach(index -> taken.add(key(index.name())));
            }
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    List<MigrationOperation> named(List<MigrationOperation> operations) {
        var named = new ArrayList<MigrationOperation>();
        for (var operation : operations) {
            named.add(operation instanceof AddConstraintOperation add && add.constraint().name().isEmpty()
                    ? new AddConstraintOperation(add.table(),
                            add.constraint().withName(free(name(add.table(), add.constraint()))))
                    : operation);
        }
        return named;
    }

    private String name(TableName table, ConstraintSnapshot constraint) {
        return switch (constraint) {
            case ConstraintSnapshot.Primary primary -> "pk_" + table.name();
            case ConstraintSnapshot.Unique unique -> "uq_" + table.name() + "_" + String.join("_", unique.columns());
            case ConstraintSnapshot.Exclusion exclusion -> "ex_" + table.name();
            case ForeignKeySnapshot key ->
                "fk_" + table.name() + "_" + key.columns().get(0) + "_" + key.target().name();
            case ConstraintSnapshot.Check check -> "ck_" + table.name() + firstColumn(table, check);
        };
    }

    /** Returns the first column that a check mentions, after an underscore; empty for none. */
    private String firstColumn(TableName table, ConstraintSnapshot.Check check) {
        var sql = check.check().condition().toString();
        return to.find(table).stream().flatMap(each -> each.columns().stream())
                .filter(column -> sql.matches(
                        "(?s).*(?<![\\w$])" + java.util.regex.Pattern.quote(column.name()) + "(?![\\w$]).*"))
                .findFirst().map(column -> "_" + column.name()).orElse("");
    }

    /** Returns a name that no constraint or index has, and reserves it. */
    String free(String wanted) {
        var name = wanted;
        for (int number = 2; !taken.add(key(name)); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }
}
