package dev.rubedo.migrate.lint;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;

/** RB111: a check is added and validated at the same time. Immutable. */
final class ValidatedCheck implements LintRule {
    @Override
    public String code() {
        return "RB111";
    }

    @Override
    public String title() {
        return "A check is added and validated at the same time";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (at.operation() instanceof AddConstraintOperation add && at.changedTable().isPresent()
                && add.constraint() instanceof ConstraintSnapshot.Check key
                && at.dialect().supports(Feature.CONCURRENT_INDEXES)
                && !key.check().details().option(at.dialect().name(), "not_valid").equals("true")) {
            found.add(at.line(),
                    "Check \"" + key.name() + "\" of table \"" + add.table() + "\" is validated for all rows while "
                            + "writers are blocked. Add it with option(\"" + at.dialect().name()
                            + "\", \"not_valid\", \"true\"), "
                            + "and validate it in a later revision: ALTER TABLE ... VALIDATE CONSTRAINT.");
        }
    }
}
