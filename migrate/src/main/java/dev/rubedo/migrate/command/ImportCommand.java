package dev.rubedo.migrate.command;

import dev.rubedo.migrate.error.MigrationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The command {@code import}, which reads what another tool has applied, and records the corresponding revisions
 * without running them. Immutable.
 *
 * @param history the other tool
 * @param table the name of its table; empty for the usual one
 * @param revisions the ids of revisions by the versions of the other tool; a version that is not in the map is used as
 *     an id
 */
public record ImportCommand(ForeignHistory history, String table, Map<String, String> revisions)
        implements
            MigrationCommand {
    /** Checks the components and copies the map. */
    public ImportCommand {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(table, "table");
        revisions = Map.copyOf(new LinkedHashMap<>(revisions));
    }

    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        var name = table.isEmpty() ? history.table() : table;
        context.online(database -> {
            var connection = database.connection().orElseThrow();
            if (!database.currentHeads().isEmpty() && !name.equals(context.options().versionTable().toString())) {
                throw new MigrationException("The database already records the revisions " + database.currentHeads()
                        + ". Use stamp to change them.");
            }
            var versions = history.versions(name, connection);
            connection.rollback();
            if (versions.isEmpty()) {
                throw new MigrationException("The table \"" + name + "\" is empty. Use upgrade instead.");
            }
            var targets = new ArrayList<String>();
            for (var version : versions) {
                var target = revisions.getOrDefault(version, version);
                if (directory.map().find(target).isEmpty()) {
                    throw new MigrationException("The table \"" + name + "\" records \"" + version
                            + "\", but there is no such revision. Specify the corresponding one: --map " + version
                            + "=REVISION.");
                }
                targets.add(target);
            }
            context.print(name + " is at " + String.join(", ", versions));
            var plan = directory.plan((map, heads) -> map.stamp(List.copyOf(targets), heads));
            StepLines.print(database.run(plan, plan), plan.view(), context);
        });
    }
}
