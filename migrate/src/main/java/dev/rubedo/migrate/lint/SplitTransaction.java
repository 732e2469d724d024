package dev.rubedo.migrate.lint;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.render.OperationRenderer;

/** RB109: a revision is split because a step cannot run in a transaction. Immutable. */
final class SplitTransaction implements LintRule {
    @Override
    public String code() {
        return "RB109";
    }

    @Override
    public String title() {
        return "A revision is split because a step cannot run in a transaction";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public void revision(LintedRevision revision, LintFindings found) {
        if (!revision.dialect().supports(Feature.TRANSACTIONAL_DDL) || revision.operations().size() < 2) {
            return;
        }
        for (var at : revision.operations()) {
            if (at.isOutside() || OperationRenderer.needsNoTransaction(at.operation(), at.dialect())) {
                found.add(at.line(), "\"" + at.operation().describe() + "\" runs outside the transaction: the "
                        + "preceding operations are committed first and remain if the rest fails. Put it into a "
                        + "separate revision.");
            }
        }
    }
}
