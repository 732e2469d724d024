package dev.rubedo.migrate.lint;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;

/** RB110: a foreign key is added and validated at the same time. Immutable. */
final class ValidatedForeignKey implements LintRule {
    @Override
    public String code() {
        return "RB110";
    }

    @Override
    public String title() {
        return "A foreign key is added and validated at the same time";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (at.operation() instanceof AddConstraintOperation add && at.changedTable().isPresent()
                && add.constraint() instanceof ForeignKeySnapshot key
                && at.dialect().supports(Feature.CONCURRENT_INDEXES)
                && !key.details().option(at.dialect().name(), "not_valid").equals("true")) {
            found.add(at.line(),
                    "Foreign key \"" + key.name() + "\" of table \"" + add.table() + "\" is validated for all rows "
                            + "while writers of both tables are blocked. Add it with option(\"" + at.dialect().name()
                            + "\", \"not_valid\", \"true\"), "
                            + "and validate it in a later revision: ALTER TABLE ... VALIDATE CONSTRAINT.");
        }
    }
}
