package dev.rubedo.migrate.command;

import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.CreateSchemaOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.operation.UpgradeOperations;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.source.JavaSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The writer of the first revision for an existing database. Stateless. */
final class Baseline {
    private Baseline() {}

    /** Writes a revision that creates the schema of the database, and records it there. */
    static void write(CommandContext context) {
        var directory = context.directory();
        if (!directory.map().revisions().isEmpty()) {
            throw new MigrationException("There are already revisions. A baseline must be the first one.");
        }
        context.online(database -> {
            if (!database.currentHeads().isEmpty()) {
                throw new MigrationException("The database already records the revisions " + database.currentHeads()
                        + ". Copy their files here instead of writing a baseline.");
            }
            var connection = database.connection().orElseThrow();
            var options = WholeDatabase.options(connection, context);
            var existing = SchemaComparison.of(connection, options, SchemaSnapshot.EMPTY).from();
            connection.rollback();
            var creation = SchemaComparison.of(SchemaSnapshot.EMPTY, existing, database.dialect(), options);
            if (creation.isEmpty()) {
                throw new MigrationException("The database has no tables. Use init without --from-database.");
            }
            creation.warnings().forEach(warning -> context.print("Warning: " + warning));
            var script = new MigrationScript(directory.newId(), "baseline", List.of(), List.of(), List.of(),
                    withSchemas(existing, creation.upgrade()), creation.downgrade(), List.of());
            var file = directory.write(script, JavaSource.of(database.dialect()), false, null);
            context.print("Created " + file);
            var written = context.directory();
            var plan = written.plan((map, heads) -> map.stamp(List.of("head"), heads));
            StepLines.print(database.run(plan, plan), plan.view(), context);
            context.afterWrite(file);
        });
        context.print("Next: use the command drift to check that nothing is missing.");
    }

    /** Returns an upgrade that first creates the schemas that contain objects, unless they exist. */
    private static UpgradeOperations withSchemas(SchemaSnapshot existing, UpgradeOperations creation) {
        var names = new TreeSet<String>();
        existing.tables().keySet().forEach(name -> names.add(name.schema()));
        existing.sequences().keySet().forEach(name -> names.add(name.schema()));
        existing.views().keySet().forEach(name -> names.add(name.schema()));
        names.remove("");
        var operations = new ArrayList<MigrationOperation>();
        names.forEach(name -> operations.add(new CreateSchemaOperation(name, true)));
        operations.addAll(creation.operations());
        return new UpgradeOperations(operations);
    }
}
