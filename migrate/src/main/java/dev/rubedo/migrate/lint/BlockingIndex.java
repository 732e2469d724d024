package dev.rubedo.migrate.lint;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.CreateIndexOperation;

/** RB107: an index is created in a way that blocks writers. Immutable. */
final class BlockingIndex implements LintRule {
    @Override
    public String code() {
        return "RB107";
    }

    @Override
    public String title() {
        return "An index is created in a way that blocks writers";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (at.operation() instanceof CreateIndexOperation create && at.changedTable().isPresent()
                && !create.isConcurrent() && at.dialect().supports(Feature.CONCURRENT_INDEXES)) {
            found.add(at.line(), "Index \"" + create.index().name() + "\" on table \"" + create.table()
                    + "\" is created in a way that blocks writers. Use op.concurrently().createIndex(...).");
        }
    }
}
