package dev.rubedo.migrate.command;

import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.error.SchemaDriftException;
import java.util.ArrayList;

/**
 * The command {@code drift}, which checks that a database has the schema that its recorded revisions create. Immutable.
 *
 * @param isJson whether the report is JSON
 */
public record DriftCommand(boolean isJson) implements MigrationCommand {
    @Override
    public void run(CommandContext context) {
        var all = context.directory();
        context.online(database -> {
            var heads = database.currentHeads();
            var expected = RevisionReplay.schema(all.at(heads), new ArrayList<>(heads), database.dialect(),
                    context.options());
            var connection = database.connection().orElseThrow();
            connection.rollback();
            var comparison = SchemaComparison.of(connection, Differences.options(context), expected);
            if (isJson) {
                context.print(Differences.json(comparison));
            } else if (comparison.isEmpty()) {
                context.print("The database has the schema of its revisions " + heads + ".");
            } else {
                context.print("To have the schema of its revisions " + heads + ", the database needs:");
                Differences.lines(comparison).forEach(context::print);
                heads.forEach(head -> RevisionReplay.unknown(all.at(heads), head, context).ifPresent(context::print));
            }
            if (!isJson) {
                StepLines.warn(database, context);
            }
            if (!comparison.isEmpty()) {
                throw new SchemaDriftException("The database differs from its revisions in "
                        + Differences.count(comparison) + ". Write a revision with the manual changes and stamp it, "
                        + "or undo them.");
            }
        });
    }
}
