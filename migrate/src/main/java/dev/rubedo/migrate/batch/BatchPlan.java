package dev.rubedo.migrate.batch;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.BatchOptions.Recreate;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.ModifyTableOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.migrate.render.RenderedStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a batch that recreates its table: they create a table under a temporary name, copy the rows, drop
 * the old table, rename the new one, and recreate its indexes and triggers
 * (sqlite.org/lang_altertable.html#otheralter). Immutable.
 */
public final class BatchPlan {
    private final BatchOperation batch;
    private final BatchTable copy;
    private final @Nullable SqliteSurroundings surroundings;
    private final Dialect dialect;

    private BatchPlan(BatchOperation batch, BatchTable copy, @Nullable SqliteSurroundings surroundings,
            Dialect dialect) {
        this.batch = batch;
        this.copy = copy;
        this.surroundings = surroundings;
        this.dialect = dialect;
    }

    /**
     * Returns whether a batch recreates its table on a database instead of changing it.
     *
     * @param batch the batch
     * @param dialect the dialect of the database
     */
    public static boolean recreates(BatchOperation batch, Dialect dialect) {
        return batch.options().recreate() == Recreate.ALWAYS
                || batch.options().recreate() == Recreate.AUTO && !dialect.supports(Feature.ALTER_COLUMN)
                        && !(batch.options().order().isEmpty() && batch.options().items().isEmpty()
                                && batch.operations().stream().allMatch(PlainChange::isPossible));
    }

    /**
     * Returns the plan of a batch, whose table is read from the database.
     *
     * @param batch the batch
     * @param connection the database
     * @throws MigrationException if a property of the table would be lost
     */
    public static BatchPlan of(BatchOperation batch, Connection connection) {
        var dialect = connection.engine().dialect();
        var surroundings = SqliteSurroundings.isNeeded(dialect) ? SqliteSurroundings.of(batch.table(), connection)
                : null;
        var given = batch.options().copyFrom();
        var existing = given != null ? given : ExistingTable.read(batch, connection);
        return new BatchPlan(batch, BatchTable.of(batch, existing, dialect), surroundings, dialect);
    }

    /**
     * Returns the plan of a batch for a script.
     *
     * @param batch the batch
     * @param dialect the dialect of the database
     * @throws MigrationException if the batch does not define the table
     */
    public static BatchPlan offline(BatchOperation batch, Dialect dialect) {
        var given = batch.options().copyFrom();
        if (given == null) {
            throw new MigrationException(
                    "Table \"" + batch.table() + "\" cannot be read while a script is written. Pass its definition to "
                            + "the batch: batchAlterTable(table, with -> with.copyFrom(...)).");
        }
        return new BatchPlan(batch, BatchTable.of(batch, given, dialect), null, dialect);
    }

    /**
     * Rejects a change outside a batch that the database can make only by copying the table.
     *
     * @param operation the change
     * @param dialect the dialect of the database
     * @throws MigrationException if the change needs a batch
     */
    public static void requireInPlace(MigrationOperation operation, Dialect dialect) {
        if (!dialect.catalogTraits().has(CatalogTrait.CHANGES_COPY_TABLES)) {
            return;
        }
        switch (operation) {
            case ModifyTableOperation modify -> modify.operations().forEach(each -> requireInPlace(each, dialect));
            case AlterColumnOperation alter -> requirePlain(alter, dialect);
            case AddConstraintOperation add -> requirePlain(add, dialect);
            case DropConstraintOperation drop -> requirePlain(drop, dialect);
            case MigrationOperation other -> {}
        }
    }

    private static void requirePlain(TableOperation change, Dialect dialect) {
        if (!PlainChange.isPossible(change)) {
            throw new MigrationException(
                    "Dialect \"" + dialect.name() + "\" can make this change only by copying the table: "
                            + change.describe() + ". Put it into a batch: try (var batch = op.batchAlterTable(\""
                            + change.table() + "\")) { batch... }.");
        }
    }

    /**
     * Returns whether foreign keys must be disabled during the batch, because dropping the old table would delete rows.
     */
    public boolean needsForeignKeysOff() {
        return surroundings != null && surroundings.isReferenced() && surroundings.enforcesForeignKeys();
    }

    /** Returns the statements, in order. */
    public List<RenderedStatement> statements() {
        var statements = new ArrayList<>(copy.copying());
        boolean isSqlite = SqliteSurroundings.isNeeded(dialect);
        if (isSqlite) {
            // otherwise views and triggers that refer to the table make the renaming fail
            statements.add(SqliteSurroundings.text("PRAGMA legacy_alter_table = ON"));
        }
        statements.add(copy.renaming());
        if (isSqlite) {
            statements.add(SqliteSurroundings.text("PRAGMA legacy_alter_table = OFF"));
        }
        statements.addAll(copy.indexes());
        if (surroundings != null) {
            statements.addAll(surroundings.triggers());
            surroundings.sequence(copy.temporary()).ifPresent(statement -> statements.add(2, statement));
        }
        return List.copyOf(statements);
    }

    /**
     * Verifies that no additional foreign keys are violated and that every view can be read.
     *
     * @param connection the database
     * @throws MigrationException if that is not the case
     */
    public void verify(Connection connection) {
        if (surroundings != null) {
            surroundings.verify(batch.table(), connection);
        }
    }
}
