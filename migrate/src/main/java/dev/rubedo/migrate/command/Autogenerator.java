package dev.rubedo.migrate.command;

import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.source.JavaSource;
import dev.rubedo.migrate.source.OperationSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A generator that fills revisions with the differences between the database, or the schema that the revisions create,
 * and the model. It asks about possible renames; if nobody can answer, the command fails instead of dropping anything.
 * Immutable.
 */
public final class Autogenerator implements RevisionGenerator {
    /** A generator that asks about all renames. */
    public static final Autogenerator DEFAULT = new Autogenerator(Map.of(), false, false);

    private final Map<String, String> renames;
    private final boolean renamesNothing;
    private final boolean isOffline;

    private Autogenerator(Map<String, String> renames, boolean renamesNothing, boolean isOffline) {
        this.renames = Map.copyOf(renames);
        this.renamesNothing = renamesNothing;
        this.isOffline = isOffline;
    }

    /**
     * Returns this generator with a known rename.
     *
     * @param from the old name, as {@code table} or {@code table.column} with the current name of the table
     * @param to the new name, of a table or of a column
     */
    public Autogenerator renaming(String from, String to) {
        var all = new LinkedHashMap<>(renames);
        all.put(from, to);
        return new Autogenerator(all, renamesNothing, isOffline);
    }

    /** Returns this generator, which treats all other differences as drops and additions, without asking. */
    public Autogenerator withoutFurtherRenames() {
        return new Autogenerator(renames, true, isOffline);
    }

    /**
     * Returns this generator, which compares the model with the schema that the revisions create. They are replayed in
     * memory. No database is needed. Types and SQL are compared as the dialect writes them.
     */
    public Autogenerator offline() {
        return new Autogenerator(renames, renamesNothing, true);
    }

    @Override
    public boolean needsDatabase() {
        return !isOffline;
    }

    @Override
    public MigrationScript generate(MigrationScript empty, CommandContext context) {
        var metaData = DiffCommand.metaData(context);
        var model = SchemaSnapshot.of(metaData);
        var answers = new RenameAnswers(renames, metaData, renamesNothing, context.environment()::ask);
        var options = Differences.options(context).renames(answers);
        if (isOffline) {
            var made = RevisionReplay.schema(context.directory(), List.of("heads"), context.dialect(),
                    context.options());
            return filled(empty, SchemaComparison.of(made, model, context.dialect(), options), answers, context);
        }
        var filled = new MigrationScript[]{empty};
        context.online(database -> {
            var comparison = SchemaComparison.of(database.connection().orElseThrow(), options, model);
            filled[0] = filled(empty, comparison, answers, context);
        });
        return filled[0];
    }

    private static MigrationScript filled(MigrationScript empty, SchemaComparison comparison, RenameAnswers answers,
            CommandContext context) {
        answers.requireAllUsed();
        Differences.lines(comparison).forEach(line -> context.print("Detected:" + line.substring(1)));
        comparison.warnings().forEach(warning -> context.print("Warning: " + warning));
        return empty.withOperations(comparison.upgrade(), comparison.downgrade());
    }

    @Override
    public OperationSource source(CommandContext context) {
        return JavaSource.of(context.dialect()).withItems(context.environment().items());
    }
}
