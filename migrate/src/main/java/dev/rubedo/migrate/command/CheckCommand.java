package dev.rubedo.migrate.command;

import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.ModelDiffersException;
import dev.rubedo.migrate.error.MultipleHeadsException;
import dev.rubedo.migrate.error.SchemaDriftException;
import dev.rubedo.migrate.lint.FindingFormat;
import dev.rubedo.migrate.operation.RecordedOperations;
import dev.rubedo.migrate.revision.RevisionStep;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import java.util.List;
import java.util.Objects;

/**
 * The command {@code check}, which checks the revisions before they are merged: that they compile, that there is one
 * head, the file {@code HEADS}, that they create the schema of the model if there is one, the rules and, on a scratch
 * database, that they can be applied, undone and applied again. It stops at the first failure. Immutable.
 *
 * @param scratch the URL of an empty database; empty to skip the checks that need one
 */
public record CheckCommand(String scratch) implements MigrationCommand {
    /** Checks the URL. */
    public CheckCommand {
        Objects.requireNonNull(scratch, "scratch");
    }

    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        requireOneHead(directory, context);
        requireWrittenHeads(directory, context);
        var source = directory.source();
        directory.map().revisions().forEach(node -> source.migration(node.id()));
        int count = directory.map().revisions().size();
        context.print("ok: " + count + (count == 1 ? " revision compiles" : " revisions compile"));
        requireModel(directory, context);
        new LintCommand("", FindingFormat.TEXT, false).run(context);
        if (!scratch.isEmpty()) {
            try (var engine = context.environment().connect(scratch); var connection = engine.connect()) {
                var database = MigrationContext.of(connection, context.options());
                requireEmpty(database, context);
                tryOut(database, directory, context);
            }
        }
    }

    private static void requireOneHead(ScriptDirectory directory, CommandContext context) {
        var heads = directory.map().heads();
        if (heads.size() > 1) {
            throw new MultipleHeadsException("head", heads);
        }
        context.print("ok: one head " + heads);
    }

    private static void requireWrittenHeads(ScriptDirectory directory, CommandContext context) {
        var written = directory.writtenHeads();
        if (written.isPresent() && !written.get().equals(directory.map().heads().stream().sorted().toList())) {
            throw new MigrationException("The file \"" + directory.headsFile() + "\" lists " + written.get()
                    + ", but the heads are " + directory.map().heads()
                    + ". Write them into it, one per line: the file makes concurrent branches conflict when they are "
                    + "merged.");
        }
        context.print(written.isPresent() ? "ok: the file HEADS lists the head" : "no file HEADS");
    }

    private static void requireModel(ScriptDirectory directory, CommandContext context) {
        if (context.environment().metaData().isEmpty()) {
            context.print("no model to compare with");
            return;
        }
        var made = RevisionReplay.schema(directory, List.of("heads"), context.dialect(), context.options());
        var comparison = SchemaComparison.of(made, DiffCommand.model(context), context.dialect(),
                Differences.options(context));
        requireSame(comparison, context);
        context.print("ok: the revisions create the schema of the model");
    }

    private static void requireSame(SchemaComparison comparison, CommandContext context) {
        if (!comparison.isEmpty()) {
            context.print("To create the schema of the model, the revisions need:");
            Differences.lines(comparison).forEach(context::print);
            RevisionReplay.unknown(context.directory(), "heads", context).ifPresent(context::print);
            throw new ModelDiffersException("The revisions differ from the model in "
                    + Differences.count(comparison) + ". Write a revision with revision --autogenerate.");
        }
    }

    private static SchemaComparison compare(MigrationContext database, SchemaSnapshot other, CommandContext context) {
        var connection = database.connection().orElseThrow();
        var comparison = SchemaComparison.of(connection, Differences.options(context), other);
        connection.rollback();
        return comparison;
    }

    /** Compares everything in the scratch database, including objects that the application otherwise excludes. */
    private static SchemaComparison compareAll(MigrationContext database, SchemaSnapshot other,
            CommandContext context) {
        var connection = database.connection().orElseThrow();
        connection.rollback();
        var comparison = SchemaComparison.of(connection, WholeDatabase.options(connection, context).readOnly(), other);
        connection.rollback();
        return comparison;
    }

    private static void requireEmpty(MigrationContext database, CommandContext context) {
        var left = compareAll(database, SchemaSnapshot.EMPTY, context);
        if (!left.isEmpty() || !database.currentHeads().isEmpty()) {
            throw new MigrationException("The scratch database is not empty: " + (left.isEmpty()
                    ? "it records the revisions " + database.currentHeads()
                    : String.join(",", Differences.lines(left)).strip() + " would be needed")
                    + ". Specify a database that can be filled and emptied.");
        }
    }

    private static void tryOut(MigrationContext database, ScriptDirectory directory, CommandContext context) {
        var up = directory.plan((map, heads) -> map.upgrade("heads", heads));
        int count = database.run(up, up).size();
        var first = compareAll(database, SchemaSnapshot.EMPTY, context).from();
        context.print("ok: " + count + " revisions are applied to the scratch database");
        if (!context.environment().metaData().isEmpty()) {
            requireSame(compare(database, DiffCommand.model(context), context), context);
            context.print("ok: the scratch database has the schema of the model");
        }
        var down = directory.plan((map, heads) -> reversible(map.downgrade("base", heads), directory, database));
        int undone = database.run(down, down).size();
        if (undone == count) {
            var left = compareAll(database, SchemaSnapshot.EMPTY, context);
            requireNothing(left, "After all revisions were undone, the scratch database is not empty", context);
        }
        context.print(
                "ok: " + undone + " revisions are undone" + (undone < count ? "; the next one is irreversible" : ""));
        var again = directory.plan((map, heads) -> map.upgrade("heads", heads));
        database.run(again, again);
        requireNothing(compareAll(database, first, context),
                "After the revisions were undone and applied again, the scratch database has another schema", context);
        context.print("ok: applying them again has the same result");
    }

    private static void requireNothing(SchemaComparison comparison, String what, CommandContext context) {
        if (!comparison.isEmpty()) {
            Differences.lines(comparison).forEach(context::print);
            throw new SchemaDriftException(what + ": the operations above would correct it. Correct the downgrades.");
        }
    }

    /** Returns the steps before the first one that cannot be undone. */
    private static List<RevisionStep> reversible(List<RevisionStep> steps, ScriptDirectory directory,
            MigrationContext database) {
        var source = directory.source();
        int count = 0;
        for (var step : steps) {
            try {
                RecordedOperations.downgrade(source.migration(step.revision().id()), database.dialect());
            } catch (IrreversibleOperationException e) {
                break;
            } catch (MigrationException e) {
                // it reads from the database
            }
            count++;
        }
        return steps.subList(0, count);
    }
}
