package dev.rubedo.migrate.command;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.revision.RevisionMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The command {@code upgrade}, which applies revisions. Immutable.
 *
 * @param target the target: {@code head}, {@code heads}, {@code +2} or an id; for a script also {@code from:to}
 * @param isSql whether a script is printed, for a database at base or at the given start
 */
public record UpgradeCommand(String target, boolean isSql) implements MigrationCommand {
    /** Checks the target. */
    public UpgradeCommand {
        Objects.requireNonNull(target, "target");
        if (!isSql && target.contains(":")) {
            throw new MigrationException(ErrorCode.REVISION, "A range \"" + target
                    + "\" is allowed only with --sql. A database records its own starting point.", null);
        }
    }

    /**
     * Creates the command for a database.
     *
     * @param target the target of the upgrade
     */
    public UpgradeCommand(String target) {
        this(target, false);
    }

    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        var map = directory.map();
        if (!isSql) {
            context.online(database -> {
                var plan = directory.plan((revisions, heads) -> revisions.upgrade(target, heads));
                StepLines.print(database.run(plan, plan), plan.view(), context);
                StepLines.warn(database, context);
            });
            return;
        }
        var range = target.contains(":") ? RevisionRange.parse(target) : new RevisionRange("", target);
        var end = range.to().isEmpty() ? "head" : range.to();
        var plan = directory.plan((revisions, heads) -> revisions.upgrade(end, heads));
        context.script().run(start(range, map), plan, plan);
        context.out().flush();
    }

    private static Set<String> start(RevisionRange range, RevisionMap map) {
        var start = new TreeSet<String>();
        if (!range.from().isEmpty()) {
            map.resolve(range.from()).forEach(node -> start.add(node.id()));
        }
        return start;
    }
}
