package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.operation.DropTableOperation;

/** RB102: a table is dropped. Immutable. */
final class DroppedTable implements LintRule {
    @Override
    public String code() {
        return "RB102";
    }

    @Override
    public String title() {
        return "A table is dropped";
    }

    @Override
    public String pattern() {
        return "Drop a column or table";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (at.operation() instanceof DropTableOperation drop && at.changedTable().isPresent()) {
            found.add(at.line(),
                    "Table \"" + drop.table() + "\" is dropped with its rows, and running applications may "
                            + "still read it. Stop using it in an earlier release, then allow(\"RB102\", ...).");
        }
    }
}
