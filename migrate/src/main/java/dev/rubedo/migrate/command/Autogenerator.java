package dev.rubedo.migrate.command;

import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.source.JavaSource;
import dev.rubedo.migrate.source.OperationSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fills revisions with what differs between the database and the model. What may have been renamed is asked for; if nobody
 * answers, it is refused rather than dropped. Immutable.
 */
public final class Autogenerator implements RevisionGenerator {
    /** Asks about all renames. */
    public static final Autogenerator DEFAULT = new Autogenerator(Map.of(), false);

    private final Map<String, String> renames;
    private final boolean renamesNothing;

    private Autogenerator(Map<String, String> renames, boolean renamesNothing) {
        this.renames = Map.copyOf(renames);
        this.renamesNothing = renamesNothing;
    }

    /**
     * Returns this generator with a rename that it does not have to ask for.
     *
     * @param from the old name, as {@code table} or {@code table.column} with the table's present name
     * @param to the new name, of a table or of a column
     */
    public Autogenerator renaming(String from, String to) {
        var all = new LinkedHashMap<>(renames);
        all.put(from, to);
        return new Autogenerator(all, renamesNothing);
    }

    /** Returns this generator taking everything else for dropped and added, without asking. */
    public Autogenerator withoutFurtherRenames() {
        return new Autogenerator(renames, true);
    }

    @Override
    public MigrationScript generate(MigrationScript empty, CommandContext context) {
        var metaData = DiffCommand.metaData(context);
        var model = SchemaSnapshot.of(metaData);
        var answers = new RenameAnswers(renames, metaData, renamesNothing, context.environment()::ask);
        var filled = new MigrationScript[]{empty};
        context.online(database -> {
            var connection = database.connection().orElseThrow();
            var comparison = SchemaComparison.of(connection, Differences.options(context).renames(answers), model);
            answers.requireAllUsed();
            Differences.lines(comparison).forEach(line -> context.print("Detected:" + line.substring(1)));
            comparison.warnings().forEach(warning -> context.print("Warning: " + warning));
            filled[0] = empty.withOperations(comparison.upgrade(), comparison.downgrade());
        });
        return filled[0];
    }

    @Override
    public OperationSource source(CommandContext context) {
        return JavaSource.of(context.dialect()).withItems(context.environment().items());
    }
}
