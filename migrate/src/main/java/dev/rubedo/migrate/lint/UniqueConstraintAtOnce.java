package dev.rubedo.migrate.lint;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import java.util.Set;

/** RB112: a unique or exclusion constraint is added directly. Immutable. */
final class UniqueConstraintAtOnce implements LintRule {
    private static final Set<ConstraintKind> NEED_INDEX = Set.of(ConstraintKind.PRIMARY_KEY, ConstraintKind.UNIQUE,
            ConstraintKind.EXCLUSION);

    @Override
    public String code() {
        return "RB112";
    }

    @Override
    public String title() {
        return "A unique or exclusion constraint is added directly";
    }

    @Override
    public String pattern() {
        return "Add a unique constraint";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (at.operation() instanceof AddConstraintOperation add && at.changedTable().isPresent()
                && NEED_INDEX.contains(add.constraint().kind())
                && at.dialect().supports(Feature.CONCURRENT_INDEXES)) {
            found.add(at.line(), "The " + add.constraint().kind().words() + " \"" + add.constraint().name()
                    + "\" of table \"" + add.table() + "\" builds its index while readers and writers are blocked. "
                    + (add.constraint().kind() == ConstraintKind.EXCLUSION
                            ? "There is no alternative: make the change while the application is stopped, and allow it."
                            : "Create a unique index concurrently, then execute ALTER TABLE ... ADD CONSTRAINT ... USING "
                                    + "INDEX."));
        }
    }
}
