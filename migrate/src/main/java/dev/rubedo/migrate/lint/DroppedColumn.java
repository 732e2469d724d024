package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.operation.DropColumnOperation;

/** RB101: a column is dropped. Immutable. */
final class DroppedColumn implements LintRule {
    @Override
    public String code() {
        return "RB101";
    }

    @Override
    public String title() {
        return "A column is dropped";
    }

    @Override
    public String pattern() {
        return "Drop a column or table";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (at.operation() instanceof DropColumnOperation drop && at.changedTable().isPresent()) {
            found.add(at.line(), "Column \"" + drop.table() + "." + drop.column()
                    + "\" is dropped with its values, and "
                    + "running applications may still read it. Stop using it in an earlier release, then "
                    + "allow(\"RB101\", ...).");
        }
    }
}
