package dev.rubedo.migrate.command;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Undoes revisions. Immutable.
 *
 * @param target what to downgrade to: {@code base}, {@code -1}, an id; for a script {@code from:to}
 * @param isSql whether a script is printed
 */
public record DowngradeCommand(String target, boolean isSql) implements MigrationCommand {
    /** Checks the target. */
    public DowngradeCommand {
        Objects.requireNonNull(target, "target");
        if (isSql != target.contains(":")) {
            throw new MigrationException(ErrorCode.REVISION, isSql
                    ? "A script of a downgrade needs to know where it starts. Write from:to, as in \"ab12:base\"."
                    : "A range \"" + target + "\" is possible only with --sql: the database knows where it is.", null);
        }
    }

    /**
     * Undoes revisions of the database.
     *
     * @param target what to downgrade to
     */
    public DowngradeCommand(String target) {
        this(target, false);
    }

    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        var map = directory.map();
        if (!isSql) {
            context.online(database -> {
                var plan = directory.plan((revisions, heads) -> revisions.downgrade(target, heads));
                StepLines.print(database.run(plan, plan), plan.view(), context);
                StepLines.warn(database, context);
            });
            return;
        }
        var range = RevisionRange.parse(target);
        var start = new TreeSet<String>();
        map.resolve(range.from()).forEach(node -> start.add(node.id()));
        var plan = directory.plan((revisions, heads) -> revisions.downgrade(range.to(), heads));
        context.script().run(start, plan, plan);
        context.out().flush();
    }
}
