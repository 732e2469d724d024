package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.operation.DropIndexOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The indexes that foreign keys of MySQL and MariaDB need. An index that was created automatically for a foreign key
 * would otherwise remain when the key is dropped. Stateless.
 */
final class KeyIndexes {
    private KeyIndexes() {}

    static List<MigrationOperation> added(List<MigrationOperation> operations, ComparisonContext context) {
        if (!context.dialect().catalogTraits().has(CatalogTrait.FOREIGN_KEYS_NEED_INDEXES)) {
            return operations;
        }
        var all = new ArrayList<>(operations);
        Set<Object> dropped = new HashSet<>();
        Set<Object> added = new HashSet<>();
        for (var pair : context.tables()) {
            for (var operation : operations) {
                if (operation instanceof DropConstraintOperation drop && drop.table().equals(pair.name())
                        && drop.existing() instanceof ForeignKeySnapshot key && !hasIndex(pair.from(), key)) {
                    dropped.add(List.of(pair.name(), key.name(), key.columns()));
                }
                if (operation instanceof AddConstraintOperation add && add.table().equals(pair.name())
                        && add.constraint() instanceof ForeignKeySnapshot key && !hasIndex(pair.to(), key)) {
                    added.add(List.of(pair.name(), key.name(), key.columns()));
                }
            }
        }
        for (var operation : operations) {
            if (operation instanceof DropConstraintOperation drop
                    && drop.existing() instanceof ForeignKeySnapshot key) {
                var entry = List.of(drop.table(), key.name(), key.columns());
                if (dropped.contains(entry) && !added.contains(entry)) {
                    all.add(new DropIndexOperation(drop.table(), name(key), index(key), false, false));
                }
            }
            if (operation instanceof AddConstraintOperation add && add.constraint() instanceof ForeignKeySnapshot key) {
                var entry = List.of(add.table(), key.name(), key.columns());
                if (added.contains(entry) && !dropped.contains(entry)) {
                    all.add(new CreateIndexOperation(add.table(), index(key)));
                }
            }
        }
        return all;
    }

    /**
     * Returns operations that undo others, together with the automatic index that a foreign key had until another index
     * replaced it: without the former, the latter cannot be dropped.
     *
     * @param operations the operations
     * @param result the schema that they lead back to
     * @param dialect the dialect
     */
    static List<MigrationOperation> restored(List<MigrationOperation> operations, SchemaSnapshot result,
            Dialect dialect) {
        if (!dialect.catalogTraits().has(CatalogTrait.FOREIGN_KEYS_NEED_INDEXES)) {
            return operations;
        }
        var all = new ArrayList<MigrationOperation>();
        Set<Object> restored = new HashSet<>();
        for (var operation : operations) {
            if (operation instanceof TableOperation drop) {
                needed(drop.table(), lost(operation), operations, result).stream()
                        .filter(key -> restored.add(List.of(drop.table(), key)))
                        .forEach(key -> all.add(new CreateIndexOperation(drop.table(), index(key))));
            }
            all.add(operation);
        }
        return all;
    }

    /** Returns the columns of the index that an operation drops in any form; empty if it drops none. */
    private static List<String> lost(MigrationOperation operation) {
        return switch (operation) {
            case DropIndexOperation drop when drop.existing() != null -> drop.existing().columns();
            case DropConstraintOperation drop when drop.existing() != null && (drop.kind() == ConstraintKind.UNIQUE
                    || drop.kind() == ConstraintKind.PRIMARY_KEY) ->
                drop.existing().columns();
            case MigrationOperation other -> List.of();
        };
    }

    /** Returns the remaining foreign keys that are left without an index. */
    private static List<ForeignKeySnapshot> needed(TableName table, List<String> columns,
            List<MigrationOperation> operations, SchemaSnapshot result) {
        return result.find(table).map(found -> found.foreignKeys().stream()
                .filter(key -> ForeignKeyComparator.begins(columns, key.columns()) && !hasIndex(found, key)
                        && operations.stream().noneMatch(each -> each instanceof AddConstraintOperation add
                                && add.table().equals(table) && add.constraint().equals(key)))
                .toList()).orElse(List.of());
    }

    private static IndexSnapshot index(ForeignKeySnapshot key) {
        return IndexSnapshot.of(name(key), key.columns());
    }

    /** The index of a foreign key that the database named has the name of its first column. */
    private static String name(ForeignKeySnapshot key) {
        return isGenerated(key) ? key.columns().get(0) : key.name();
    }

    /** Returns whether the database has generated the name of a key, or will do so. */
    static boolean isGenerated(ForeignKeySnapshot key) {
        return key.name().isEmpty() || key.name().matches(".*_ibfk_\\d+");
    }

    private static boolean hasIndex(TableSnapshot table, ForeignKeySnapshot key) {
        return table.indexes().stream().anyMatch(index -> ForeignKeyComparator.begins(index.columns(), key.columns()))
                || table.constraints().stream().anyMatch(each -> switch (each.kind()) {
                    case PRIMARY_KEY, UNIQUE -> ForeignKeyComparator.begins(each.columns(), key.columns());
                    case FOREIGN_KEY, CHECK, EXCLUSION -> false;
                });
    }
}
