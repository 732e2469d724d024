package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.effect.DeclaredEffect;
import dev.rubedo.migrate.operation.ExecuteOperation;

/** RB119: the effect of SQL on the schema is not known. Immutable. */
final class OpaqueSql implements LintRule {
    @Override
    public String code() {
        return "RB119";
    }

    @Override
    public String title() {
        return "The effect of SQL on the schema is not known";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void revision(LintedRevision revision, LintFindings found) {
        boolean isDeclared = revision.operations().stream().anyMatch(at -> at.operation() instanceof DeclaredEffect);
        for (var at : revision.operations()) {
            if (!isDeclared && at.operation() instanceof ExecuteOperation.OfText text && at.changesSchema()) {
                found.add(at.line(), "\"" + text.describe() + "\": its effect on the schema is not known, so the "
                        + "revisions cannot be compared with the model without a database. Use an operation, or add "
                        + "op.invoke(DeclaredEffect.of(...)) or DeclaredEffect.none().");
            }
        }
    }
}
