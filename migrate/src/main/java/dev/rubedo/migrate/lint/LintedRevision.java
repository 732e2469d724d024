package dev.rubedo.migrate.lint;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.script.Script;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import java.util.List;
import java.util.Map;

/**
 * A revision that is checked. Immutable.
 *
 * @param script its file
 * @param source the text of the file
 * @param dialect the dialect of the database
 * @param operations the operations of its upgrade, in order; those inside batches and steps outside transactions are
 *     listed individually
 * @param downgrade the operations of its downgrade; empty if it has none
 * @param isIrreversible whether it is marked as irreversible
 * @param allowances the reasons why rules do not apply, by code
 * @param after the schema after its upgrade, according to its operations
 */
public record LintedRevision(Script script, String source, Dialect dialect, List<LintedOperation> operations,
        List<MigrationOperation> downgrade, boolean isIrreversible, Map<String, String> allowances,
        SchemaSnapshot after) {
    /** Copies the collections. */
    public LintedRevision {
        operations = List.copyOf(operations);
        downgrade = List.copyOf(downgrade);
        allowances = Map.copyOf(allowances);
    }

    /** Returns the id of the revision. */
    public String id() {
        return script.id();
    }

    /** Returns whether the revision changes the schema; otherwise it only changes rows. */
    public boolean changesSchema() {
        return operations.stream().anyMatch(LintedOperation::changesSchema);
    }
}
