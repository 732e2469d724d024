package dev.rubedo.migrate.lint;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.DropIndexOperation;

/** RB108: an index is dropped in a way that blocks readers and writers. Immutable. */
final class BlockingIndexDrop implements LintRule {
    @Override
    public String code() {
        return "RB108";
    }

    @Override
    public String title() {
        return "An index is dropped in a way that blocks readers and writers";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (at.operation() instanceof DropIndexOperation drop && at.changedTable().isPresent()
                && !drop.isConcurrent() && at.dialect().supports(Feature.CONCURRENT_INDEXES)) {
            found.add(at.line(), "Index \"" + drop.name() + "\" of table \"" + drop.table()
                    + "\" is dropped under a lock that blocks readers, too. Use op.concurrently().dropIndex(...).");
        }
    }
}
