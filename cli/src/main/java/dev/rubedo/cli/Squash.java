package dev.rubedo.cli;

import dev.rubedo.migrate.command.SquashCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code squash}. Confined to one thread at a time. */
@Command(name = "squash", description = "Replaces consecutive revisions with one equivalent revision.")
final class Squash implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Parameters(paramLabel = "FROM:TO", description = "The first and the last revision.") private String range = "";

    @Option(names = {"-m",
            "--message"}, paramLabel = "TEXT", defaultValue = "", description = "The message of the revision.") private String message = "";

    @Option(names = "--rev-id", paramLabel = "ID", defaultValue = "", description = "The id of the revision (default: a random one).") private String id = "";

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new SquashCommand(range, message, id));
    }
}
