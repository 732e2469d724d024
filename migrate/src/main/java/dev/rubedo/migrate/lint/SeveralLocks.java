package dev.rubedo.migrate.lint;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.render.OperationRenderer;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.LinkedHashSet;

/** RB121: several tables are locked in one transaction. Immutable. */
final class SeveralLocks implements LintRule {
    @Override
    public String code() {
        return "RB121";
    }

    @Override
    public String title() {
        return "Several tables are locked in one transaction";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void revision(LintedRevision revision, LintFindings found) {
        if (!revision.dialect().supports(Feature.TRANSACTIONAL_DDL)) {
            return;
        }
        var locked = new LinkedHashSet<TableName>();
        int line = 0;
        for (var at : revision.operations()) {
            if (!at.isOutside() && !OperationRenderer.needsNoTransaction(at.operation(), at.dialect())
                    && at.changedTable().isPresent() && locked.add(at.changedTable().get()) && locked.size() == 2) {
                line = at.line();
            }
        }
        if (locked.size() > 1) {
            found.add(line,
                    "The tables " + locked + " stay locked together until the end of the revision, which can cause a "
                            + "deadlock with the application. Change each table in a separate revision.");
        }
    }
}
