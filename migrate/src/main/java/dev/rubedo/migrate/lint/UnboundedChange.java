package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.operation.ExecuteOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Update;
import java.util.regex.Pattern;

/** RB116: all rows of a table are changed in a revision that changes the schema. Immutable. */
final class UnboundedChange implements LintRule {
    private static final Pattern CHANGE = Pattern.compile("(?is)^\\s*(update\\s+\\S+|delete\\s+from)\\b");
    private static final Pattern WHERE = Pattern.compile("(?is)\\bwhere\\b");

    @Override
    public String code() {
        return "RB116";
    }

    @Override
    public String title() {
        return "All rows of a table are changed in a revision that changes the schema";
    }

    @Override
    public String pattern() {
        return "Backfills";
    }

    @Override
    public void revision(LintedRevision revision, LintFindings found) {
        if (!revision.changesSchema()) {
            return;
        }
        for (var at : revision.operations()) {
            if (isUnbounded(at)) {
                found.add(at.line(),
                        "All rows of a table are changed in the same transaction as the schema, whose locks are held "
                                + "in the meantime. Change the rows in batches: op.backfill(...) in a separate revision.");
            }
        }
    }

    private static boolean isUnbounded(LintedOperation at) {
        return switch (at.operation()) {
            case ExecuteOperation.OfText text -> CHANGE.matcher(text.sql()).find()
                    && !WHERE.matcher(text.sql()).find() && isOfExisting(at, text.sql());
            case ExecuteOperation.OfStatement of -> switch (of.statement()) {
                case Update<?> update -> update.conditions() == NoCondition.NONE;
                case Delete<?> delete -> delete.conditions() == NoCondition.NONE;
                case Statement<?> other -> false;
            };
            case MigrationOperation other -> false;
        };
    }

    /** A table that the revision creates has few rows. */
    private static boolean isOfExisting(LintedOperation at, String sql) {
        return at.created().stream().noneMatch(table -> Pattern.compile("(?i)\\b" + Pattern.quote(table.name()) + "\\b")
                .matcher(sql).find());
    }
}
