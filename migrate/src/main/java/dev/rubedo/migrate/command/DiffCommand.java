package dev.rubedo.migrate.command;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.ModelDiffersException;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.MetaData;
import java.util.List;

/**
 * The command {@code diff}, which prints the operations that would turn the schema of the database into that of the
 * model. Immutable.
 *
 * @param isJson whether the report is JSON
 * @param fails whether the command fails if there are differences
 */
public record DiffCommand(boolean isJson, boolean fails) implements MigrationCommand {
    @Override
    public void run(CommandContext context) {
        var model = model(context);
        context.online(database -> {
            var connection = database.connection().orElseThrow();
            var comparison = SchemaComparison.of(connection, Differences.options(context), model);
            if (isJson) {
                context.print(Differences.json(comparison));
            } else if (comparison.isEmpty()) {
                context.print("The database has the schema of the model.");
            } else {
                context.print("To get the schema of the model, the database needs:");
                Differences.lines(comparison).forEach(context::print);
            }
            if (fails && !comparison.isEmpty()) {
                throw new ModelDiffersException(
                        "The database differs from the model in " + Differences.count(comparison)
                                + ". Write a revision with revision --autogenerate.");
            }
        });
    }

    /** Returns the schema of the model. */
    static SchemaSnapshot model(CommandContext context) {
        return SchemaSnapshot.of(metaData(context));
    }

    /** Returns the metadata of the application, at least one. */
    static List<MetaData> metaData(CommandContext context) {
        var metaData = context.environment().metaData();
        if (metaData.isEmpty()) {
            throw new MigrationException(ErrorCode.CONFIGURATION,
                    "There is no model to compare with. Set metadata (and classpath) in rubedo.toml, or run the "
                            + "command from the application with RubedoMigrations.run(args, model.metadata()).",
                    null);
        }
        return metaData;
    }
}
