package dev.rubedo.migrate.command;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The command {@code downgrade}, which undoes revisions. Immutable.
 *
 * @param target the target: {@code base}, {@code -1} or an id; for a script {@code from:to}
 * @param isSql whether a script is printed
 */
public record DowngradeCommand(String target, boolean isSql) implements MigrationCommand {
    /** Checks the target. */
    public DowngradeCommand {
        Objects.requireNonNull(target, "target");
        if (isSql != target.contains(":")) {
            throw new MigrationException(ErrorCode.REVISION, isSql
                    ? "A downgrade script requires a starting revision. Write from:to, as in \"ab12:base\"."
                    : "A range \"" + target + "\" is allowed only with --sql. A database records its own starting "
                            + "point.",
                    null);
        }
    }

    /**
     * Creates the command for a database.
     *
     * @param target the target of the downgrade
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
