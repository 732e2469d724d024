package dev.rubedo.migrate.command;

import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The command {@code history}, which prints revisions, the newest first. Immutable.
 *
 * @param range the revisions, as {@code from:to}, where an end may be {@code current}; empty for all
 * @param isVerbose whether all of their details are printed
 * @param marksCurrent whether the revisions that the database records are marked
 */
public record HistoryCommand(String range, boolean isVerbose, boolean marksCurrent) implements MigrationCommand {
    /** Checks the range. */
    public HistoryCommand {
        Objects.requireNonNull(range, "range");
        if (!range.isEmpty()) {
            RevisionRange.parse(range);
        }
    }

    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        var ends = range.isEmpty() ? new RevisionRange("", "") : RevisionRange.parse(range);
        if (marksCurrent || ends.from().equals("current") || ends.to().equals("current")) {
            context.online(database -> {
                var heads = database.currentHeads();
                print(directory.at(heads), ends, heads, context);
            });
        } else {
            print(directory, ends, List.of(), context);
        }
    }

    private void print(ScriptDirectory directory, RevisionRange ends, Collection<String> current,
            CommandContext context) {
        var lines = new ScriptLines(directory, marksCurrent ? current : List.of());
        for (RevisionNode node : directory.map().range(end(ends.from(), "base", current),
                end(ends.to(), "heads", current))) {
            if (isVerbose) {
                lines.full(node.id()).forEach(context::print);
            } else {
                context.print(lines.step(node.id()));
            }
        }
    }

    private static List<String> end(String text, String otherwise, Collection<String> current) {
        return text.equals("current") ? new ArrayList<>(current) : List.of(text.isEmpty() ? otherwise : text);
    }
}
