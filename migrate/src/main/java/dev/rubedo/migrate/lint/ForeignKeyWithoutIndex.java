package dev.rubedo.migrate.lint;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import java.util.List;
import java.util.Set;

/** RB113: a foreign key has no index. Immutable. */
final class ForeignKeyWithoutIndex implements LintRule {
    @Override
    public String code() {
        return "RB113";
    }

    @Override
    public String title() {
        return "A foreign key has no index";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void revision(LintedRevision revision, LintFindings found) {
        if (revision.dialect().supports(Feature.FOREIGN_KEY_INDEXES)) {
            return;
        }
        for (var at : revision.operations()) {
            for (var constraint : added(at.operation())) {
                if (constraint instanceof ForeignKeySnapshot key && at.operation() instanceof TableOperation change
                        && revision.after().find(change.table()).filter(table -> !isIndexed(key, table)).isPresent()) {
                    found.add(at.line(), "The columns " + key.columns() + " of table \"" + change.table()
                            + "\" refer to table \"" + key.target()
                            + "\" without an index, so deleting from that table and joins read the whole table. "
                            + "Create an index.");
                }
            }
        }
    }

    private static List<ConstraintSnapshot> added(MigrationOperation operation) {
        return switch (operation) {
            case CreateTableOperation create -> create.definition().constraints();
            case AddColumnOperation add -> add.constraints();
            case AddConstraintOperation add -> List.of(add.constraint());
            case MigrationOperation other -> List.of();
        };
    }

    private static boolean isIndexed(ForeignKeySnapshot key, TableSnapshot table) {
        return table.indexes().stream().anyMatch(index -> begins(index.columns(), key.columns()))
                || table.constraints().stream()
                        .anyMatch(each -> (each.kind() == ConstraintKind.PRIMARY_KEY
                                || each.kind() == ConstraintKind.UNIQUE) && begins(each.columns(), key.columns()));
    }

    private static boolean begins(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && Set.copyOf(columns.subList(0, wanted.size())).equals(Set.copyOf(wanted));
    }
}
