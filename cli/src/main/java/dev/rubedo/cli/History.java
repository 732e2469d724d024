package dev.rubedo.cli;

import dev.rubedo.migrate.command.HistoryCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code history}. Confined to one thread at a time. */
@Command(name = "history", description = "Prints revisions, newest first.")
final class History implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = {"-r",
            "--rev-range"}, paramLabel = "FROM:TO", defaultValue = "", description = "The range of revisions; either end may be current.") private String range = "";

    @Option(names = {"-v",
            "--verbose"}, description = "Print all details of the revisions.") private boolean isVerbose;

    @Option(names = {"-i",
            "--indicate-current"}, description = "Mark the current revisions of the database.") private boolean marksCurrent;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new HistoryCommand(range, isVerbose, marksCurrent));
    }
}
