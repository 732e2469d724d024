package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;

/** RB103: a table or column is renamed. Immutable. */
final class Rename implements LintRule {
    @Override
    public String code() {
        return "RB103";
    }

    @Override
    public String title() {
        return "A table or column is renamed";
    }

    @Override
    public String pattern() {
        return "Rename a column or table";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (at.changedTable().isEmpty()) {
            return;
        }
        if (at.operation() instanceof RenameTableOperation rename) {
            found.add(at.line(), "Table \"" + rename.table() + "\" is renamed to \"" + rename.to()
                    + "\": running applications still use the old name. Create a view with the old name, or stop them.");
        }
        if (at.operation() instanceof AlterColumnOperation alter && alter.change().name() != null
                && !alter.column().equals(alter.change().name())) {
            found.add(at.line(), "Column \"" + alter.table() + "." + alter.column() + "\" is renamed to \""
                    + alter.change().name() + "\": running applications still use the old name. Add a new column, copy "
                    + "the values, and drop the old one in a later release.");
        }
    }
}
