package dev.rubedo.migrate.effect;

import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.DatabaseOperation;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.operation.DropIndexOperation;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.OutsideTransactionOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The application of operations to a schema in memory. Operations whose effect is not known, such as SQL, do not change
 * it. Stateless.
 */
public final class SchemaReplay {
    private SchemaReplay() {}

    /**
     * Returns a schema after some operations.
     *
     * @param before the schema before them
     * @param operations the operations, in order
     * @throws MigrationException if one is not possible, such as creating a table that already exists
     * @throws dev.rubedo.error.SchemaException if one names a table or column that does not exist
     */
    public static SchemaSnapshot apply(SchemaSnapshot before, Collection<? extends MigrationOperation> operations) {
        var schema = before;
        Set<List<String>> ofKeys = new HashSet<>();
        for (var operation : operations) {
            if (operation instanceof DropConstraintOperation drop) {
                schema.find(drop.table()).flatMap(table -> table.findConstraint(drop.name()))
                        .filter(ForeignKeySnapshot.class::isInstance)
                        .ifPresent(key -> ofKeys.add(List.of(drop.table().toString(), key.name())));
            }
            if (!isOfKey(operation, schema, ofKeys)) {
                schema = apply(schema, operation);
            }
        }
        return schema;
    }

    /** When a foreign key is dropped, MySQL keeps the index that it created automatically for the key. */
    private static boolean isOfKey(MigrationOperation operation, SchemaSnapshot schema, Set<List<String>> ofKeys) {
        return operation instanceof DropIndexOperation drop
                && ofKeys.contains(List.of(drop.table().toString(), drop.name()))
                && schema.find(drop.table()).filter(table -> table.findIndex(drop.name()).isPresent()).isEmpty();
    }

    /**
     * Returns a schema after an operation.
     *
     * @param before the schema before it
     * @param operation the operation
     * @throws MigrationException if it is not possible, such as creating a table that already exists
     * @throws dev.rubedo.error.SchemaException if it names a table or column that does not exist
     */
    public static SchemaSnapshot apply(SchemaSnapshot before, MigrationOperation operation) {
        return switch (operation) {
            case CreateTableOperation create -> create(before, create);
            case DropTableOperation drop -> drop(before, drop);
            case RenameTableOperation rename -> rename(before, rename);
            case TableOperation change -> change(before, change);
            case OutsideTransactionOperation outside -> apply(before, outside.operations());
            case DatabaseOperation other -> other.effect(before);
        };
    }

    private static SchemaSnapshot create(SchemaSnapshot before, CreateTableOperation create) {
        if (before.find(create.table()).isEmpty()) {
            return before.with(create.definition());
        }
        if (create.ifNotExists()) {
            return before;
        }
        throw exists("Table", create.table().toString());
    }

    static MigrationException exists(String what, String name) {
        return new MigrationException(what + " \"" + name + "\" already exists at this point of the revisions. Remove "
                + "the operation, or use ifNotExists().");
    }

    private static SchemaSnapshot drop(SchemaSnapshot before, DropTableOperation drop) {
        if (!drop.ifExists()) {
            before.require(drop.table());
        }
        return before.without(drop.table());
    }

    private static SchemaSnapshot rename(SchemaSnapshot before, RenameTableOperation rename) {
        var to = rename.table().renamed(rename.to());
        if (before.find(to).isPresent()) {
            throw exists("Table", to.toString());
        }
        var after = SchemaSnapshot.EMPTY;
        before.require(rename.table());
        for (var table : before.tables().values()) {
            var renamed = table.name().equals(rename.table()) ? table.withName(to) : table;
            after = after.with(TableReplay.withTargetRenamed(renamed, rename.table(), to));
        }
        return new SchemaSnapshot(after.tables(), before.sequences(), before.views());
    }

    private static SchemaSnapshot change(SchemaSnapshot before, TableOperation change) {
        return new TableReplay(before).apply(change);
    }
}
